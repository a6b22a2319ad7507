import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A calendar elsewhere is kept, without being read, until what was written into it is out of it again. */
export class CalendarsCleaned1795932000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE calendar_link ADD leaving_since timestamptz, ADD removed boolean NOT NULL DEFAULT false`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM calendar_link WHERE removed`);
    await runner.query(`ALTER TABLE calendar_link DROP COLUMN removed, DROP COLUMN leaving_since`);
  }
}
