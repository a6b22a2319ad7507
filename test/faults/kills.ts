import { setTimeout as pause } from 'node:timers/promises';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { startPostgres } from '../support/own-postgres';
import { startRedis } from '../support/redis';
import { SchedulerProcess } from '../support/scheduler-process';
import { Wave } from './wave';

/** Fewer to see that it works. */
const wanted = Number(process.env['OKAERI_REMINDERS'] ?? 10_000);
const wantedSeconds = 30;
const downMs = 1000;
const targets = { lost: 0, twice: 0, strange: 0, fullMs: 60_000 };
const victims = ['scheduler', 'Redis', 'PostgreSQL', 'Redis', 'PostgreSQL', 'scheduler'] as const;

/**
 * The scheduler, Redis (which keeps nothing) and PostgreSQL are killed in turn, in the middle of ten thousand reminders
 * and of bookings. None is lost; only what a killed scheduler had under way may be handed over once more, under its id.
 */
export async function allKilled(
  progress: (line: string) => void,
  { reminders = wanted, seconds = wantedSeconds } = {},
): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [];
  try {
    const database = await startPostgres();
    stops.push(() => database.stop());
    const redis = await startRedis();
    stops.push(() => redis.stop());
    const wave = await Wave.of(database, reminders);
    stops.push(() => wave.close());
    const start = () => SchedulerProcess.start(database.url, { SMTP_URL: wave.sink.url, REDIS_URL: redis.url });
    let scheduler = await start();
    stops.push(() => scheduler.stop());

    const booking = wave.keepBooking();
    await wave.begin(seconds);
    const began = performance.now();
    let returned = 0;
    for (const [at, victim] of victims.entries()) {
      const share = Math.round(((at + 1) / (victims.length + 2)) * reminders);
      await wave.reached(share);
      if (victim === 'scheduler') {
        await scheduler.kill();
        await wave.mayRepeat();
        scheduler = await start();
      } else {
        const killed = victim === 'Redis' ? redis : database;
        await killed.kill();
        await pause(downMs);
        await killed.again();
      }
      returned = performance.now();
      progress(`${victim} was killed after ${share} of ${reminders}, and is back`);
    }
    await booking.end();
    await wave.ended();
    const fullMs = performance.now() - returned;
    const { lost, twice, strange, ...counts } = await wave.washed();
    progress(JSON.stringify({ ...counts, lost, twice, strange }));
    return {
      ...{ bench: 'kills', samples: counts.ids, baseline: null, ratio: null },
      ours: {
        ...summary([performance.now() - began], 'ms'),
        ...{ ...counts, repeated: counts.deliveries - counts.ids, lost, twice, strange, fullMs: Math.round(fullMs) },
      },
      targets,
      met:
        lost === 0 &&
        twice === 0 &&
        strange === 0 &&
        fullMs <= targets.fullMs &&
        counts.ids >= reminders &&
        counts.booked > 0,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
