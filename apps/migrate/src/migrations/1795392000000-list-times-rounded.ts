import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A list that is given in pieces is sorted by a time that a cursor must be able to hold. A cursor has milliseconds; with
 * the database's microseconds two rows of one millisecond could lie on the wrong sides of it, and one was never shown.
 */
export class ListTimesRounded1795392000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "thread_message" ALTER COLUMN "at" TYPE timestamptz(3)`);
    await runner.query(`ALTER TABLE "file" ALTER COLUMN "created_at" TYPE timestamptz(3)`);
    await runner.query(`ALTER TABLE "demo_mail" ALTER COLUMN "at" TYPE timestamptz(3)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "demo_mail" ALTER COLUMN "at" TYPE timestamptz`);
    await runner.query(`ALTER TABLE "file" ALTER COLUMN "created_at" TYPE timestamptz`);
    await runner.query(`ALTER TABLE "thread_message" ALTER COLUMN "at" TYPE timestamptz`);
  }
}
