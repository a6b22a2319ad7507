import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person was told can be read later in another language; of what was told before, only the words are known. */
export class InboxFactsKept1795928400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE inbox_line ADD language text, ADD told jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE inbox_line DROP COLUMN told, DROP COLUMN language`);
  }
}
