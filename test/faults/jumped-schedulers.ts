import { setTimeout as pause } from 'node:timers/promises';
import { now } from '@okaeri/words/time';
import { createTestDatabase } from '../support/database';
import { FakeClock } from '../support/fake-clock';
import { RemindSink, remind, remindWorld } from '../support/remind-world';
import { SchedulerProcess } from '../support/scheduler-process';
import { until } from '../support/until';

/** What came of reminders whose schedulers' clocks are set again and again. All but the first two are faults. */
export interface Reminded {
  /** Milliseconds between when each was due and its 250. */
  late: number[];
  jumps: number;
  early: number;
  twice: number;
  missed: number;
  /** Of those that were due only later, by the one clock that counts. */
  future: number;
  /** Jumps that `/readyz` or the log said nothing of, or more than once. */
  unsaid: number;
}

const perSecond = 10;
const soon = 200;
const jumpSeconds = 300;
/** Beyond the end of the run, and within what a clock that is ahead shows. */
const laterSeconds = 200;
const everyMs = 6000;
const offsets = [-jumpSeconds, jumpSeconds, 0, -jumpSeconds, 0, jumpSeconds];

/** Two schedulers, five and ten minutes apart, and each of their clocks is set every few seconds. */
export async function jumpedSchedulers(seconds: number, progress: (line: string) => void): Promise<Reminded> {
  const database = await createTestDatabase();
  // Somebody is always between DATA and 250: who is under way must not be taken for dead.
  const sink = await RemindSink.start(400);
  const schedulers: SchedulerProcess[] = [];
  try {
    await remindWorld(database);
    const clocks = [new FakeClock(offsets[0] ?? 0), new FakeClock(-(offsets[0] ?? 0))];
    for (const clock of clocks) {
      schedulers.push(await SchedulerProcess.start(database.url, { SMTP_URL: sink.url, REDIS_URL: '', ...clock.env }));
    }
    const begins = now().add({ seconds: 1 });
    const due = perSecond * seconds;
    await remind(database, { at: begins, burst: 0, even: due, seconds });
    await remind(database, { at: begins.add({ seconds: seconds + laterSeconds }), burst: soon, even: 0, seconds: 0 });
    const sent = async () => {
      const [row] = await database.query<{ n: number }>(
        `select count(*)::int as n from notify_message where state = 'sent'`,
      );
      return row?.n ?? 0;
    };
    let jumps = 0;
    let unsaid = 0;
    const ends = performance.now() + seconds * 1000;
    while (performance.now() < ends) {
      const at = offsets[jumps % offsets.length] ?? 0;
      const before = schedulers.map(said);
      clocks[0]?.set(at);
      clocks[1]?.set(-at);
      unsaid += await saidOnce(schedulers, before, at !== 0);
      progress(`clocks are ${at} s and ${-at} s ahead, ${await sent()} of ${due} are sent`);
      jumps += 1;
      await pause(everyMs);
    }
    await until(async () => (await sent()) >= due, 60_000);
    const rows = await database.query<{ id: string | null; due: number; state: string; soon: boolean }>(
      `select message_id as id, state, (extract(epoch from due_at) * 1000)::float8 as due, due_at < now() as soon
         from notify_message`,
    );
    const heard = await sink.heard();
    const dueOf = new Map(rows.map((row) => [row.id, row.due]));
    const late = heard.map(({ id, taken }) => taken - (dueOf.get(id) ?? Infinity));
    return {
      late,
      jumps,
      unsaid,
      // The clocks of two processes that read the same one: a few milliseconds are no hurry.
      early: late.filter((ms) => ms < -50).length,
      twice: heard.length - new Set(heard.map(({ id }) => id)).size,
      missed: rows.filter(({ soon: isDue, state }) => isDue && state !== 'sent').length,
      future: rows.filter(({ soon: isDue, id }) => !isDue && id !== null).length,
    };
  } finally {
    for (const scheduler of schedulers) await scheduler.stop();
    await sink.stop();
    await database.drop();
  }
}

const said = ({ log }: SchedulerProcess) => log.filter((line) => line.includes('this machine’s clock')).length;

/** How many did not say, within a few looks, at the door and by one line, whether their clock is wrong. */
async function saidOnce(
  schedulers: readonly SchedulerProcess[],
  before: readonly number[],
  isWrong: boolean,
): Promise<number> {
  const wrong = await Promise.all(
    schedulers.map(async (scheduler, at) => {
      const tells = async () => (await scheduler.readiness())?.body.degraded.includes('clock') === isWrong;
      const told = await until(tells, 10_000).then(
        () => true,
        () => false,
      );
      return told && said(scheduler) - (before[at] ?? 0) <= 1;
    }),
  );
  return wrong.filter((told) => !told).length;
}
