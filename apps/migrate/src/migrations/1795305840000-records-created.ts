import type { MigrationInterface } from 'typeorm';

export class RecordsCreated1795305840000 implements MigrationInterface {
  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
