import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';

const entry = resolve(process.env['OKAERI_BUILD'] ?? resolve(__dirname, '../../dist'), 'apps/standalone/src/main.js');

/** How a built server is started by a test. */
export interface Run {
  /** Whether it has its made-up people; true where it is not said. */
  demo?: boolean;
  /** Where its mails go; the demo world has a server of its own. */
  smtp?: string;
  env?: Record<string, string>;
}

/** Variables alone, or what they are for. */
export function envOf(given: Run | Record<string, string>): Record<string, string> {
  const isRun = 'demo' in given || 'smtp' in given || 'env' in given;
  const { demo = true, smtp, env = {} } = (isRun ? given : { env: given }) as Run;
  // The limits of a person's patience are no use to tests that are a hundred people.
  const wide = { OKAERI_RATES: 'wide', HOUSE_SECRET: 'the house of a test, as npm start makes one' };
  return { OKAERI_DEMO: demo ? '1' : '0', ...wide, ...(smtp ? { SMTP_URL: smtp } : {}), ...env };
}

/** The built server as `npm start` runs it, with a demo world in a database of its own. */
export class Standalone {
  private constructor(
    readonly origin: string,
    readonly databaseUrl: string,
    private readonly child: ChildProcess,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async start(given: Run | Record<string, string> = {}): Promise<Standalone> {
    const { url, drop } = await createDatabase('standalone');
    const port = await freePort();
    const logs = process.env['OKAERI_TEST_LOGS'] ?? resolve('.okaeri/logs');
    mkdirSync(logs, { recursive: true });
    const log = createWriteStream(join(logs, `standalone-${process.pid}-${port}.log`));
    const child = spawn(process.execPath, ['--enable-source-maps', '--disable-warning=ExperimentalWarning', entry], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATABASE_URL: url,
        MEDIA_IPS: '127.0.0.1',
        SFU_MEDIA_PORT: '0',
        BLOB_FOLDER: mkdtempSync(join(tmpdir(), 'okaeri-blobs-')),
        ...envOf(given),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    const origin = `http://localhost:${port}`;
    const standalone = new Standalone(origin, url, child, drop);
    try {
      await untilReady(origin, child);
    } catch (error) {
      await standalone.stop();
      throw error;
    }
    return standalone;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Asks the database of this server directly, for what no page offers. */
  async query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise((done) => this.child.once('exit', done));
      this.child.kill('SIGTERM');
      await ended;
    }
    await this.dropDatabase();
  }
}

/** An empty database on the test run's server; `drop` removes it with whoever is still connected. */
export async function createDatabase(prefix: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the tests by npm test.');
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const status = await fetch(`${origin}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it was ready`);
    if (status === 200) return;
    if (performance.now() - begun > 60_000) throw new Error('the server was not ready within a minute');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Stays free of what asks the kernel for any port, until somebody listens there. */
export async function freePort(): Promise<number> {
  const { anyFree } = await import('../../infra/setup/ports.mjs');
  return anyFree();
}
