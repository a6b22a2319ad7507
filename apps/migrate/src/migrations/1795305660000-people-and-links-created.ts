import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleAndLinksCreated1795305660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person
        ADD birth_date date,
        ADD sex text NOT NULL DEFAULT 'unknown'
          CONSTRAINT person_sex CHECK (sex IN ('female', 'male', 'other', 'unknown')),
        ADD email_state text NOT NULL DEFAULT 'unknown'
          CONSTRAINT person_email_state CHECK (email_state IN ('unknown', 'works', 'bounced')),
        ADD reminders integer[] NOT NULL DEFAULT '{1440,60,10}',
        ADD licence text,
        ADD licence_country text,
        ADD languages text[] NOT NULL DEFAULT '{}',
        ADD steward boolean NOT NULL DEFAULT false,
        ADD welcomed_at timestamptz,
        ADD merged_into uuid CONSTRAINT person_merged_into_fkey REFERENCES person (id),
        ADD version integer NOT NULL DEFAULT 1`);
    // People write their address as they like; the sign-in finds it all the same.
    await runner.query(`CREATE INDEX person_email_idx ON person (lower(email))`);
    await runner.query(`CREATE INDEX person_birth_date_idx ON person (birth_date)`);
    await runner.query(`
      ALTER TABLE institution ADD email text, ADD version integer NOT NULL DEFAULT 1`);
    await runner.query(`
      ALTER TABLE session
        ADD scope_visit_id uuid CONSTRAINT session_scope_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        ADD previous_hash text CONSTRAINT session_previous_hash_key UNIQUE,
        ADD rotated_at timestamptz NOT NULL DEFAULT now(),
        ADD seen boolean NOT NULL DEFAULT false,
        ADD absolute_until timestamptz,
        ADD device_hash text`);
    await runner.query(`UPDATE session SET absolute_until = expires_at`);
    await runner.query(`CREATE INDEX session_scope_visit_id_idx ON session (scope_visit_id)`);
    await this.links(runner);
    await runner.query(`
      CREATE TABLE rate (
        bucket text NOT NULL,
        begins timestamptz NOT NULL,
        count integer NOT NULL,
        CONSTRAINT rate_pkey PRIMARY KEY (bucket, begins)
      )`);
    await runner.query(`
      CREATE TABLE person_merge (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT person_merge_pkey PRIMARY KEY,
        from_id uuid NOT NULL CONSTRAINT person_merge_from_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        into_id uuid NOT NULL CONSTRAINT person_merge_into_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        by uuid NOT NULL CONSTRAINT person_merge_by_fkey REFERENCES person (id),
        at timestamptz NOT NULL DEFAULT now(),
        reason text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE patient_difference (
        a uuid NOT NULL CONSTRAINT patient_difference_a_fkey REFERENCES person (id) ON DELETE CASCADE,
        b uuid NOT NULL CONSTRAINT patient_difference_b_fkey REFERENCES person (id) ON DELETE CASCADE,
        by uuid NOT NULL CONSTRAINT patient_difference_by_fkey REFERENCES person (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT patient_difference_pkey PRIMARY KEY (a, b),
        CONSTRAINT patient_difference_order CHECK (a < b)
      )`);
  }

  private async links(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitation (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT invitation_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT invitation_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        institution_id uuid
          CONSTRAINT invitation_institution_id_fkey REFERENCES institution (id) ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT invitation_role
          CHECK (role IN ('physician', 'coordinator', 'interpreter', 'administrator', 'patient', 'steward')),
        invited_by uuid CONSTRAINT invitation_invited_by_fkey REFERENCES person (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        redeemed_at timestamptz,
        revoked_at timestamptz,
        demo boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX invitation_open_idx ON invitation (person_id, institution_id, role)
        WHERE redeemed_at IS NULL AND revoked_at IS NULL`);
    await runner.query(`
      CREATE UNIQUE INDEX invitation_open_house_idx ON invitation (person_id, role)
        WHERE institution_id IS NULL AND redeemed_at IS NULL AND revoked_at IS NULL`);
    await runner.query(`CREATE INDEX invitation_institution_id_idx ON invitation (institution_id)`);
    await runner.query(`
      CREATE TABLE access_link (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT access_link_pkey PRIMARY KEY,
        kind text NOT NULL CONSTRAINT access_link_kind CHECK (kind IN ('sign_in', 'invitation', 'visit')),
        person_id uuid NOT NULL CONSTRAINT access_link_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        visit_id uuid CONSTRAINT access_link_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        invitation_id uuid
          CONSTRAINT access_link_invitation_id_fkey REFERENCES invitation (id) ON DELETE CASCADE,
        token_hash text NOT NULL CONSTRAINT access_link_token_hash_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT access_link_about CHECK (
          (kind = 'visit') = (visit_id IS NOT NULL) AND (kind = 'invitation') = (invitation_id IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX access_link_person_id_idx ON access_link (person_id)`);
    await runner.query(`CREATE INDEX access_link_visit_id_idx ON access_link (visit_id)`);
    await runner.query(`CREATE INDEX access_link_invitation_id_idx ON access_link (invitation_id)`);
    await runner.query(`
      CREATE TABLE link_device (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT link_device_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT link_device_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT link_device_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        device_hash text NOT NULL,
        first boolean NOT NULL,
        confirmed_at timestamptz,
        CONSTRAINT link_device_visit_id_person_id_device_hash_key UNIQUE (visit_id, person_id, device_hash)
      )`);
    await runner.query(`CREATE UNIQUE INDEX link_device_first_idx ON link_device (visit_id, person_id) WHERE first`);
    await runner.query(`
      CREATE TABLE link_code (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT link_code_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT link_code_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT link_code_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        device_hash text NOT NULL,
        code_hashes text[] NOT NULL DEFAULT '{}',
        wrong integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await runner.query(`
      CREATE INDEX link_code_visit_id_person_id_device_hash_idx ON link_code (visit_id, person_id, device_hash)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE patient_difference, person_merge, rate, link_code, link_device, access_link, invitation`);
    await runner.query(`
      ALTER TABLE session DROP scope_visit_id, DROP previous_hash, DROP rotated_at, DROP seen, DROP absolute_until, DROP device_hash`);
    await runner.query(`ALTER TABLE institution DROP email, DROP version`);
    await runner.query(`DROP INDEX person_email_idx`);
    await runner.query(`
      ALTER TABLE person DROP birth_date, DROP sex, DROP email_state, DROP reminders, DROP licence,
        DROP licence_country, DROP languages, DROP steward, DROP welcomed_at, DROP merged_into, DROP version`);
  }
}
