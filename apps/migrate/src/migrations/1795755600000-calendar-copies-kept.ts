import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A visit in a calendar elsewhere is written when it is due, and again where its server was not there. */
export class CalendarCopiesKept1795755600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calendar_object
      ALTER COLUMN href DROP NOT NULL,
      ADD due_at timestamptz,
      ADD attempts integer NOT NULL DEFAULT 0`);
    await runner.query(`CREATE INDEX calendar_object_due_at_idx ON calendar_object (due_at) WHERE due_at IS NOT NULL`);
    await runner.query(`ALTER TABLE calendar_link ADD write_problem text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calendar_link DROP COLUMN write_problem`);
    await runner.query(`DELETE FROM calendar_object WHERE href IS NULL`);
    await runner.query(`DROP INDEX calendar_object_due_at_idx`);
    await runner.query(`ALTER TABLE calendar_object
      DROP COLUMN due_at,
      DROP COLUMN attempts,
      ALTER COLUMN href SET NOT NULL`);
  }
}
