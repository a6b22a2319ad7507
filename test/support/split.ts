import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { createTestDatabase } from './database';
import { sfuSecret } from './sfu';
import { envOf } from './standalone';
import type { Run } from './standalone';

export interface SplitProcess {
  name: string;
  port: number;
  pid: number;
}

interface Topology {
  port: number;
  processes(): SplitProcess[];
  redis: { url: string; pid: number };
  stop(): Promise<void>;
}

/** The built system in its many processes, as `npm run start:split` runs it, on free ports and a database of its own. */
export class Split {
  private constructor(
    readonly origin: string,
    readonly databaseUrl: string,
    private readonly topology: Topology,
    /** What the run told about its processes: which one ended, and how. */
    readonly said: readonly string[],
    private readonly drop: () => Promise<void>,
  ) {}

  /** `shared`: for every process. */
  static async start(given: Run | Record<string, string> = {}, shared: Record<string, string> = {}): Promise<Split> {
    const { startTopology } = (await import('../../infra/local/topology.mjs')) as {
      startTopology(options: object): Promise<Topology>;
    };
    const database = await createTestDatabase({ empty: true });
    const said: string[] = [];
    const logs = process.env['OKAERI_TEST_LOGS'] ?? resolve('.okaeri/logs');
    mkdirSync(logs, { recursive: true });
    const topology = await startTopology({
      build: resolve(process.env['OKAERI_BUILD'] ?? 'dist'),
      databaseUrl: database.url,
      port: 0,
      hosts: ['127.0.0.1'],
      mediaPort: 42_000 + (process.pid % 1000) * 4,
      logFile: join(logs, `split-${process.pid}-${database.url.slice(-6)}.log`),
      env: { NODE_ENV: 'test', MEDIA_IPS: '127.0.0.1', SFU_SECRET: sfuSecret, ...shared },
      apiEnv: { BLOB_FOLDER: mkdtempSync(join(tmpdir(), 'okaeri-blobs-')), ...envOf(given) },
      say: (line: string) => said.push(line),
    });
    const split = new Split(`http://localhost:${topology.port}`, database.url, topology, said, () => database.drop());
    try {
      await split.ready();
    } catch (error) {
      await split.stop();
      throw error;
    }
    return split;
  }

  /** By name: `api`, `scheduler`, `signaling-1`, `signaling-2`, `sfu-1`, `sfu-2`. */
  process(name: string): SplitProcess {
    const found = this.topology.processes().find((each) => each.name === name);
    if (!found) throw new Error(`There is no process ${name}.`);
    return found;
  }

  async ready(withinMs = 60_000): Promise<void> {
    const late = performance.now() + withinMs;
    for (;;) {
      const answer = await fetch(`${this.origin}/readyz`).catch(() => null);
      if (answer?.status === 200) return;
      if (performance.now() > late) throw new Error(`The split run is not ready: ${await answer?.text()}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  get redisUrl(): string {
    return this.topology.redis.url;
  }

  /** Without a word, as by the kernel; nobody starts it again. */
  killRedis(): void {
    process.kill(this.topology.redis.pid, 'SIGKILL');
  }

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
    await this.topology.stop();
    await this.drop();
  }
}
