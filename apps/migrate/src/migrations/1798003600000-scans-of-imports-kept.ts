import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A record that is brought without an upload is scanned, too. */
export class ScansOfImportsKept1798003600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fhir_import ADD scan text NOT NULL DEFAULT 'unscanned'
        CONSTRAINT fhir_import_scan CHECK (scan IN ('unscanned', 'clean', 'infected'))`);
    await runner.query(`
      UPDATE fhir_import i SET scan = u.scan FROM record_upload u
       WHERE u.scan = 'clean' AND (u.id = i.id OR u.import_id = i.id)`);
    // What was withdrawn says so, and is in nobody's way who brings the same file without its harm being found any more.
    await runner.query(`
      UPDATE fhir_import i SET scan = 'infected', sha256 = i.sha256 || ' ' || i.id
       WHERE i.outcome = 'refused' AND i.bytes = 0 AND EXISTS (
               SELECT FROM record_upload u WHERE u.patient_id = i.patient_id AND u.sha256 = i.sha256 AND u.scan = 'infected')`);
    await runner.query(`CREATE INDEX fhir_import_unscanned_idx ON fhir_import (id) WHERE scan = 'unscanned'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX fhir_import_unscanned_idx`);
    await runner.query(`ALTER TABLE fhir_import DROP scan`);
  }
}
