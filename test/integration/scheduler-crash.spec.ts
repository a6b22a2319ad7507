import { now } from '@okaeri/words/time';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { backends, redisUrl } from '../support/scheduler';
import type { BackendName } from '../support/scheduler';
import { SchedulerProcess } from '../support/scheduler-process';
import { until } from '../support/until';

const start = (database: string, smtpUrl: string, backend: BackendName): Promise<SchedulerProcess> =>
  SchedulerProcess.start(database, { SMTP_URL: smtpUrl, REDIS_URL: backend === 'redis' ? redisUrl() : '' });

describe.each(backends)('a scheduler that is killed, with queues on %s', (backend) => {
  let world: MailWorld;
  let sink: MailSink;
  let child: SchedulerProcess | null = null;

  beforeEach(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
  });
  afterEach(async () => {
    await child?.stop();
    child = null;
    await sink.stop();
    await world.close();
  });

  it('between a mail and its 250 leads to one mail more, of the same id', async () => {
    const patient = await world.person();
    const physician = await world.physician();
    child = await start(world.database.url, sink.url, backend);
    sink.faults.slow = 60_000;
    await world.visit({ patient, physician, startsAt: now().add({ hours: 48 }) });
    await until(() => sink.arrived.length === 2, 20_000);
    await child.kill();
    const rows = () =>
      world.database.query(
        "select state from notify_message where channel = 'email' and state in ('queued', 'sending') and kind not in ('visit_reminder', 'visit_nudge')",
      );
    expect(await rows()).toEqual([{ state: 'sending' }, { state: 'sending' }]);
    sink.faults.slow = 0;
    child = await start(world.database.url, sink.url, backend);
    await sink.mailTo(patient.email, 'visit_booked', { withinMs: 20_000 });
    await sink.mailTo(physician.email, 'visit_booked', { withinMs: 20_000 });
    await until(async () => (await rows()).length === 0);
    const ids = new Set(sink.arrived);
    expect(ids.size).toBe(2);
    expect(sink.arrived).toHaveLength(4);
  });

  it('a conversation that takes longer than that is not taken for a dead one', async () => {
    const [patient, physician] = [await world.person(), await world.physician()];
    child = await start(world.database.url, sink.url, backend);
    sink.faults.slow = 14_000;
    await world.visit({ patient, physician, startsAt: now().add({ hours: 48 }) });
    await until(async () => {
      const sent = await world.database.query("select 1 from notify_message where state = 'sent'");
      return sent.length === 2;
    }, 40_000);
    expect(sink.arrived).toHaveLength(2);
  }, 60_000);

  it('again and again loses no event and repeats no mail', async () => {
    const readers = await Promise.all(Array.from({ length: 6 }, () => world.person()));
    for (const [at, patient] of readers.entries()) {
      child = await start(world.database.url, sink.url, backend);
      await world.visit({ patient, physician: await world.physician(), startsAt: now().add({ hours: 48 + at }) });
      await child.kill();
    }
    child = await start(world.database.url, sink.url, backend);
    await until(async () => {
      const open = await world.database.query(
        `select 1 from outbox_delivery where handled_at is null
            union all select 1 from notify_message where state in ('queued', 'sending') and kind not in ('visit_reminder', 'visit_nudge')`,
      );
      return open.length === 0;
    }, 45_000);
    for (const { email } of readers)
      expect(sink.to(email, 'visit_booked').map(({ mail }) => mail.messageId)).toHaveLength(1);
    const reminders = await world.database.query(
      `select count(*)::int as n from notify_message where kind = 'visit_reminder' and channel = 'email'`,
    );
    expect(reminders).toEqual([{ n: readers.length * 2 * 3 }]);
  }, 120_000);
});
