import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordsCreated1795305840000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT file_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT file_visit_id_fkey REFERENCES visit (id),
        episode_id uuid NOT NULL CONSTRAINT file_episode_id_fkey REFERENCES episode (id),
        by_id uuid NOT NULL CONSTRAINT file_by_id_fkey REFERENCES person (id),
        name text NOT NULL,
        type text,
        bytes integer NOT NULL,
        received integer NOT NULL DEFAULT 0,
        sha256 text,
        state text NOT NULL DEFAULT 'receiving'
          CONSTRAINT file_state CHECK (state IN ('receiving', 'ready', 'held', 'refused', 'removed')),
        why text CONSTRAINT file_why CHECK (why IN ('script', 'type', 'unreadable', 'encrypted')),
        created_at timestamptz NOT NULL DEFAULT now(),
        ready_at timestamptz,
        removed_at timestamptz,
        removed_by uuid CONSTRAINT file_removed_by_fkey REFERENCES person (id),
        demo boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT file_bytes CHECK (bytes BETWEEN 0 AND 26214400 AND received BETWEEN 0 AND bytes)
      )`);
    await runner.query(`CREATE INDEX file_visit_id_idx ON file (visit_id)`);
    await runner.query(`CREATE INDEX file_episode_id_idx ON file (episode_id)`);
    await runner.query(`
      CREATE TABLE note (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT note_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT note_visit_id_key UNIQUE
          CONSTRAINT note_visit_id_fkey REFERENCES visit (id),
        episode_id uuid NOT NULL CONSTRAINT note_episode_id_fkey REFERENCES episode (id),
        author_id uuid NOT NULL CONSTRAINT note_author_id_fkey REFERENCES person (id),
        language text NOT NULL,
        state text NOT NULL DEFAULT 'draft' CONSTRAINT note_state CHECK (state IN ('draft', 'signed')),
        text text NOT NULL DEFAULT '',
        next_steps text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        signed_versions integer NOT NULL DEFAULT 0,
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX note_episode_id_idx ON note (episode_id)`);
    await runner.query(`
      CREATE TABLE note_version (
        note_id uuid NOT NULL CONSTRAINT note_version_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        number integer NOT NULL,
        text text NOT NULL,
        next_steps text NOT NULL,
        language text NOT NULL,
        signed_by uuid NOT NULL CONSTRAINT note_version_signed_by_fkey REFERENCES person (id),
        signed_at timestamptz NOT NULL DEFAULT now(),
        sha256 text NOT NULL,
        reason text,
        CONSTRAINT note_version_pkey PRIMARY KEY (note_id, number),
        CONSTRAINT note_version_reason CHECK (number = 1 OR reason IS NOT NULL)
      )`);
    await runner.query(`
      CREATE FUNCTION note_version_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A signed note is never changed';
      END
      $$`);
    await runner.query(`
      CREATE TRIGGER note_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON note_version
        FOR EACH STATEMENT EXECUTE FUNCTION note_version_refuse()`);
    await runner.query(`
      CREATE TABLE note_read (
        note_id uuid NOT NULL CONSTRAINT note_read_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        number integer NOT NULL,
        person_id uuid NOT NULL CONSTRAINT note_read_person_id_fkey REFERENCES person (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT note_read_pkey PRIMARY KEY (note_id, number, person_id)
      )`);
    await runner.query(`
      CREATE TABLE thread_message (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT thread_message_pkey PRIMARY KEY,
        episode_id uuid NOT NULL CONSTRAINT thread_message_episode_id_fkey REFERENCES episode (id),
        by_id uuid NOT NULL CONSTRAINT thread_message_by_id_fkey REFERENCES person (id),
        language text NOT NULL,
        text text NOT NULL CONSTRAINT thread_message_text CHECK (length(text) BETWEEN 1 AND 4000),
        at timestamptz NOT NULL DEFAULT now(),
        visit_id uuid CONSTRAINT thread_message_visit_id_fkey REFERENCES visit (id)
      )`);
    await runner.query(`CREATE INDEX thread_message_episode_id_at_id_idx ON thread_message (episode_id, at DESC, id)`);
    await runner.query(`
      CREATE TABLE thread_seen (
        episode_id uuid NOT NULL CONSTRAINT thread_seen_episode_id_fkey REFERENCES episode (id) ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT thread_seen_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        until timestamptz NOT NULL,
        CONSTRAINT thread_seen_pkey PRIMARY KEY (episode_id, person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE thread_seen, thread_message, note_read, note_version, note, file`);
    await runner.query(`DROP FUNCTION note_version_refuse()`);
  }
}
