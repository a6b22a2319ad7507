import { setTimeout as pause } from 'node:timers/promises';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { createTestDatabase } from '../support/database';
import { needDatabaseServer } from '../support/database-server';
import { startRedis } from '../support/redis';
import type { Keeping } from '../support/redis';
import { SchedulerProcess } from '../support/scheduler-process';
import { Wave } from './wave';
import type { Washed } from './wave';

/** Fewer to see that it works. */
const reminders = Number(process.env['OKAERI_REMINDERS'] ?? 10_000);
const overSeconds = 15;
const downMs = 2000;
const targets = { lost: 0, twice: 0, strange: 0, fullMs: 60_000 };

/**
 * T5: Redis is killed twice, once with what it kept and once emptied, in the middle of ten thousand reminders and of
 * bookings whose events lie in it. However it keeps things, nothing is lost and nothing comes twice.
 */
export async function redisKilled(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  const full: number[] = [];
  const all: Washed[] = [];
  try {
    for (const keeping of ['none', 'RDB', 'AOF'] as const) {
      const { fullMs, ...washed } = await oneRun(keeping);
      full.push(fullMs);
      all.push(washed);
      progress(`${keeping}: whole ${Math.round(fullMs)} ms after the last kill; ${JSON.stringify(washed)}`);
    }
  } finally {
    await stop();
  }
  const sum = (name: keyof Washed) => all.reduce((total, washed) => total + washed[name], 0);
  const [lost, twice, strange] = [sum('lost'), sum('twice'), sum('strange')];
  return {
    ...{ bench: 'T5', samples: sum('ids'), baseline: null, ratio: null },
    ours: {
      ...summary(full, 'ms'),
      ...{ deliveries: sum('deliveries'), ids: sum('ids'), booked: sum('booked'), lost, twice, strange },
    },
    targets,
    met:
      lost === 0 &&
      twice === 0 &&
      strange === 0 &&
      Math.max(...full) <= targets.fullMs &&
      sum('ids') >= 3 * reminders &&
      all.every(({ booked }) => booked > 0),
  };
}

async function oneRun(keeping: Keeping): Promise<Washed & { fullMs: number }> {
  const stops: (() => Promise<void>)[] = [];
  try {
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const redis = await startRedis({ keeping });
    stops.push(() => redis.stop());
    const wave = await Wave.of(database, reminders);
    stops.push(() => wave.close());
    const scheduler = await SchedulerProcess.start(database.url, { SMTP_URL: wave.sink.url, REDIS_URL: redis.url });
    stops.push(() => scheduler.stop());

    const booking = wave.keepBooking();
    await wave.begin(overSeconds);
    let returned = 0;
    for (const [share, emptied] of [
      [0.2, false],
      [0.6, true],
    ] as const) {
      await wave.reached(share * reminders);
      await redis.kill();
      if (emptied) redis.empty();
      await pause(downMs);
      await redis.again();
      returned = performance.now();
    }
    await booking.end();
    await wave.ended();
    return { ...(await wave.washed()), fullMs: performance.now() - returned };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
