import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoomsCreated1795219320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE room (
        visit_id uuid NOT NULL CONSTRAINT room_pkey PRIMARY KEY
          CONSTRAINT room_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        node_id text NOT NULL,
        epoch integer NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE room`);
  }
}
