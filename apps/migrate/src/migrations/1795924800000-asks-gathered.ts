import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An interpreter is asked for the visits of a series in one letter, and it is known with which one. */
export class AsksGathered1795924800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE interpreter_ask ADD told_with uuid`);
    // Whoever was asked before has a letter of her own about each.
    await runner.query(`UPDATE interpreter_ask SET told_with = id WHERE asked_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE interpreter_ask DROP COLUMN told_with`);
  }
}
