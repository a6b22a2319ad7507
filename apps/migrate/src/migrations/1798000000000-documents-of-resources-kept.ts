import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A resource is known by the document that it came in: a file may hold many. */
export class DocumentsOfResourcesKept1798000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE fhir_resource ADD document uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE fhir_resource DROP document`);
  }
}
