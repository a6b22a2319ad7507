import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OutboxAndQueuesCreated1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // BullMQ keeps its own tables in it, by its own migrations.
    await runner.query(`CREATE SCHEMA IF NOT EXISTS bullmq`);
    await runner.query(`
      CREATE TABLE outbox_event (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT outbox_event_pkey PRIMARY KEY,
        name text NOT NULL,
        data jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        request_id text
      )`);
    await runner.query(`CREATE INDEX outbox_event_at_idx ON outbox_event (at)`);
    await runner.query(`
      CREATE TABLE outbox_delivery (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT outbox_delivery_pkey PRIMARY KEY,
        event_id uuid NOT NULL
          CONSTRAINT outbox_delivery_event_id_fkey REFERENCES outbox_event (id) ON DELETE CASCADE,
        handler text NOT NULL,
        next_at timestamptz NOT NULL DEFAULT now(),
        queued_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        handled_at timestamptz,
        problem text,
        CONSTRAINT outbox_delivery_event_id_handler_key UNIQUE (event_id, handler)
      )`);
    await runner.query(
      `CREATE INDEX outbox_delivery_next_at_idx ON outbox_delivery (next_at) WHERE handled_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE outbox_delivery, outbox_event`);
    await runner.query(`DROP SCHEMA bullmq CASCADE`);
  }
}
