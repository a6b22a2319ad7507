import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleAndLedgerCreated1795219200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT person_pkey PRIMARY KEY,
        name text NOT NULL,
        name_latin text NOT NULL,
        name_kana text,
        language text NOT NULL,
        zone text NOT NULL,
        place jsonb NOT NULL,
        country text NOT NULL,
        email text,
        phone text,
        demo boolean NOT NULL DEFAULT false,
        persona text CONSTRAINT person_persona_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE session (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT session_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT session_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        token_hash text NOT NULL CONSTRAINT session_token_hash_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        user_agent text
      )`);
    await runner.query(`CREATE INDEX session_person_id_idx ON session (person_id)`);
    await runner.query(`
      CREATE TABLE ledger (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT ledger_pkey PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        permission text NOT NULL,
        outcome text NOT NULL CONSTRAINT ledger_outcome CHECK (outcome IN ('allowed', 'refused')),
        entity text NOT NULL,
        entity_id uuid,
        patient_id uuid,
        via text NOT NULL CONSTRAINT ledger_via CHECK (via IN ('http', 'socket', 'job', 'link')),
        request_id text
      )`);
    await runner.query(`CREATE INDEX ledger_patient_id_idx ON ledger (patient_id)`);
    await runner.query(`CREATE INDEX ledger_entity_id_idx ON ledger (entity_id)`);
    await runner.query(`
      CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query(`
      CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ledger, session, person`);
    await runner.query(`DROP FUNCTION ledger_is_append_only`);
  }
}
