import { setTimeout as pause } from 'node:timers/promises';
import { now, toInstant } from '@okaeri/words/time';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { needDatabaseServer } from '../support/database-server';
import { startRedis } from '../support/redis';
import { RemindSink, remind as makeDue, remindWorld } from '../support/remind-world';
import type { Heard } from '../support/remind-world';
import { SchedulerProcess } from '../support/scheduler-process';
import { quantile, summary } from './result';
import type { BenchResult } from './result';

/** Fewer by hand: REMIND_MINUTES=1 are ten thousand mails. */
const minutes = Number(process.env['REMIND_MINUTES'] ?? 10);
const transports = (process.env['REMIND_ON'] ?? 'redis,postgresql').split(',');
const perMinute = 5000;
const leadMs = 15_000;
const targets = { redisEvenP99Ms: 2000, postgresqlEvenP99Ms: 10_000, drainedMs: 30_000 };

interface Run {
  even: number[];
  /** Of each burst, how late its last mail was. */
  drained: number[];
  mails: number;
  ids: number;
  cpu: number;
}

/**
 * Reminders by the built scheduler: half of them due evenly, half in bursts of five thousand on the minute, counted at the
 * 250 of a mail server in a process of its own; with the queues of the house on either transport.
 */
export async function remind(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [];
  const runs = new Map<string, Run>();
  try {
    stops.push(await needDatabaseServer());
    const redis = await startRedis();
    stops.push(() => redis.stop());
    for (const transport of transports) {
      const run = await oneRun(transport === 'redis' ? { REDIS_URL: redis.url } : { REDIS_URL: '' }, progress);
      runs.set(transport, run);
      progress(
        `${transport}: ${run.mails} mails, ${run.ids} ids; even p99 ${quantile(run.even, 0.99).toFixed(0)} ms, ` +
          `bursts drained in ${run.drained.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s, ` +
          `${run.cpu.toFixed(2)} ms of the scheduler's processor a mail`,
      );
    }
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
  const first = [...runs.values()][0] as Run;
  const figures = [...runs].flatMap(([name, { even, drained, mails, ids, cpu }]) => [
    [`${name}EvenP99`, Math.round(quantile(even, 0.99))],
    [`${name}Drained`, Math.round(Math.max(...drained))],
    [`${name}Repeated`, mails - ids],
    [`${name}CpuMs`, Math.round(cpu * 100) / 100],
  ]);
  const wanted = 2 * perMinute * minutes;
  return {
    bench: 'remind',
    samples: first.mails,
    ours: { ...summary(first.even, 'ms'), ...Object.fromEntries(figures) },
    baseline: null,
    ratio: null,
    targets,
    met: [...runs].every(
      ([name, { even, drained, mails, ids }]) =>
        mails === wanted &&
        ids === wanted &&
        Math.max(...drained) <= targets.drainedMs &&
        quantile(even, 0.99) <= (name === 'redis' ? targets.redisEvenP99Ms : targets.postgresqlEvenP99Ms),
    ),
  };
}

async function oneRun(env: Record<string, string>, progress: (line: string) => void): Promise<Run> {
  const database = await createTestDatabase();
  const sink = await RemindSink.start();
  let scheduler: SchedulerProcess | null = null;
  try {
    await remindWorld(database);
    const begins = Math.ceil((now().epochMilliseconds + leadMs + minutes * 3000) / 60_000) * 60_000;
    for (let minute = 0; minute < minutes; minute += 1) {
      await makeDue(database, {
        ...{ at: toInstant(begins + minute * 60_000), burst: perMinute, even: perMinute, seconds: 60 },
      });
    }
    await database.query('vacuum analyze');
    if (now().epochMilliseconds > begins) throw new Error('The reminders were due before the world stood.');
    scheduler = await SchedulerProcess.start(database.url, { SMTP_URL: sink.url, ...env });
    const rows = 2 * perMinute * minutes;
    await pause(Math.max(0, begins - now().epochMilliseconds));
    const used = scheduler.cpuMs();
    progress(`${rows} reminders fall due over ${minutes} min`);
    const late = performance.now() + minutes * 60_000 + 300_000;
    for (let count = 0; count < rows && performance.now() < late; count = await sink.count()) await pause(1000);
    const cpu = (scheduler.cpuMs() - used) / rows;
    return { ...lateness(await sink.heard(), await dueOf(database), begins), cpu };
  } finally {
    await scheduler?.stop();
    await sink.stop();
    await database.drop();
  }
}

async function dueOf(database: TestDatabase): Promise<Map<string, number>> {
  const rows = await database.query<{ id: string; due: number }>(
    `select message_id as id, (extract(epoch from due_at) * 1000)::float8 as due from notify_message where message_id is not null`,
  );
  return new Map(rows.map(({ id, due }) => [id, due]));
}

function lateness(heard: readonly Heard[], due: ReadonlyMap<string, number>, begins: number): Omit<Run, 'cpu'> {
  const even: number[] = [];
  const drained = Array.from({ length: minutes }, () => Number.POSITIVE_INFINITY);
  const counts = drained.map(() => 0);
  const seen = new Set<string>();
  const worst = drained.map(() => 0);
  for (const { id, answered } of heard) {
    const at = due.get(id);
    if (at === undefined || seen.has(id)) continue;
    seen.add(id);
    const minute = (at - begins) / 60_000;
    if (!Number.isInteger(minute)) {
      even.push(answered - at);
      continue;
    }
    counts[minute] = (counts[minute] ?? 0) + 1;
    worst[minute] = Math.max(worst[minute] ?? 0, answered - at);
  }
  counts.forEach((count, minute) => {
    if (count === perMinute) drained[minute] = worst[minute] ?? 0;
  });
  return { even, drained, mails: heard.length, ids: seen.size };
}
