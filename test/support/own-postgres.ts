import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { migrate } from '../../apps/migrate/src';

interface Running {
  superuserUrl: string;
  pid: number;
  ended: Promise<Error>;
}

/** A PostgreSQL of one test, with a migrated database in it, to be killed. */
export interface OwnPostgres {
  url: string;
  /** For tests that make databases of their own in it. */
  superuserUrl: string;
  /** By a connection that is made for it. */
  query<T = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Without a word, as by the kernel. */
  kill(): Promise<void>;
  /** Starts it on the same data, at the same port. */
  again(): Promise<void>;
  stop(): Promise<void>;
}

/** `env`: of the server. */
export async function startPostgres(env: Record<string, string> = {}): Promise<OwnPostgres> {
  const root = process.env['OKAERI_ROOT'] ?? process.cwd();
  const { startThrowawayPostgres } = (await import(pathToFileURL(join(root, 'infra/postgres/postgres.mjs')).href)) as {
    startThrowawayPostgres(
      clone: string,
      options: object,
    ): Promise<Running & { again(): Promise<Running>; stop(): Promise<void> }>;
  };
  const postgres = await startThrowawayPostgres(root, { env, survivesKill: true });
  let running: Running = postgres;
  const at = new URL(postgres.superuserUrl);
  await ask(at.href, 'create database own');
  at.pathname = '/own';
  const url = at.href;
  await migrate(url);
  return {
    url,
    superuserUrl: postgres.superuserUrl,
    query: (sql, values) => ask(url, sql, values),
    kill: async () => {
      process.kill(running.pid, 'SIGKILL');
      await running.ended;
    },
    again: async () => {
      running = await postgres.again();
    },
    stop: () => postgres.stop(),
  };
}

async function ask<T>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url });
  // The server may go away while it is asked: the question fails, and nothing else.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}
