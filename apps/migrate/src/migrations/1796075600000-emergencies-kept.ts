import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As before, and the purpose at the end: a row without one keeps its seal. */
const spelled = (more: readonly (readonly [string, string])[]) =>
  [
    ...([
      ['id', 'l.id::text'],
      ['at', '(extract(epoch from l.at) * 1000000)::bigint::text'],
    ] as const),
    ...([
      ['actor', 'l.actor_id::text'],
      ['permission', 'l.permission'],
      ['outcome', 'l.outcome'],
    ] as const),
    ...([
      ['entity', 'l.entity'],
      ['entityId', 'l.entity_id::text'],
      ['patient', 'l.patient_id::text'],
    ] as const),
    ...([
      ['via', 'l.via'],
      ['request', 'l.request_id'],
      ['times', 'l.times::text'],
    ] as const),
    ...more,
  ]
    .map(([name, value]) => `coalesce('${name}:' || octet_length(${value}) || ':' || ${value} || ';', '')`)
    .join(' || ');

export class EmergenciesKept1796075600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE institution ADD glass_minutes integer NOT NULL DEFAULT 120`);
    await runner.query(
      `ALTER TABLE institution ADD CONSTRAINT institution_glass_minutes CHECK (glass_minutes BETWEEN 5 AND 1440)`,
    );
    await runner.query(`
      CREATE TABLE break_glass (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT break_glass_pkey PRIMARY KEY,
        patient_id uuid NOT NULL CONSTRAINT break_glass_patient_id_fkey REFERENCES person (id),
        institution_id uuid NOT NULL CONSTRAINT break_glass_institution_id_fkey REFERENCES institution (id),
        person_id uuid NOT NULL CONSTRAINT break_glass_person_id_fkey REFERENCES person (id),
        reason text NOT NULL CONSTRAINT break_glass_reason CHECK (length(reason) >= 10),
        at timestamptz NOT NULL,
        until timestamptz NOT NULL CONSTRAINT break_glass_until CHECK (until > at),
        reviewed_by uuid CONSTRAINT break_glass_reviewed_by_fkey REFERENCES person (id),
        reviewed_at timestamptz,
        justified boolean,
        review_note text,
        CONSTRAINT break_glass_reviewer CHECK (reviewed_by <> person_id)
      )`);
    await runner.query(`CREATE INDEX break_glass_institution_id_idx ON break_glass (institution_id)`);
    await runner.query(`CREATE INDEX break_glass_person_id_patient_id_idx ON break_glass (person_id, patient_id)`);
    await runner.query(`ALTER TABLE ledger ADD purpose text, ADD CONSTRAINT ledger_purpose CHECK (purpose = 'BTG')`);
    await runner.query(spell([['purpose', 'l.purpose']]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(spell([]));
    await runner.query(`ALTER TABLE ledger DROP COLUMN purpose`);
    await runner.query(`DROP TABLE break_glass`);
    await runner.query(`ALTER TABLE institution DROP COLUMN glass_minutes`);
  }
}

const spell = (more: Parameters<typeof spelled>[0]) => `
  CREATE OR REPLACE FUNCTION ledger_content(l ledger) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT convert_to(${spelled(more)}, 'UTF8')
  $$`;
