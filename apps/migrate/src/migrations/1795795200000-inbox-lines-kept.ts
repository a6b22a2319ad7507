import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person was told can be read here as it was said; each way has a queue of its own among the messages. */
export class InboxLinesKept1795795200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE inbox_line (
      message_id uuid NOT NULL CONSTRAINT inbox_line_pkey PRIMARY KEY
        CONSTRAINT inbox_line_message_id_fkey REFERENCES notify_message (id) ON DELETE CASCADE,
      title text NOT NULL,
      text text NOT NULL,
      path text
    )`);
    await runner.query(`ALTER TABLE sms_outbox ADD language text`);
    await runner.query(
      `CREATE INDEX notify_message_channel_next_at_idx ON notify_message (channel, next_at) WHERE state IN ('queued', 'sending')`,
    );
    await runner.query(`DROP INDEX notify_message_next_at_idx`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX notify_message_next_at_idx ON notify_message (next_at) WHERE state IN ('queued', 'sending')`,
    );
    await runner.query(`DROP INDEX notify_message_channel_next_at_idx`);
    await runner.query(`ALTER TABLE sms_outbox DROP COLUMN language`);
    await runner.query(`DROP TABLE inbox_line`);
  }
}
