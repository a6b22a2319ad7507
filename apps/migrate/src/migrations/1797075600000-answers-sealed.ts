import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswersSealed1797075600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idempotency_key ADD sealed bytea`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idempotency_key DROP COLUMN sealed`);
  }
}
