import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files come into a record in pieces, and pictures among them are kept by study, series and instance. */
export class PicturesKept1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE record_upload (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT record_upload_pkey PRIMARY KEY,
      patient_id uuid NOT NULL CONSTRAINT record_upload_patient_id_fkey REFERENCES person (id),
      by_id uuid NOT NULL CONSTRAINT record_upload_by_id_fkey REFERENCES person (id),
      batch_id uuid NOT NULL,
      name text NOT NULL,
      bytes integer NOT NULL,
      received integer NOT NULL DEFAULT 0,
      state text NOT NULL DEFAULT 'receiving',
      kind text,
      sha256 text,
      scan text NOT NULL DEFAULT 'unscanned',
      report jsonb,
      stays boolean NOT NULL DEFAULT true,
      import_id uuid CONSTRAINT record_upload_import_id_fkey REFERENCES fhir_import (id),
      attempts integer NOT NULL DEFAULT 0,
      working_until timestamptz,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      touched_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT record_upload_state CHECK (state IN ('receiving', 'working', 'done', 'refused')),
      CONSTRAINT record_upload_kind CHECK (kind IN ('dicom', 'zip', 'fhir', 'xml', 'pdf', 'image', 'other')),
      CONSTRAINT record_upload_scan CHECK (scan IN ('unscanned', 'clean', 'infected')),
      CONSTRAINT record_upload_bytes CHECK (bytes BETWEEN 0 AND 1073741824 AND received BETWEEN 0 AND bytes)
    )`);
    await runner.query(`CREATE INDEX record_upload_patient_id_batch_id_idx ON record_upload (patient_id, batch_id)`);
    await runner.query(`CREATE INDEX record_upload_coming_idx ON record_upload (by_id) WHERE state = 'receiving'`);
    await runner.query(`CREATE INDEX record_upload_working_idx ON record_upload (id) WHERE state = 'working'`);
    await runner.query(`CREATE TABLE imaging_study (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT imaging_study_pkey PRIMARY KEY,
      patient_id uuid NOT NULL CONSTRAINT imaging_study_patient_id_fkey REFERENCES person (id),
      uid text NOT NULL,
      at text,
      description text,
      place text,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT imaging_study_patient_id_uid_key UNIQUE (patient_id, uid)
    )`);
    await runner.query(`CREATE TABLE imaging_series (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT imaging_series_pkey PRIMARY KEY,
      study_id uuid NOT NULL CONSTRAINT imaging_series_study_id_fkey REFERENCES imaging_study (id),
      uid text NOT NULL,
      number integer,
      modality text NOT NULL,
      at text,
      description text,
      body_part text,
      thumbnail_of uuid,
      CONSTRAINT imaging_series_study_id_uid_key UNIQUE (study_id, uid)
    )`);
    await runner.query(`CREATE TABLE imaging_instance (
      id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT imaging_instance_pkey PRIMARY KEY,
      series_id uuid NOT NULL CONSTRAINT imaging_instance_series_id_fkey REFERENCES imaging_series (id),
      uid text NOT NULL,
      sop_class text NOT NULL,
      upload_id uuid NOT NULL CONSTRAINT imaging_instance_upload_id_fkey REFERENCES record_upload (id),
      blob_id uuid NOT NULL,
      bytes integer NOT NULL,
      sha256 text NOT NULL,
      transfer_syntax text NOT NULL,
      number integer,
      frames integer NOT NULL,
      rows integer NOT NULL,
      columns integer NOT NULL,
      window_center double precision,
      window_width double precision,
      row_spacing double precision,
      column_spacing double precision,
      position double precision,
      shown boolean NOT NULL,
      CONSTRAINT imaging_instance_series_id_uid_key UNIQUE (series_id, uid)
    )`);
    await runner.query(`CREATE INDEX imaging_instance_upload_id_idx ON imaging_instance (upload_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE imaging_instance`);
    await runner.query(`DROP TABLE imaging_series`);
    await runner.query(`DROP TABLE imaging_study`);
    await runner.query(`DROP TABLE record_upload`);
  }
}
