import type { MigrationInterface } from 'typeorm';

export class OutboxAndQueuesCreated1795305600000 implements MigrationInterface {
  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
