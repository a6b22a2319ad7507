import { now } from '@okaeri/words/time';
import { startPostgres } from '../support/own-postgres';
import { FakeClock } from '../support/fake-clock';
import { RemindSink, remind, remindWorld } from '../support/remind-world';
import { SchedulerProcess } from '../support/scheduler-process';
import { until } from '../support/until';
import { inSplit } from './talk';
import type { RunningSplit } from './talk';

/** What came of a clock that is everybody's, PostgreSQL's included. All are faults. */
export interface Shaken {
  /** Seats of a call that are not in it any more. */
  thrownOut: number;
  missedPackets: number;
  /** Looks at which one of the two was not heard. */
  silences: number;
  /** Reminders, by whatever clock. */
  remindedTwice: number;
  notReminded: number;
}

const jumpSeconds = 300;
const reminders = 600;
/** Longer than the lease of a seat: who is to be thrown out by mistake is by then. */
const lookMs = 17_000;

/** One machine whose clock is put forward and back: whoever is in a call stays, and nobody is reminded twice. */
export async function jumpedHouse(progress: (line: string) => void): Promise<Shaken> {
  const clock = new FakeClock(0);
  const postgres = await startPostgres(clock.env);
  const usual = process.env['TEST_DATABASE_URL'];
  process.env['TEST_DATABASE_URL'] = postgres.superuserUrl;
  // Somebody is always between DATA and 250.
  const sink = await RemindSink.start(400);
  try {
    return await inSplit((running) => shake(running, { clock, sink, progress }), { ...clock.env, SMTP_URL: sink.url });
  } finally {
    if (usual === undefined) delete process.env['TEST_DATABASE_URL'];
    else process.env['TEST_DATABASE_URL'] = usual;
    await sink.stop();
    await postgres.stop();
  }
}

async function shake(
  { split, world, talk }: RunningSplit,
  { clock, sink, progress }: { clock: FakeClock; sink: RemindSink; progress: (line: string) => void },
): Promise<Shaken> {
  const database = { query: <T>(sql: string, values: unknown[] = []) => world.data.query<T[]>(sql, values) };
  await remindWorld(database);
  const second = await SchedulerProcess.start(split.databaseUrl, {
    ...{ SMTP_URL: sink.url, REDIS_URL: split.redisUrl },
    ...clock.env,
  });
  try {
    const call = await talk();
    const before = call.missed;
    const clocks = async () => {
      const [row] = await database.query<{ ms: number }>(
        'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
      );
      return (row?.ms ?? 0) - performance.timeOrigin - performance.now();
    };
    await remind(database, { at: now(), burst: 0, even: reminders, seconds: 4 * (lookMs / 1000) });
    let silences = 0;
    for (const offset of [jumpSeconds, 0, -jumpSeconds, 0]) {
      clock.set(offset);
      await until(async () => Math.abs((await clocks()) - offset * 1000) < 3000);
      const ends = performance.now() + lookMs;
      while (performance.now() < ends) {
        await call.both(20).catch(async ({ message }: Error) => {
          silences += 1;
          const seats = await database.query('select role, state, lease_until, now() from seat where visit_id = $1', [
            call.visitId,
          ]);
          progress(`${message} ${JSON.stringify(seats)}`);
        });
      }
      progress(`the clock is ${offset} s ahead: ${call.missed - before} packets missed, ${await sink.count()} mails`);
    }
    // One that the server put off while the clock was ahead is tried again when the clock comes there.
    const open = () =>
      database.query<object>(
        `select 1 from notify_message
          where kind = 'visit_reminder' and state <> 'sent' and not (state = 'queued' and attempts > 0 and next_at > now())`,
      );
    await until(async () => (await open()).length === 0, 30_000).catch(() => undefined);
    const heard = (await sink.heard()).map(({ id }) => id);
    const seats = await database.query<{ state: string }>('select state from seat where visit_id = $1', [call.visitId]);
    return {
      thrownOut:
        seats.filter(({ state }) => state !== 'joined').length +
        call.windows.filter(({ connected }) => !connected).length,
      missedPackets: call.missed - before,
      silences,
      remindedTwice: heard.length - new Set(heard).size,
      notReminded: (await open()).length,
    };
  } finally {
    await second.stop();
  }
}
