import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
