import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of messages is their queue: none of them lies in another one. */
export class MessagesUnqueued1795744800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notify_message DROP COLUMN queued_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notify_message ADD queued_at timestamptz`);
  }
}
