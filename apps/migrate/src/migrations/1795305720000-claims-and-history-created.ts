import type { MigrationInterface } from 'typeorm';

export class ClaimsAndHistoryCreated1795305720000 implements MigrationInterface {
  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
