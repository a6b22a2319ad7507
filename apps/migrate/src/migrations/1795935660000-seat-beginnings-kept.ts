import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a visit begins stands in its seats, too: the last visits of somebody are asked for in every search of a time, and
 * were sorted out of all she ever had. PostgreSQL itself keeps both alike.
 */
export class SeatBeginningsKept1795935660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE seat ADD starts_at timestamptz`);
    await runner.query(`UPDATE seat s SET starts_at = v.starts_at FROM visit v WHERE v.id = s.visit_id`);
    await runner.query(`
      CREATE FUNCTION seat_begins() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT starts_at INTO NEW.starts_at FROM visit WHERE id = NEW.visit_id;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION seats_follow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE seat SET starts_at = NEW.starts_at WHERE visit_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER seat_begins BEFORE INSERT ON seat
      FOR EACH ROW WHEN (NEW.starts_at IS NULL) EXECUTE FUNCTION seat_begins()`);
    await runner.query(`
      CREATE TRIGGER seats_follow AFTER UPDATE OF starts_at ON visit
      FOR EACH ROW WHEN (NEW.starts_at <> OLD.starts_at) EXECUTE FUNCTION seats_follow()`);
    await runner.query(`CREATE INDEX seat_person_id_starts_at_idx ON seat (person_id, starts_at)`);
    await runner.query(`DROP INDEX seat_person_id_idx`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX seat_person_id_idx ON seat (person_id)`);
    await runner.query(`DROP INDEX seat_person_id_starts_at_idx`);
    await runner.query(`DROP TRIGGER seats_follow ON visit`);
    await runner.query(`DROP TRIGGER seat_begins ON seat`);
    await runner.query(`DROP FUNCTION seats_follow()`);
    await runner.query(`DROP FUNCTION seat_begins()`);
    await runner.query(`ALTER TABLE seat DROP COLUMN starts_at`);
  }
}
