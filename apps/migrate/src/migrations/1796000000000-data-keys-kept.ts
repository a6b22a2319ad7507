import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files are sealed from now on; those that are here are sealed one by one by the scheduler. */
export class DataKeysKept1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_key (
        id uuid NOT NULL CONSTRAINT data_key_pkey PRIMARY KEY,
        patient_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        master_key_id text NOT NULL,
        wrapped bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        destroyed_at timestamptz,
        CONSTRAINT data_key_patient_id_version_key UNIQUE (patient_id, version),
        CONSTRAINT data_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      )`);
    await runner.query(`ALTER TABLE file ADD in_vault boolean NOT NULL DEFAULT false`);
    await runner.query(`CREATE INDEX file_open_idx ON file (id) WHERE NOT in_vault`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX file_open_idx`);
    await runner.query(`ALTER TABLE file DROP COLUMN in_vault`);
    await runner.query(`DROP TABLE data_key`);
  }
}
