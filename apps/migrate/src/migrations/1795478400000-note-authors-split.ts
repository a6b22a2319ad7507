import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each physician of a visit writes a note of her own: one who covered for another signs her own words. And whether a
 * patient has tried her camera is asked for on each of her first pages, so it is found without reading the whole ledger.
 */
export class NoteAuthorsSplit1795478400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE note DROP CONSTRAINT note_visit_id_key`);
    await runner.query(`ALTER TABLE note ADD CONSTRAINT note_visit_id_author_id_key UNIQUE (visit_id, author_id)`);
    await runner.query(`CREATE INDEX ledger_checks_idx ON ledger (actor_id, at) WHERE permission = 'check.run'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ledger_checks_idx`);
    await runner.query(`ALTER TABLE note DROP CONSTRAINT note_visit_id_author_id_key`);
    await runner.query(`ALTER TABLE note ADD CONSTRAINT note_visit_id_key UNIQUE (visit_id)`);
  }
}
