import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SharingKept1796172000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consent (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT consent_pkey PRIMARY KEY,
        patient_id uuid NOT NULL CONSTRAINT consent_patient_id_fkey REFERENCES person (id),
        kind text NOT NULL,
        role text,
        person_id uuid CONSTRAINT consent_person_id_fkey REFERENCES person (id),
        institution_id uuid CONSTRAINT consent_institution_id_fkey REFERENCES institution (id),
        purpose text NOT NULL CONSTRAINT consent_purpose CHECK (purpose IN ('TREAT', 'ETREAT', 'HRESCH')),
        categories text[] NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz,
        by_id uuid NOT NULL CONSTRAINT consent_by_id_fkey REFERENCES person (id),
        why text NOT NULL,
        ended_at timestamptz,
        ended_by uuid CONSTRAINT consent_ended_by_fkey REFERENCES person (id),
        CONSTRAINT consent_grantee CHECK (CASE kind WHEN 'person' THEN person_id IS NOT NULL WHEN 'institution' THEN institution_id IS NOT NULL WHEN 'role' THEN role IS NOT NULL ELSE kind = 'treating' END)
      )`);
    await runner.query(`CREATE INDEX consent_patient_id_idx ON consent (patient_id)`);
    await runner.query(`
      CREATE TABLE health_link (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT health_link_pkey PRIMARY KEY,
        patient_id uuid NOT NULL CONSTRAINT health_link_patient_id_fkey REFERENCES person (id),
        label text NOT NULL,
        categories text[] NOT NULL,
        token_hash text NOT NULL CONSTRAINT health_link_token_hash_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        passcode_hash text,
        attempts_left integer NOT NULL CONSTRAINT health_link_attempts_left CHECK (attempts_left >= 0),
        direct boolean NOT NULL,
        ended_at timestamptz
      )`);
    await runner.query(`CREATE INDEX health_link_patient_id_idx ON health_link (patient_id)`);
    await runner.query(`
      CREATE TABLE health_link_file (
        token_hash text NOT NULL CONSTRAINT health_link_file_pkey PRIMARY KEY,
        link_id uuid NOT NULL CONSTRAINT health_link_file_link_id_fkey REFERENCES health_link (id),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX health_link_file_link_id_idx ON health_link_file (link_id)`);
    await runner.query(`
      CREATE TABLE health_link_opening (
        id bigint NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT health_link_opening_pkey PRIMARY KEY,
        link_id uuid NOT NULL CONSTRAINT health_link_opening_link_id_fkey REFERENCES health_link (id),
        at timestamptz NOT NULL DEFAULT now(),
        recipient text,
        opened boolean NOT NULL
      )`);
    await runner.query(`CREATE INDEX health_link_opening_link_id_idx ON health_link_opening (link_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['health_link_opening', 'health_link_file', 'health_link', 'consent']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
