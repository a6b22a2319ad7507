import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As `contentOf` in libs/access spells it; verifying compares the two. */
const spelled = [
  ['id', 'l.id::text'],
  ['at', '(extract(epoch from l.at) * 1000000)::bigint::text'],
  ['actor', 'l.actor_id::text'],
  ['permission', 'l.permission'],
  ['outcome', 'l.outcome'],
  ['entity', 'l.entity'],
  ['entityId', 'l.entity_id::text'],
  ['patient', 'l.patient_id::text'],
  ['via', 'l.via'],
  ['request', 'l.request_id'],
  ['times', 'l.times::text'],
]
  .map(([name, value]) => `coalesce('${name}:' || octet_length(${value}) || ':' || ${value} || ';', '')`)
  .join(' || ');

/**
 * Each row of the ledger has a seal that hangs on the one before. Rows take their place in the order in which they are
 * seen, not in that of their ids: who has the smaller one may commit later. A row whose id was given longer than half a
 * minute ago has been seen, for no statement of ours lives that long. `aged`: where nobody else writes, all are as old.
 */
export class LedgerSealed1796072000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By days, for a patient who reads who has looked at her record. Nobody writes from here on until all is sealed.
    await runner.query(`CREATE INDEX ledger_patient_id_at_idx ON ledger (patient_id, at)`);
    await runner.query(`DROP INDEX ledger_patient_id_idx`);
    await runner.query(`
      CREATE TABLE ledger_seal (
        place bigint NOT NULL CONSTRAINT ledger_seal_pkey PRIMARY KEY,
        row_id bigint NOT NULL CONSTRAINT ledger_seal_row_id_key UNIQUE,
        sealed_at timestamptz NOT NULL,
        hash bytea NOT NULL
      )`);
    await runner.query(`
      CREATE TRIGGER ledger_seal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_seal
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()`);
    await runner.query(`
      CREATE FUNCTION ledger_content(l ledger) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT convert_to(${spelled}, 'UTF8')
      $$`);
    await runner.query(`
      CREATE FUNCTION seal_ledger(most integer, aged interval DEFAULT '0') RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        last_place bigint;
        last_hash bytea;
        seen bigint;
        one record;
        sealed integer := 0;
      BEGIN
        IF NOT pg_try_advisory_xact_lock(7305119) THEN
          RETURN NULL;
        END IF;
        SELECT place, hash INTO last_place, last_hash FROM ledger_seal ORDER BY place DESC LIMIT 1;
        last_place := coalesce(last_place, 0);
        last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
        SELECT row_id INTO seen FROM ledger_seal
         WHERE sealed_at < clock_timestamp() - interval '30 seconds' ORDER BY place DESC LIMIT 1;
        FOR one IN
          SELECT l.id, ledger_content(l) AS content FROM ledger l
           WHERE l.id > coalesce(seen, 0) AND NOT EXISTS (SELECT FROM ledger_seal s WHERE s.row_id = l.id)
           ORDER BY l.id LIMIT most
        LOOP
          last_place := last_place + 1;
          last_hash := sha256(last_hash || one.content);
          INSERT INTO ledger_seal (place, row_id, sealed_at, hash)
            VALUES (last_place, one.id, clock_timestamp() - aged, last_hash);
          sealed := sealed + 1;
        END LOOP;
        RETURN sealed;
      END $$`);
    await runner.query(`SELECT seal_ledger(2147483647, '1 minute')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ledger_patient_id_idx ON ledger (patient_id)`);
    await runner.query(`DROP INDEX ledger_patient_id_at_idx`);
    await runner.query(`DROP FUNCTION seal_ledger, ledger_content`);
    await runner.query(`DROP TABLE ledger_seal`);
  }
}
