import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { createTestDatabase } from '../support/database';
import { needDatabaseServer } from '../support/database-server';
import { startRedis } from '../support/redis';
import { SchedulerProcess } from '../support/scheduler-process';
import { until } from '../support/until';
import { Wave } from './wave';

/** Fewer to see that it works. */
const kills = Number(process.env['OKAERI_KILLS'] ?? 20);
const perKill = 200;
const holds = 40;
/** Of life at most after the first mail, before each kill: another point of its work each time. */
const lifeMs = 700;
const targets = { lost: 0, twice: 0, strange: 0, entries: 0, unswept: 0, sweptTwice: 0 };

/**
 * T13: a scheduler that crashes again and again, in the middle of reminders and of bookings. Nothing is missed, nothing
 * comes twice, and it leaves nothing in its queues that would do things a second time: who sweeps is the process itself.
 */
export async function crashAgain(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [await needDatabaseServer()];
  try {
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const redis = await startRedis();
    stops.push(() => redis.stop());
    const wave = await Wave.of(database, kills * perKill);
    stops.push(() => wave.close());
    const start = () => SchedulerProcess.start(database.url, { SMTP_URL: wave.sink.url, REDIS_URL: redis.url });
    await wave.hold(holds, kills * 2);
    const startMs: number[] = [];
    await wave.begin(kills * 2);
    for (let kill = 1; kill <= kills; kill += 1) {
      const began = performance.now();
      const scheduler = await start();
      startMs.push(performance.now() - began);
      await wave.book();
      // One that had no time to work would prove nothing.
      const before = await wave.sink.count();
      await until(async () => (await wave.sink.count()) > before, 20_000);
      await pause(Math.random() * lifeMs);
      await scheduler.kill();
      await wave.mayRepeat();
      progress(`${kill} of ${kills}: ${await wave.sent()} reminders are sent`);
    }
    const last = await start();
    stops.push(() => last.stop());
    await wave.ended();
    const { unswept, sweptTwice } = await wave.swept(45_000);
    const { lost, twice, strange, ...counts } = await wave.washed();
    const client = new Redis(redis.url);
    const entries = (await client.keys('*')).filter((key) => /repeat|delayed/.test(key)).length;
    client.disconnect();
    const faults = { lost, twice, strange, entries, unswept, sweptTwice };
    progress(JSON.stringify({ ...counts, ...faults }));
    return {
      ...{ bench: 'T13', samples: kills, baseline: null, ratio: null },
      ours: { ...summary(startMs, 'ms'), ...counts, repeated: counts.deliveries - counts.ids, ...faults },
      targets,
      met: Object.values(faults).every((count) => count === 0) && counts.booked === kills,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
