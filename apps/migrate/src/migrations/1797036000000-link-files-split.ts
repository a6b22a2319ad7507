import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkFilesSplit1797036000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE health_link_file
        ADD COLUMN what text NOT NULL DEFAULT 'record'
          CONSTRAINT health_link_file_what CHECK (what IN ('record', 'document', 'series', 'preview', 'attachment')),
        ADD COLUMN item_id uuid,
        ADD COLUMN at integer NOT NULL DEFAULT 0,
        ADD COLUMN plain boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE health_link_file DROP COLUMN what, DROP COLUMN item_id, DROP COLUMN at, DROP COLUMN plain`,
    );
  }
}
