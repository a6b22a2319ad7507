import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VisitsCreated1795219260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE institution (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT institution_pkey PRIMARY KEY,
        name jsonb NOT NULL,
        city jsonb NOT NULL,
        country text NOT NULL,
        zone text NOT NULL,
        phone text NOT NULL,
        demo boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`
      CREATE TABLE membership (
        person_id uuid NOT NULL CONSTRAINT membership_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        institution_id uuid NOT NULL
          CONSTRAINT membership_institution_id_fkey REFERENCES institution (id) ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT membership_role
          CHECK (role IN ('physician', 'coordinator', 'interpreter', 'administrator')),
        revoked_at timestamptz,
        CONSTRAINT membership_pkey PRIMARY KEY (person_id, institution_id, role)
      )`);
    await runner.query(`
      CREATE TABLE care_relation (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT care_relation_pkey PRIMARY KEY,
        patient_id uuid NOT NULL CONSTRAINT care_relation_patient_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        person_id uuid CONSTRAINT care_relation_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        institution_id uuid
          CONSTRAINT care_relation_institution_id_fkey REFERENCES institution (id) ON DELETE CASCADE,
        kind text NOT NULL,
        starts_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT care_relation_one_side CHECK ((person_id IS NULL) <> (institution_id IS NULL))
      )`);
    await runner.query(`CREATE INDEX care_relation_patient_id_idx ON care_relation (patient_id)`);
    await runner.query(`
      CREATE TABLE episode (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT episode_pkey PRIMARY KEY,
        patient_id uuid NOT NULL CONSTRAINT episode_patient_id_fkey REFERENCES person (id),
        institution_id uuid NOT NULL CONSTRAINT episode_institution_id_fkey REFERENCES institution (id),
        title jsonb NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        demo boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`CREATE INDEX episode_patient_id_idx ON episode (patient_id)`);
    await runner.query(`CREATE INDEX episode_institution_id_idx ON episode (institution_id)`);
    await runner.query(`
      CREATE TABLE visit (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT visit_pkey PRIMARY KEY,
        episode_id uuid NOT NULL CONSTRAINT visit_episode_id_fkey REFERENCES episode (id),
        starts_at timestamptz NOT NULL,
        minutes integer NOT NULL CONSTRAINT visit_minutes CHECK (minutes BETWEEN 1 AND 1440),
        status text NOT NULL DEFAULT 'booked'
          CONSTRAINT visit_status CHECK (status IN ('booked', 'arrived', 'fulfilled', 'cancelled', 'noshow')),
        patient_zone text NOT NULL,
        institution_zone text NOT NULL,
        patient_wall text NOT NULL,
        institution_wall text NOT NULL,
        tzdata text NOT NULL,
        cancelled_by uuid CONSTRAINT visit_cancelled_by_fkey REFERENCES person (id),
        cancelled_reason text,
        version integer NOT NULL DEFAULT 1,
        demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX visit_episode_id_idx ON visit (episode_id)`);
    await runner.query(`CREATE INDEX visit_starts_at_idx ON visit (starts_at)`);
    await runner.query(`
      CREATE TABLE seat (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT seat_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT seat_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT seat_person_id_fkey REFERENCES person (id),
        role text NOT NULL
          CONSTRAINT seat_role CHECK (role IN ('patient', 'physician', 'interpreter', 'coordinator', 'guest')),
        language text NOT NULL,
        interprets text[] CONSTRAINT seat_interprets CHECK (interprets IS NULL OR cardinality(interprets) = 2),
        state text NOT NULL DEFAULT 'invited'
          CONSTRAINT seat_state CHECK (state IN ('invited', 'waiting', 'admitted', 'joined', 'left', 'removed')),
        admitted_at timestamptz,
        waiting_since timestamptz,
        joined_at timestamptz,
        left_at timestamptz,
        connection uuid,
        token_hash text,
        lease_until timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT seat_visit_id_person_id_key UNIQUE (visit_id, person_id)
      )`);
    await runner.query(`CREATE INDEX seat_person_id_idx ON seat (person_id)`);
    await runner.query(`CREATE INDEX seat_lease_until_idx ON seat (lease_until) WHERE lease_until IS NOT NULL`);
    await runner.query(`
      CREATE TABLE arrival (
        seat_id uuid NOT NULL CONSTRAINT arrival_pkey PRIMARY KEY
          CONSTRAINT arrival_seat_id_fkey REFERENCES seat (id) ON DELETE CASCADE,
        place text NOT NULL,
        country text NOT NULL,
        callback_number text NOT NULL,
        emergency_number text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE arrival, seat, visit, episode, care_relation, membership, institution`);
  }
}
