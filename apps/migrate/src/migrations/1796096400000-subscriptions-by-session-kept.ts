import type { MigrationInterface, QueryRunner } from 'typeorm';

/** However a session is ended, what its browser was allowed to show ends with it. */
export class SubscriptionsBySessionKept1796096400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE push_subscription
         ADD session_id uuid CONSTRAINT push_subscription_session_id_fkey REFERENCES session (id) ON DELETE CASCADE`,
    );
    await runner.query(`CREATE INDEX push_subscription_session_id_idx ON push_subscription (session_id)`);
    await runner.query(`
      CREATE FUNCTION session_ends_subscriptions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM push_subscription WHERE session_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER session_ended AFTER UPDATE OF revoked_at ON session
        FOR EACH ROW WHEN (NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION session_ends_subscriptions()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER session_ended ON session`);
    await runner.query(`DROP FUNCTION session_ends_subscriptions()`);
    await runner.query(`ALTER TABLE push_subscription DROP session_id`);
  }
}
