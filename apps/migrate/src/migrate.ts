import { Client } from 'pg';
import { migrationSource } from './data-source';

/** Any number will do, as long as every process of ours takes the same. */
const lockKey = 7_305_118;

export interface Migrated {
  /** Names of those that ran now, oldest first. */
  ran: string[];
}

/**
 * Brings the schema up to date. Of several processes that start at once one does the work and the others wait for it:
 * the lock belongs to a connection, so a killed process lets go of it.
 */
export async function migrate(url: string): Promise<Migrated> {
  const holder = new Client({
    connectionString: url,
    application_name: 'okaeri migrate',
    connectionTimeoutMillis: 5000,
  });
  await holder.connect();
  try {
    await holder.query('select pg_advisory_lock($1)', [lockKey]);
    const source = migrationSource(url);
    await source.initialize();
    try {
      const ran = await source.runMigrations();
      return { ran: ran.map(({ name }) => name) };
    } finally {
      await source.destroy();
    }
  } finally {
    await holder.end();
  }
}
