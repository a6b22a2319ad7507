import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A patient has a record of FHIR resources with their history, and every file that brought some of it. */
export class RecordsChartered1796036000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE fhir_import (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT fhir_import_pkey PRIMARY KEY,
      patient_id uuid NOT NULL CONSTRAINT fhir_import_patient_id_fkey REFERENCES person (id),
      by_id uuid NOT NULL CONSTRAINT fhir_import_by_id_fkey REFERENCES person (id),
      bytes integer NOT NULL,
      sha256 text NOT NULL,
      outcome text NOT NULL CONSTRAINT fhir_import_outcome CHECK (outcome IN ('taken', 'refused')),
      report jsonb NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      CONSTRAINT fhir_import_patient_id_sha256_key UNIQUE (patient_id, sha256)
    )`);
    await runner.query(`CREATE TABLE fhir_resource (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT fhir_resource_pkey PRIMARY KEY,
      patient_id uuid NOT NULL CONSTRAINT fhir_resource_patient_id_fkey REFERENCES person (id),
      type text NOT NULL,
      source text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      body jsonb NOT NULL,
      sha256 text NOT NULL,
      code text,
      category text,
      at text,
      status text,
      understood boolean NOT NULL,
      import_id uuid NOT NULL CONSTRAINT fhir_resource_import_id_fkey REFERENCES fhir_import (id),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT fhir_resource_patient_id_type_source_key UNIQUE (patient_id, type, source)
    )`);
    await runner.query(`CREATE INDEX fhir_resource_patient_id_type_at_idx ON fhir_resource (patient_id, type, at)`);
    await runner.query(`CREATE INDEX fhir_resource_import_id_idx ON fhir_resource (import_id)`);
    await runner.query(`CREATE TABLE fhir_history (
      resource_id uuid NOT NULL CONSTRAINT fhir_history_resource_id_fkey REFERENCES fhir_resource (id),
      version integer NOT NULL,
      body jsonb NOT NULL,
      sha256 text NOT NULL,
      import_id uuid NOT NULL CONSTRAINT fhir_history_import_id_fkey REFERENCES fhir_import (id),
      replaced_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT fhir_history_pkey PRIMARY KEY (resource_id, version)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE fhir_history`);
    await runner.query(`DROP TABLE fhir_resource`);
    await runner.query(`DROP TABLE fhir_import`);
  }
}
