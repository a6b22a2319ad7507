import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScansKept1796003600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE file ADD scan text NOT NULL DEFAULT 'unscanned'
        CONSTRAINT file_scan CHECK (scan IN ('unscanned', 'clean', 'infected'))`);
    await runner.query(`CREATE INDEX file_unscanned_idx ON file (id) WHERE scan = 'unscanned'`);
    await runner.query(`
      ALTER TABLE file DROP CONSTRAINT file_why,
        ADD CONSTRAINT file_why CHECK (why IN ('script', 'type', 'unreadable', 'encrypted', 'infected'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE file SET why = 'script' WHERE why = 'infected'`);
    await runner.query(`
      ALTER TABLE file DROP CONSTRAINT file_why,
        ADD CONSTRAINT file_why CHECK (why IN ('script', 'type', 'unreadable', 'encrypted'))`);
    await runner.query(`DROP INDEX file_unscanned_idx`);
    await runner.query(`ALTER TABLE file DROP COLUMN scan`);
  }
}
