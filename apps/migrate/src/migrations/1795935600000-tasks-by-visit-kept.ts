import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every change of a visit asks for its tasks, those that a person wrote among them, which `task_once` does not hold. */
export class TasksByVisitKept1795935600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX task_visit_id_idx ON task (visit_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX task_visit_id_idx`);
  }
}
