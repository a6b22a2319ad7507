import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents and records that came in an archive are files of their own. */
export class PartsOfArchivesKept1797108000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE record_upload ADD part_of uuid CONSTRAINT record_upload_part_of_fkey REFERENCES record_upload (id)`,
    );
    await runner.query(`CREATE INDEX record_upload_part_of_idx ON record_upload (part_of)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE record_upload DROP part_of`);
  }
}
