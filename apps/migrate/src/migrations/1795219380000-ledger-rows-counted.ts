import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LedgerRowsCounted1795219380000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ledger ADD COLUMN times integer NOT NULL DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ledger DROP COLUMN times`);
  }
}
