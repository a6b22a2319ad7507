import { now } from '@okaeri/words/time';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { RemindSink, remind, remindWorld } from '../support/remind-world';
import { SchedulerProcess } from '../support/scheduler-process';
import { until } from '../support/until';

const burst = 600;

/** Waits until a number stays as it is for a second. */
async function settled(read: () => Promise<number>): Promise<void> {
  let [last, since] = [await read(), performance.now()];
  await until(async () => {
    const now = await read();
    if (now !== last) [last, since] = [now, performance.now()];
    return performance.now() - since > 1000;
  }, 30_000);
}

/** Reminders of one minute, handed over by schedulers that are killed. */
describe('a wave of reminders', () => {
  let database: TestDatabase;
  let sink: RemindSink;
  let schedulers: SchedulerProcess[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    await remindWorld(database);
    // Long enough that somebody is always between DATA and 250.
    sink = await RemindSink.start(20);
  });
  afterEach(async () => {
    for (const each of schedulers) await each.stop();
    schedulers = [];
    await sink.stop();
    await database.drop();
  });

  const start = async () => {
    const scheduler = await SchedulerProcess.start(database.url, { SMTP_URL: sink.url, REDIS_URL: '' });
    schedulers.push(scheduler);
    return scheduler;
  };
  const ids = async (state: string) =>
    (await database.query<{ id: string }>('select message_id as id from notify_message where state = $1', [state])).map(
      ({ id }) => id,
    );
  const allSent = () => until(async () => (await ids('sent')).length === burst, 60_000);

  it('that is killed twice loses none, and repeats only what was being handed over, under its id', async () => {
    await remind(database, { at: now(), burst, even: 0, seconds: 0 });
    const underWay: string[] = [];
    for (const handed of [100, 300]) {
      const scheduler = await start();
      await until(async () => (await sink.count()) >= handed, 30_000);
      await scheduler.kill();
      underWay.push(...(await ids('sending')));
    }
    await start();
    await allSent();
    const heard = (await sink.heard()).map(({ id }) => id);
    expect(new Set(heard).size).toBe(burst);
    const repeated = heard.filter((id, at) => heard.indexOf(id) !== at);
    expect(underWay).toEqual(expect.arrayContaining(repeated));
    expect((await ids('sending')).length).toBe(0);
  }, 120_000);

  it('goes on when the database comes back, and repeats nothing', async () => {
    await remind(database, { at: now(), burst, even: 0, seconds: 0 });
    await start();
    await until(async () => (await sink.count()) >= 150, 30_000);
    await database.close();
    // What was in hand is handed over, and nobody can write it down.
    await settled(() => sink.count());
    await database.open();
    await allSent();
    const heard = (await sink.heard()).map(({ id }) => id);
    expect(new Set(heard).size).toBe(burst);
    expect(heard).toHaveLength(burst);
  }, 120_000);

  it('of two schedulers goes once to each', async () => {
    await Promise.all([start(), start()]);
    await remind(database, { at: now(), burst, even: 0, seconds: 0 });
    await allSent();
    const heard = (await sink.heard()).map(({ id }) => id);
    expect(heard).toHaveLength(burst);
    expect(new Set(heard).size).toBe(burst);
  }, 90_000);
});
