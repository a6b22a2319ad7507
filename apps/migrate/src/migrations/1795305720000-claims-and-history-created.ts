import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClaimsAndHistoryCreated1795305720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await runner.query(`
      CREATE TABLE claim (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT claim_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT claim_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        kind text NOT NULL DEFAULT 'person' CONSTRAINT claim_kind CHECK (kind IN ('person', 'room', 'device')),
        resource_id uuid NOT NULL,
        during tstzrange NOT NULL,
        CONSTRAINT claim_visit_id_resource_id_key UNIQUE (visit_id, resource_id),
        CONSTRAINT claim_no_overlap EXCLUDE USING gist (resource_id WITH =, during WITH &&)
      )`);
    await runner.query(`
      ALTER TABLE visit
        ADD calendar_sequence int NOT NULL DEFAULT 0,
        ADD purpose text,
        ADD outcome_rule text,
        ADD outcome_by uuid CONSTRAINT visit_outcome_by_fkey REFERENCES person (id),
        ADD outcome_reason text,
        ADD booked_by uuid CONSTRAINT visit_booked_by_fkey REFERENCES person (id),
        ADD ended_at timestamptz`);
    await runner.query(`ALTER TABLE seat ADD confirmed_at timestamptz`);
    await runner.query(`
      ALTER TABLE episode
        ADD treatment text,
        ADD treated_from date,
        ADD treated_to date,
        ADD opened_by uuid CONSTRAINT episode_opened_by_fkey REFERENCES person (id),
        ADD version int NOT NULL DEFAULT 1`);
    await runner.query(`
      CREATE TABLE episode_team (
        episode_id uuid NOT NULL CONSTRAINT episode_team_episode_id_fkey REFERENCES episode (id) ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT episode_team_person_id_fkey REFERENCES person (id),
        role text NOT NULL CONSTRAINT episode_team_role CHECK (role IN ('physician', 'interpreter', 'coordinator')),
        CONSTRAINT episode_team_pkey PRIMARY KEY (episode_id, person_id)
      )`);
    await runner.query(`CREATE INDEX episode_team_person_id_idx ON episode_team (person_id)`);
    await runner.query(`
      CREATE TABLE visit_change (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT visit_change_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT visit_change_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        by_id uuid CONSTRAINT visit_change_by_id_fkey REFERENCES person (id),
        kind text NOT NULL CONSTRAINT visit_change_kind CHECK (kind IN
          ('booked', 'moved', 'cancelled', 'confirmed', 'seat_added', 'seat_removed', 'outcome')),
        reason text,
        before jsonb,
        after jsonb,
        sequence int NOT NULL
      )`);
    await runner.query(`CREATE INDEX visit_change_visit_id_id_idx ON visit_change (visit_id, id)`);
    await runner.query(`
      CREATE FUNCTION visit_change_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the history of a visit is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    // Row by row: a visit that has no history may still be deleted.
    await runner.query(`
      CREATE TRIGGER visit_change_is_append_only BEFORE UPDATE OR DELETE ON visit_change
        FOR EACH ROW EXECUTE FUNCTION visit_change_is_append_only()`);
    await runner.query(`
      CREATE TRIGGER visit_change_is_never_emptied BEFORE TRUNCATE ON visit_change
        FOR EACH STATEMENT EXECUTE FUNCTION visit_change_is_append_only()`);
    await runner.query(`
      CREATE TABLE idempotency_key (
        person_id uuid NOT NULL,
        key uuid NOT NULL,
        route text NOT NULL,
        request_hash text NOT NULL,
        status int,
        answer jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_key_pkey PRIMARY KEY (person_id, key)
      )`);
    await runner.query(`CREATE INDEX idempotency_key_created_at_idx ON idempotency_key (created_at)`);
    // Visits that were booked before anything refused overlaps: the first of two keeps its time.
    await runner.query(`
      DO $$
      DECLARE
        seated record;
      BEGIN
        FOR seated IN
          SELECT visit.id AS visit_id, seat.person_id,
                 tstzrange(visit.starts_at, visit.starts_at + visit.minutes * interval '1 minute') AS during
            FROM visit JOIN seat ON seat.visit_id = visit.id
           WHERE visit.status IN ('booked', 'arrived') AND seat.role <> 'coordinator' AND seat.state <> 'removed'
           ORDER BY visit.starts_at, visit.id, seat.person_id
        LOOP
          BEGIN
            INSERT INTO claim (visit_id, resource_id, during)
              VALUES (seated.visit_id, seated.person_id, seated.during);
          EXCEPTION WHEN exclusion_violation THEN
            CONTINUE;
          END;
        END LOOP;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idempotency_key, visit_change, episode_team, claim`);
    await runner.query(`DROP FUNCTION visit_change_is_append_only`);
    await runner.query(`
      ALTER TABLE episode
        DROP treatment, DROP treated_from, DROP treated_to, DROP opened_by, DROP version`);
    await runner.query(`ALTER TABLE seat DROP confirmed_at`);
    await runner.query(`
      ALTER TABLE visit
        DROP calendar_sequence, DROP purpose, DROP outcome_rule, DROP outcome_by, DROP outcome_reason, DROP booked_by,
        DROP ended_at`);
  }
}
