import type { MigrationInterface } from 'typeorm';

export class MessagesCreated1795305780000 implements MigrationInterface {
  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
