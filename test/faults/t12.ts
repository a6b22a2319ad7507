import { now } from '@okaeri/words/time';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { needDatabaseServer } from '../support/database-server';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { startRedis } from '../support/redis';
import { SchedulerProcess } from '../support/scheduler-process';
import { until } from '../support/until';

/** Fewer to see that it works. */
const kills = Number(process.env['OKAERI_KILLS'] ?? 20);
const targets = { again: 0, unwritten: 0, otherIds: 0, maxMs: 15_000 };

/**
 * T12, mails: the process is killed after the mail server has the whole of a mail and before its 250. The row said
 * `sending`, with the id, before DATA; the same id comes once more within fifteen seconds, and never a third time.
 */
export async function killedBeforeAnswer(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [await needDatabaseServer()];
  try {
    const world = await MailWorld.open();
    stops.push(() => world.close());
    const sink = await MailSink.start();
    stops.push(() => sink.stop());
    const redis = await startRedis();
    stops.push(() => redis.stop());
    const start = () => SchedulerProcess.start(world.database.url, { SMTP_URL: sink.url, REDIS_URL: redis.url });
    let scheduler = await start();
    stops.push(() => scheduler.stop());
    const againMs: number[] = [];
    const found = { again: 0, unwritten: 0, otherIds: 0 };
    for (let kill = 1; kill <= kills; kill += 1) {
      const from = sink.arrived.length;
      sink.faults.slow = 60_000;
      const [patient, physician] = [await world.person(), await world.physician()];
      await world.visit({ patient, physician, startsAt: now().add({ hours: 48 }) });
      await until(() => sink.arrived.length === from + 2, 20_000);
      const killed = performance.now();
      await scheduler.kill();
      sink.faults.slow = 0;
      const first = sink.arrived.slice(from);
      const rows = await world.database.query<{ id: string; state: string }>(
        'select message_id as id, state from notify_message where message_id = any($1)',
        [first],
      );
      found.unwritten += 2 - rows.filter(({ state }) => state === 'sending').length;
      scheduler = await start();
      await until(() => sink.arrived.length >= from + 4, 60_000);
      againMs.push(performance.now() - killed);
      await until(async () => {
        const open = await world.database.query(
          'select 1 from notify_message where message_id = any($1) and state <> $2',
          [...[first, 'sent']],
        );
        return open.length === 0;
      });
      const [both, again] = [new Set(first), sink.arrived.slice(from + 2)];
      found.otherIds += again.filter((id) => !both.has(id)).length;
      found.again += again.length - 2;
      progress(`${kill} of ${kills}: handed over again ${Math.round(againMs.at(-1) ?? 0)} ms after the kill`);
    }
    const ours = { ...summary(againMs, 'ms'), ...found };
    return {
      ...{ bench: 'T12', samples: kills, baseline: null, ratio: null },
      ours,
      targets,
      met: Object.values(found).every((count) => count === 0) && ours.max <= targets.maxMs,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
