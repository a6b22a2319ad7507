import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordingsKept1795485600000 implements MigrationInterface {
  name = 'RecordingsKept1795485600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "file" ADD "recorded" boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "file" DROP COLUMN "recorded"`);
  }
}
