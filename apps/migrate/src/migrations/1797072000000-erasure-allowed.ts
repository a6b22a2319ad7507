import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * Signed notes and the history of visits stay as they were written, but for one thing: a person who is erased. Its transaction says
 * so of itself (`okaeri.erasing`), deletes notes, and takes words and her clock out of the history; who did what and when stays even then.
 */
export class ErasureAllowed1797072000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION note_version_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND current_setting('okaeri.erasing', true) = 'on' THEN
          RETURN NULL;
        END IF;
        RAISE EXCEPTION 'A signed note is never changed';
      END
      $$`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION visit_change_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('okaeri.erasing', true) = 'on'
           AND (NEW.id, NEW.visit_id, NEW.at, NEW.by_id, NEW.kind, NEW.sequence)
               IS NOT DISTINCT FROM (OLD.id, OLD.visit_id, OLD.at, OLD.by_id, OLD.kind, OLD.sequence) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the history of a visit is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION note_version_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A signed note is never changed';
      END
      $$`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION visit_change_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the history of a visit is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$`);
  }
}
