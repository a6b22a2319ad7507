import type { MigrationInterface } from 'typeorm';

export class PeopleAndLinksCreated1795305660000 implements MigrationInterface {
  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
