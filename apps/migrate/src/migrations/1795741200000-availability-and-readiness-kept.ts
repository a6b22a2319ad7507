import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people can be had, what a visit still needs, and by which ways its people are told, stay with them. */
export class AvailabilityAndReadinessKept1795741200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.#visits(runner);
    await this.#people(runner);
    await this.#availability(runner);
    await this.#readiness(runner);
    await this.#planning(runner);
    await this.#messages(runner);
    await this.#calendars(runner);
  }

  async #visits(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE visit
      DROP CONSTRAINT visit_status,
      ADD CONSTRAINT visit_status CHECK (status IN ('held', 'pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'lapsed')),
      ADD held_until timestamptz,
      ADD series_id uuid,
      ADD outcome text CONSTRAINT visit_outcome CHECK (outcome IS NULL OR outcome IN ('attended', 'late', 'noshow', 'technical', 'not_received', 'nobody')),
      ADD late_minutes integer,
      ADD late_by text[] NOT NULL DEFAULT '{}',
      ADD self_booked boolean NOT NULL DEFAULT false,
      ADD CONSTRAINT visit_held CHECK ((status = 'held') = (held_until IS NOT NULL))`);
    await runner.query(`CREATE INDEX visit_held_until_idx ON visit (held_until) WHERE status = 'held'`);
    await runner.query(
      `CREATE INDEX visit_tzdata_idx ON visit (tzdata) WHERE status IN ('held', 'pending', 'booked', 'arrived')`,
    );
    await runner.query(
      `ALTER TABLE seat ADD zone text, ADD wall text, ADD declined_at timestamptz, ADD declined_reason text`,
    );
    await runner.query(`ALTER TABLE visit_change
      DROP CONSTRAINT visit_change_kind,
      ADD CONSTRAINT visit_change_kind CHECK (kind IN ('held', 'pending', 'booked', 'moved', 'cancelled', 'confirmed',
        'declined', 'agreed', 'lapsed', 'seat_added', 'seat_removed', 'outcome', 'clock'))`);
  }

  async #people(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person
      ADD channels text[] NOT NULL DEFAULT '{email,app}',
      ADD quiet_from smallint,
      ADD quiet_to smallint,
      ADD phone_state text NOT NULL DEFAULT 'unknown'
        CONSTRAINT person_phone_state CHECK (phone_state IN ('unknown', 'works', 'refused')),
      ADD CONSTRAINT person_quiet CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)
        AND quiet_from BETWEEN 0 AND 1439 AND quiet_to BETWEEN 0 AND 1439),
      ADD CONSTRAINT person_channels CHECK (channels <@ ARRAY['email', 'sms', 'push', 'app'])`);
  }

  async #availability(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE thing (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT thing_pkey PRIMARY KEY,
      institution_id uuid NOT NULL CONSTRAINT thing_institution_id_fkey REFERENCES institution (id) ON DELETE CASCADE,
      kind text NOT NULL CONSTRAINT thing_kind CHECK (kind IN ('room', 'device')),
      name text NOT NULL CONSTRAINT thing_name CHECK (length(name) BETWEEN 1 AND 120),
      retired_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      demo boolean NOT NULL DEFAULT false
    )`);
    await runner.query(`CREATE INDEX thing_institution_id_idx ON thing (institution_id)`);
    await runner.query(`CREATE TABLE availability (
      resource_id uuid NOT NULL CONSTRAINT availability_pkey PRIMARY KEY,
      zone text,
      notice_minutes integer NOT NULL DEFAULT 0 CONSTRAINT availability_notice CHECK (notice_minutes BETWEEN 0 AND 43200),
      buffer_minutes integer NOT NULL DEFAULT 0 CONSTRAINT availability_buffer CHECK (buffer_minutes BETWEEN 0 AND 120),
      per_day integer CONSTRAINT availability_per_day CHECK (per_day BETWEEN 1 AND 48),
      good_from smallint NOT NULL DEFAULT 540,
      good_to smallint NOT NULL DEFAULT 1080,
      holidays text[] NOT NULL DEFAULT '{}',
      version integer NOT NULL DEFAULT 1,
      changed_by uuid CONSTRAINT availability_changed_by_fkey REFERENCES person (id),
      changed_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT availability_good CHECK (0 <= good_from AND good_from < good_to AND good_to <= 1440)
    )`);
    await runner.query(`CREATE TABLE availability_rule (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT availability_rule_pkey PRIMARY KEY,
      resource_id uuid NOT NULL
        CONSTRAINT availability_rule_resource_id_fkey REFERENCES availability (resource_id) ON DELETE CASCADE,
      kind text NOT NULL CONSTRAINT availability_rule_kind CHECK (kind IN ('open', 'break', 'on_call')),
      weekday smallint NOT NULL CONSTRAINT availability_rule_weekday CHECK (weekday BETWEEN 1 AND 7),
      from_minute smallint NOT NULL,
      to_minute smallint NOT NULL,
      valid_from date,
      valid_to date,
      CONSTRAINT availability_rule_minutes CHECK (0 <= from_minute AND from_minute < 1440
        AND from_minute < to_minute AND to_minute <= from_minute + 1440)
    )`);
    await runner.query(`CREATE INDEX availability_rule_resource_id_idx ON availability_rule (resource_id)`);
    await runner.query(`CREATE TABLE availability_day (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT availability_day_pkey PRIMARY KEY,
      resource_id uuid NOT NULL
        CONSTRAINT availability_day_resource_id_fkey REFERENCES availability (resource_id) ON DELETE CASCADE,
      kind text NOT NULL CONSTRAINT availability_day_kind CHECK (kind IN ('off', 'open')),
      day date NOT NULL,
      from_minute smallint NOT NULL DEFAULT 0,
      to_minute smallint NOT NULL DEFAULT 1440,
      reason text,
      CONSTRAINT availability_day_minutes CHECK (0 <= from_minute AND from_minute < to_minute AND to_minute <= 2880)
    )`);
    await runner.query(`CREATE INDEX availability_day_resource_id_day_idx ON availability_day (resource_id, day)`);
    await runner.query(`CREATE TABLE holiday (
      country text NOT NULL,
      day date NOT NULL,
      name jsonb NOT NULL,
      CONSTRAINT holiday_pkey PRIMARY KEY (country, day)
    )`);
    await runner.query(`CREATE TABLE holiday_fill (
      country text NOT NULL,
      year integer NOT NULL,
      filled_at timestamptz NOT NULL DEFAULT now(),
      known boolean NOT NULL,
      CONSTRAINT holiday_fill_pkey PRIMARY KEY (country, year)
    )`);
  }

  async #readiness(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE task (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT task_pkey PRIMARY KEY,
      episode_id uuid NOT NULL CONSTRAINT task_episode_id_fkey REFERENCES episode (id) ON DELETE CASCADE,
      visit_id uuid CONSTRAINT task_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
      source text NOT NULL,
      kind text NOT NULL,
      subject uuid NOT NULL DEFAULT '00000000-0000-4000-8000-000000000000',
      title text CONSTRAINT task_title CHECK (length(title) BETWEEN 1 AND 200),
      note text CONSTRAINT task_note CHECK (length(note) <= 2000),
      owner_role text NOT NULL
        CONSTRAINT task_owner_role CHECK (owner_role IN ('patient', 'physician', 'interpreter', 'coordinator')),
      owner_id uuid CONSTRAINT task_owner_id_fkey REFERENCES person (id),
      due_at timestamptz NOT NULL,
      escalate_at timestamptz,
      escalated_at timestamptz,
      state text NOT NULL DEFAULT 'open' CONSTRAINT task_state CHECK (state IN ('open', 'done', 'waived', 'gone')),
      done_at timestamptz,
      done_by uuid CONSTRAINT task_done_by_fkey REFERENCES person (id),
      created_by uuid CONSTRAINT task_created_by_fkey REFERENCES person (id),
      created_at timestamptz NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT 1,
      demo boolean NOT NULL DEFAULT false
    )`);
    await runner.query(
      `CREATE UNIQUE INDEX task_once ON task (visit_id, source, kind, subject) WHERE source <> 'coordinator'`,
    );
    await runner.query(`CREATE INDEX task_episode_id_idx ON task (episode_id)`);
    await runner.query(
      `CREATE INDEX task_escalates_idx ON task (escalate_at) WHERE state = 'open' AND escalated_at IS NULL`,
    );
    await runner.query(`CREATE TABLE interpreter_ask (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT interpreter_ask_pkey PRIMARY KEY,
      visit_id uuid NOT NULL CONSTRAINT interpreter_ask_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
      person_id uuid NOT NULL CONSTRAINT interpreter_ask_person_id_fkey REFERENCES person (id),
      rank integer NOT NULL,
      languages text[] NOT NULL CONSTRAINT interpreter_ask_languages CHECK (cardinality(languages) = 2),
      minutes integer NOT NULL CONSTRAINT interpreter_ask_minutes CHECK (minutes BETWEEN 5 AND 4320),
      round integer NOT NULL DEFAULT 1,
      state text NOT NULL DEFAULT 'waiting' CONSTRAINT interpreter_ask_state
        CHECK (state IN ('waiting', 'asked', 'accepted', 'declined', 'expired', 'busy', 'withdrawn')),
      asked_at timestamptz,
      answer_by timestamptz,
      answered_at timestamptz,
      reason text,
      CONSTRAINT interpreter_ask_visit_id_person_id_round_key UNIQUE (visit_id, person_id, round)
    )`);
    await runner.query(
      `CREATE UNIQUE INDEX interpreter_ask_one_asked ON interpreter_ask (visit_id) WHERE state IN ('asked', 'accepted')`,
    );
    await runner.query(
      `CREATE INDEX interpreter_ask_answer_by_idx ON interpreter_ask (answer_by) WHERE state = 'asked'`,
    );
    await runner.query(
      `CREATE INDEX interpreter_ask_person_id_idx ON interpreter_ask (person_id) WHERE state = 'asked'`,
    );
    await runner.query(`CREATE TABLE clock_change (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT clock_change_pkey PRIMARY KEY,
      visit_id uuid NOT NULL CONSTRAINT clock_change_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
      tzdata_before text NOT NULL,
      tzdata_after text NOT NULL,
      walls jsonb NOT NULL,
      state text NOT NULL DEFAULT 'open' CONSTRAINT clock_change_state CHECK (state IN ('open', 'wall', 'instant', 'gone')),
      decided_by uuid CONSTRAINT clock_change_decided_by_fkey REFERENCES person (id),
      decided_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT clock_change_visit_id_tzdata_after_key UNIQUE (visit_id, tzdata_after)
    )`);
  }

  async #planning(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE visit_series (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT visit_series_pkey PRIMARY KEY,
      episode_id uuid NOT NULL CONSTRAINT visit_series_episode_id_fkey REFERENCES episode (id) ON DELETE CASCADE,
      keeps text NOT NULL CONSTRAINT visit_series_keeps CHECK (keeps IN ('patient', 'institution')),
      every_weeks integer NOT NULL,
      times integer NOT NULL,
      by_id uuid CONSTRAINT visit_series_by_id_fkey REFERENCES person (id),
      created_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query(
      `ALTER TABLE visit ADD CONSTRAINT visit_series_id_fkey FOREIGN KEY (series_id) REFERENCES visit_series (id)`,
    );
    await runner.query(`CREATE TABLE waitlist (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT waitlist_pkey PRIMARY KEY,
      episode_id uuid NOT NULL CONSTRAINT waitlist_episode_id_fkey REFERENCES episode (id) ON DELETE CASCADE,
      physician_id uuid NOT NULL CONSTRAINT waitlist_physician_id_fkey REFERENCES person (id),
      minutes integer NOT NULL,
      earliest date NOT NULL,
      latest date NOT NULL,
      rank integer NOT NULL DEFAULT 0,
      ask jsonb,
      state text NOT NULL DEFAULT 'waiting' CONSTRAINT waitlist_state CHECK (state IN ('waiting', 'offered', 'filled', 'ended')),
      offered_visit_id uuid CONSTRAINT waitlist_offered_visit_id_fkey REFERENCES visit (id),
      created_by uuid CONSTRAINT waitlist_created_by_fkey REFERENCES person (id),
      created_at timestamptz NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT 1,
      demo boolean NOT NULL DEFAULT false
    )`);
    await runner.query(`CREATE INDEX waitlist_physician_id_idx ON waitlist (physician_id) WHERE state = 'waiting'`);
    await runner.query(`CREATE INDEX waitlist_episode_id_idx ON waitlist (episode_id)`);
    await runner.query(`CREATE TABLE booking_allowance (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT booking_allowance_pkey PRIMARY KEY,
      episode_id uuid NOT NULL CONSTRAINT booking_allowance_episode_id_fkey REFERENCES episode (id) ON DELETE CASCADE,
      physician_id uuid NOT NULL CONSTRAINT booking_allowance_physician_id_fkey REFERENCES person (id),
      minutes integer NOT NULL,
      earliest date NOT NULL,
      latest date NOT NULL,
      remaining integer NOT NULL CONSTRAINT booking_allowance_remaining CHECK (remaining BETWEEN 0 AND 20),
      ask jsonb,
      by_id uuid CONSTRAINT booking_allowance_by_id_fkey REFERENCES person (id),
      created_at timestamptz NOT NULL DEFAULT now(),
      revoked_at timestamptz
    )`);
    await runner.query(`CREATE INDEX booking_allowance_episode_id_idx ON booking_allowance (episode_id)`);
  }

  async #messages(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notify_message
      DROP CONSTRAINT notify_message_kind,
      DROP CONSTRAINT notify_message_state,
      DROP CONSTRAINT notify_message_once,
      ADD channel text NOT NULL DEFAULT 'email'
        CONSTRAINT notify_message_channel CHECK (channel IN ('email', 'sms', 'push', 'app')),
      ADD target uuid NOT NULL DEFAULT '00000000-0000-4000-8000-000000000000',
      ADD provider_id text,
      ADD read_at timestamptz,
      ADD CONSTRAINT notify_message_state
        CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'bounced', 'skipped', 'replaced')),
      ADD CONSTRAINT notify_message_once UNIQUE (kind, person_id, entity_id, sequence, minutes, channel, target)`);
    await runner.query(
      `CREATE INDEX notify_message_inbox_idx ON notify_message (person_id, due_at) WHERE channel = 'app'`,
    );
    await runner.query(`CREATE TABLE push_subscription (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT push_subscription_pkey PRIMARY KEY,
      person_id uuid NOT NULL CONSTRAINT push_subscription_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
      endpoint text NOT NULL CONSTRAINT push_subscription_endpoint_key UNIQUE,
      p256dh bytea NOT NULL,
      auth bytea NOT NULL,
      device text,
      created_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query(`CREATE INDEX push_subscription_person_id_idx ON push_subscription (person_id)`);
    await runner.query(`CREATE TABLE sms_outbox (
      id uuid NOT NULL CONSTRAINT sms_outbox_pkey PRIMARY KEY,
      at timestamptz(3) NOT NULL DEFAULT now(),
      recipient text NOT NULL,
      text text NOT NULL
    )`);
    await runner.query(`CREATE TABLE inbound_mail (
      id text NOT NULL CONSTRAINT inbound_mail_pkey PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT now(),
      seat_id uuid,
      what text NOT NULL
    )`);
  }

  async #calendars(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE calendar_feed (
      person_id uuid NOT NULL CONSTRAINT calendar_feed_pkey PRIMARY KEY
        CONSTRAINT calendar_feed_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
      token_hash text NOT NULL CONSTRAINT calendar_feed_token_hash_key UNIQUE,
      created_at timestamptz NOT NULL DEFAULT now(),
      read_at timestamptz
    )`);
    await runner.query(`CREATE TABLE calendar_link (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT calendar_link_pkey PRIMARY KEY,
      person_id uuid NOT NULL CONSTRAINT calendar_link_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
      kind text NOT NULL CONSTRAINT calendar_link_kind CHECK (kind IN ('ics', 'caldav')),
      host text NOT NULL,
      url bytea NOT NULL,
      username text,
      secret bytea,
      collection text,
      writes boolean NOT NULL DEFAULT false,
      state text NOT NULL DEFAULT 'new'
        CONSTRAINT calendar_link_state CHECK (state IN ('new', 'works', 'stale', 'refused')),
      tag text,
      next_at timestamptz NOT NULL DEFAULT now(),
      read_at timestamptz,
      worked_at timestamptz,
      problem text,
      ignored jsonb,
      version integer NOT NULL DEFAULT 1
    )`);
    await runner.query(`CREATE INDEX calendar_link_next_at_idx ON calendar_link (next_at)`);
    await runner.query(`CREATE INDEX calendar_link_person_id_idx ON calendar_link (person_id)`);
    await runner.query(`CREATE TABLE busy_time (
      link_id uuid NOT NULL CONSTRAINT busy_time_link_id_fkey REFERENCES calendar_link (id) ON DELETE CASCADE,
      person_id uuid NOT NULL,
      from_at timestamptz NOT NULL,
      to_at timestamptz NOT NULL,
      CONSTRAINT busy_time_pkey PRIMARY KEY (link_id, from_at, to_at)
    )`);
    await runner.query(`CREATE INDEX busy_time_person_id_from_at_idx ON busy_time (person_id, from_at)`);
    await runner.query(`CREATE TABLE calendar_object (
      link_id uuid NOT NULL CONSTRAINT calendar_object_link_id_fkey REFERENCES calendar_link (id) ON DELETE CASCADE,
      visit_id uuid NOT NULL,
      href text NOT NULL,
      etag text,
      sequence integer NOT NULL,
      CONSTRAINT calendar_object_pkey PRIMARY KEY (link_id, visit_id)
    )`);
  }

  /** What the version before has no word for becomes what comes nearest; history is never taken back, so its check looks ahead only. */
  async down(runner: QueryRunner): Promise<void> {
    const calendars = 'calendar_object, busy_time, calendar_link, calendar_feed';
    await runner.query(`DROP TABLE ${calendars}, inbound_mail, sms_outbox, push_subscription`);
    await runner.query(`DELETE FROM notify_message WHERE channel <> 'email' OR kind NOT IN ('invitation', 'sign_in', 'link_code',
      'visit_booked', 'visit_moved', 'visit_cancelled', 'visit_reminder', 'note_ready', 'message_new')`);
    await runner.query(`UPDATE notify_message SET state = 'sent' WHERE state = 'delivered'`);
    await runner.query(`DROP INDEX notify_message_inbox_idx`);
    await runner.query(`ALTER TABLE notify_message
      DROP CONSTRAINT notify_message_once,
      DROP CONSTRAINT notify_message_state,
      DROP COLUMN channel, DROP COLUMN target, DROP COLUMN provider_id, DROP COLUMN read_at,
      ADD CONSTRAINT notify_message_kind CHECK (kind IN ('invitation', 'sign_in', 'link_code', 'visit_booked', 'visit_moved',
        'visit_cancelled', 'visit_reminder', 'note_ready', 'message_new')),
      ADD CONSTRAINT notify_message_state CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'bounced', 'skipped', 'replaced')),
      ADD CONSTRAINT notify_message_once UNIQUE (kind, person_id, entity_id, sequence, minutes)`);
    await runner.query(`DROP TABLE booking_allowance, waitlist, clock_change, interpreter_ask, task`);
    await runner.query(`DROP TABLE holiday_fill, holiday, availability_day, availability_rule, availability, thing`);
    await runner.query(`ALTER TABLE person
      DROP COLUMN channels, DROP COLUMN quiet_from, DROP COLUMN quiet_to, DROP COLUMN phone_state`);
    await runner.query(`ALTER TABLE visit_change
      DROP CONSTRAINT visit_change_kind,
      ADD CONSTRAINT visit_change_kind CHECK (kind IN ('booked', 'moved', 'cancelled', 'confirmed', 'seat_added', 'seat_removed',
        'outcome')) NOT VALID`);
    await runner.query(
      `ALTER TABLE seat DROP COLUMN zone, DROP COLUMN wall, DROP COLUMN declined_at, DROP COLUMN declined_reason`,
    );
    await runner.query(
      `DELETE FROM claim USING visit v WHERE v.id = claim.visit_id AND v.status IN ('held', 'pending')`,
    );
    await runner.query(
      `UPDATE visit SET status = 'cancelled', held_until = NULL WHERE status IN ('held', 'pending', 'lapsed')`,
    );
    await runner.query(`DROP INDEX visit_tzdata_idx`);
    await runner.query(`ALTER TABLE visit
      DROP CONSTRAINT visit_held, DROP CONSTRAINT visit_status,
      DROP COLUMN held_until, DROP COLUMN series_id, DROP COLUMN outcome, DROP COLUMN late_minutes, DROP COLUMN late_by,
      DROP COLUMN self_booked,
      ADD CONSTRAINT visit_status CHECK (status IN ('booked', 'arrived', 'fulfilled', 'cancelled', 'noshow'))`);
    await runner.query(`DROP TABLE visit_series`);
  }
}
