import { Redis } from 'ioredis';
import { now } from '@okaeri/words/time';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { needDatabaseServer } from '../support/database-server';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { startRedis } from '../support/redis';
import { SchedulerProcess } from '../support/scheduler-process';
import { until } from '../support/until';

const looks = 10;
const targets = { ready: 0, errorLines: 1, jobs: 0 };

/** T6: a Redis that throws keys away when it is full. The scheduler lives, is not ready, and says why in one line. */
export async function evicts(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [await needDatabaseServer()];
  try {
    const world = await MailWorld.open();
    stops.push(() => world.close());
    const sink = await MailSink.start();
    stops.push(() => sink.stop());
    const redis = await startRedis();
    stops.push(() => redis.stop());
    const operator = new Redis(redis.url);
    stops.push(async () => operator.disconnect());
    await operator.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const env = { SMTP_URL: sink.url, REDIS_URL: redis.url };
    const scheduler = await SchedulerProcess.start(world.database.url, env, { waits: false });
    stops.push(() => scheduler.stop());
    const patient = await world.person();
    await world.visit({ patient, physician: await world.physician(), startsAt: now().add({ hours: 48 }) });
    const missing = async () => (await scheduler.readiness())?.body.missing.join() ?? '';
    await until(async () => (await missing()) === 'redis-noeviction', 20_000);
    // It goes on trying, and says nothing more of it.
    const connections = async () =>
      Number(/total_connections_received:(\d+)/.exec(await operator.info('stats'))?.[1] ?? 0);
    const before = await connections();
    let ready = 0;
    await until(async () => {
      if ((await scheduler.readiness())?.status !== 503) ready += 1;
      return (await connections()) > before + looks;
    }, 60_000);
    const errorLines = scheduler.log.filter((line) => (JSON.parse(line) as { level: string }).level === 'error');
    const named = errorLines.filter((line) => line.includes('maxmemory-policy')).length;
    const jobs = await operator.dbsize();
    progress(`${errorLines.length} error line, ready ${ready} times, ${jobs} jobs in it`);

    await operator.config('SET', 'maxmemory-policy', 'noeviction');
    const began = performance.now();
    await until(async () => (await scheduler.readiness())?.status === 200, 20_000);
    const readyMs = performance.now() - began;
    await sink.mailTo(patient.email, 'visit_booked', { withinMs: 30_000 });
    return {
      ...{ bench: 'T6', samples: 1, baseline: null, ratio: null },
      ours: { ...summary([readyMs], 'ms'), ready, errorLines: errorLines.length, jobs },
      targets,
      met: ready === 0 && errorLines.length === 1 && named === 1 && jobs === 0,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
