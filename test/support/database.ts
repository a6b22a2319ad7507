import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../apps/migrate/src';

export interface TestDatabase {
  url: string;
  /** As the superuser, past every rule of ours. */
  query<T = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Cuts every session of it; each may connect again at once. */
  cut(): Promise<void>;
  /** Refuses connections until `open`. */
  close(): Promise<void>;
  open(): Promise<void>;
  drop(): Promise<void>;
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests by npm test.');
  return url;
}

/** A database of one spec file, on the real PostgreSQL of the test run; migrated unless it is to be empty. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = new Client({ connectionString: serverUrl() });
  await server.connect();
  await server.query(`create database ${name}`);
  const at = new URL(serverUrl());
  at.pathname = `/${name}`;
  const url = at.href;
  if (!options.empty) await migrate(url);

  const cut = async () => {
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  };
  return {
    url,
    query: async <T>(sql: string, values: unknown[] = []) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query(sql, values)).rows as T[];
      } finally {
        await client.end();
      }
    },
    cut,
    close: async () => {
      await server.query(`alter database ${name} allow_connections false`);
      await cut();
    },
    open: async () => {
      await server.query(`alter database ${name} allow_connections true`);
    },
    drop: async () => {
      await server.query(`drop database if exists ${name} with (force)`);
      await server.end();
    },
  };
}
