import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MessagesCreated1795305780000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notify_message (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT notify_message_pkey PRIMARY KEY,
        kind text NOT NULL CONSTRAINT notify_message_kind CHECK (kind IN ('invitation', 'sign_in', 'link_code',
          'visit_booked', 'visit_moved', 'visit_cancelled', 'visit_reminder', 'note_ready', 'message_new')),
        person_id uuid NOT NULL CONSTRAINT notify_message_person_id_fkey REFERENCES person (id),
        entity text NOT NULL,
        entity_id uuid NOT NULL,
        sequence integer NOT NULL DEFAULT 0,
        minutes integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'queued' CONSTRAINT notify_message_state
          CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'bounced', 'skipped', 'replaced')),
        next_at timestamptz NOT NULL,
        queued_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        message_id text CONSTRAINT notify_message_message_id_key UNIQUE,
        smtp_code integer,
        problem text,
        sending_since timestamptz,
        sent_at timestamptz,
        demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT notify_message_once UNIQUE (kind, person_id, entity_id, sequence, minutes)
      )`);
    await runner.query(
      `CREATE INDEX notify_message_next_at_idx ON notify_message (next_at) WHERE state IN ('queued', 'sending')`,
    );
    await runner.query(`CREATE INDEX notify_message_entity_id_idx ON notify_message (entity_id)`);
    await runner.query(`CREATE INDEX notify_message_person_id_idx ON notify_message (person_id)`);
    await runner.query(`
      CREATE TABLE demo_mail (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT demo_mail_pkey PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        recipient text NOT NULL,
        raw bytea NOT NULL
      )`);
    await runner.query(`CREATE INDEX demo_mail_at_idx ON demo_mail (at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE demo_mail, notify_message`);
  }
}
