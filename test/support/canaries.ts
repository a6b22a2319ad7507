import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { people } from '../../apps/api/src/demo/people';

/**
 * What no log may ever hold. Everybody of the demo world is a canary already, so every journey plants without knowing.
 * A test that needs values of its own takes these; what it makes at run time (a token, a seat's token) it `plant`s.
 *
 * Logs go where OKAERI_TEST_LOGS says, one file per process: servers started as processes by their output, those in the
 * test's own process by `LOG_FOLDER`. `keepMetrics` and `keepUrls` add what else leaves a server. `test/leaks/scan.ts`
 * searches all of it when every lane has run.
 */
export interface Canary {
  kind: string;
  value: string;
}

/** Of nobody in the demo world. */
export const canary = {
  name: 'Zinnia Quetzalcoatlus',
  nameKana: 'ジニア・ケツァルコアトルス',
  phone: '+1 416-555-7731',
  email: 'zinnia.quetzal@canary.example',
  place: '4711 Budgerigar Crescent, Moose Factory',
  town: 'Attawapiskat Ferry Landing',
  reason: 'Her budgerigar swallowed the thermometer',
} as const;

/** Known before a run begins. */
export const standing: readonly Canary[] = [
  ...Object.entries(canary).map(([kind, value]) => ({ kind, value })),
  // What other tests say of where a patient is.
  { kind: 'place', value: '12 Maple Street' },
  { kind: 'phone', value: '+1 416 555 0100' },
  { kind: 'phone', value: '+1 416 555 0139' },
  { kind: 'reason', value: '手術が長引いています' },
  ...people.flatMap(({ persona, name, nameLatin, nameKana, phone }) =>
    [name, nameLatin, nameKana, phone]
      .filter((value) => value !== null)
      .map((value) => ({ kind: `demo person ${persona}`, value })),
  ),
];

const recordSuffix = '.planted';

/** Where the servers of this run leave their logs. */
export function logFolder(): string {
  const folder = process.env['OKAERI_TEST_LOGS'] ?? resolve('.okaeri/logs');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Remembers a value that was made in this run, and hands it back. */
export function plant(kind: string, value: string): string {
  appendFileSync(join(logFolder(), `tests-${process.pid}${recordSuffix}`), `${JSON.stringify({ kind, value })}\n`);
  return value;
}

/** Everything that was planted so far. */
export function planted(folder: string): Canary[] {
  const records = existsSync(folder) ? readdirSync(folder).filter(isRecord) : [];
  const lines = records.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean));
  return [...standing, ...lines.map((line) => JSON.parse(line) as Canary)];
}

export const isRecord = (name: string): boolean => name.endsWith(recordSuffix);

/** Keeps what a server tells of itself. */
export async function keepMetrics(origin: string): Promise<string> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  appendFileSync(join(logFolder(), `metrics-${process.pid}.log`), text);
  return text;
}

/** Keeps addresses that a page or a test asked for: a browser's history and every proxy on the way keep them too. */
export function keepUrls(...urls: string[]): void {
  appendFileSync(join(logFolder(), `urls-${process.pid}.log`), urls.map((url) => `${url}\n`).join(''));
}

/** Tables that hold ids and codes by promise. What people of the demo world are written is not among them. */
const jobTables = ['outbox_event', 'outbox_delivery', 'notify_message', 'idempotency_key'];

/**
 * Keeps what lies in queues and in the tables that feed them: it outlives what it is about, and is looked at by those who
 * look after machines.
 */
export async function keepJobs(databaseUrl: string, redis?: { url: string; prefix: string }): Promise<void> {
  const lines: string[] = [];
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: own } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname = 'bullmq' or schemaname = 'public' and tablename = any($1)`,
      [jobTables],
    );
    for (const { name } of own) {
      const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
      lines.push(...rows.map(({ row }) => `${name} ${row}`));
    }
  } finally {
    await client.end();
  }
  if (redis) lines.push(...(await redisLines(redis)));
  appendFileSync(join(logFolder(), `jobs-${process.pid}.log`), lines.map((line) => `${line}\n`).join(''));
}

async function redisLines({ url, prefix }: { url: string; prefix: string }): Promise<string[]> {
  const client = new Redis(url);
  try {
    const keys = await client.keys(`${prefix}:*`);
    return await Promise.all(
      keys.map(async (key) => {
        const kind = await client.type(key);
        const value =
          kind === 'hash'
            ? await client.hgetall(key)
            : kind === 'zset'
              ? await client.call('ZRANGE', key, '0', '-1')
              : kind === 'list'
                ? await client.lrange(key, 0, -1)
                : kind === 'stream'
                  ? await client.xrange(key, '-', '+')
                  : kind === 'string'
                    ? await client.get(key)
                    : kind;
        return `${key} ${JSON.stringify(value)}`;
      }),
    );
  } finally {
    client.disconnect();
  }
}
