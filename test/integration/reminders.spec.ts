import { saveSettings } from '@okaeri/access';
import { cancelVisit, confirmSeat, moveVisit } from '@okaeri/care';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { Temporal, now, toDate, useClock } from '@okaeri/words/time';
import { keepJobs } from '../support/canaries';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import type { Reader } from '../support/mail-world';
import { backends, redisUrl, startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { until } from '../support/until';

const reminder = 'visit_reminder';

describe.each(backends)('reminders on %s', (backend) => {
  let world: MailWorld;
  let sink: MailSink;
  const running: TestScheduler[] = [];
  let restore: () => void = () => undefined;
  let patient: Reader;
  let physician: Reader;

  const start = async () => {
    const scheduler = await startScheduler(world.database.url, { backend, smtpUrl: sink.url });
    running.push(scheduler);
    return scheduler;
  };
  const stopAll = async () => {
    await Promise.all(running.splice(0).map((scheduler) => scheduler.close()));
  };
  /** Puts the one clock to another time, from where it goes on. */
  const clock = (at: Temporal.Instant) => {
    restore();
    const since = performance.now();
    restore = useClock(() => at.add({ milliseconds: Math.floor(performance.now() - since) }));
  };
  const rows = (visitId: VisitId) =>
    world.database.query<{ minutes: number; state: string; sequence: number; email: string }>(
      `select m.minutes, m.state, m.sequence, p.email from notify_message m join person p on p.id = m.person_id
        where m.entity_id = $1 and m.kind = 'visit_reminder' and m.channel = 'email' order by p.email, m.sequence, m.minutes desc`,
      [visitId],
    );
  const of = async (visitId: VisitId, reader: Reader) =>
    (await rows(visitId))
      .filter(({ email }) => email === reader.email)
      .map(({ minutes, state }) => `${minutes} ${state}`);
  const quiet = () =>
    until(async () => {
      const open = await world.database.query('select 1 from outbox_delivery where handled_at is null');
      return open.length === 0;
    });
  const settled = (visitId: VisitId) =>
    until(async () => {
      const open = await world.database.query(
        `select 1 from notify_message where entity_id = $1 and state in ('queued', 'sending') and next_at <= $2`,
        [visitId, now().toString()],
      );
      return open.length === 0;
    });

  beforeEach(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    patient = await world.person();
    physician = await world.physician();
  });
  afterEach(async () => {
    const prefix = `test-${new URL(world.database.url).pathname.slice(1)}`;
    await keepJobs(world.database.url, ...(backend === 'redis' ? [{ url: redisUrl(), prefix }] : []));
    await stopAll();
    restore();
    restore = () => undefined;
    await sink.stop();
    await world.close();
  });

  const book = (startsAt: Temporal.Instant) => world.visit({ patient, physician, startsAt });

  it('go out a day, an hour and ten minutes before, each at its time and once', async () => {
    const begin = now();
    const startsAt = begin.add({ hours: 48 });
    clock(begin);
    await start();
    const visitId = await book(startsAt);
    await quiet();
    expect(await of(visitId, patient)).toEqual(['1440 queued', '60 queued', '10 queued']);
    for (const [at, minutes] of [1440, 60, 10].entries()) {
      // Further ahead than rows go into a queue.
      clock(startsAt.subtract({ minutes: minutes + 6 }));
      await settled(visitId);
      expect(sink.to(patient.email, reminder)).toHaveLength(at);
      clock(startsAt.subtract({ minutes }).add({ seconds: 1 }));
      await sink.mailTo(patient.email, reminder, { after: at, withinMs: 20_000 });
      await sink.mailTo(physician.email, reminder, { after: at });
    }
    expect(await of(visitId, patient)).toEqual(['1440 sent', '60 sent', '10 sent']);
    expect(sink.to(patient.email, reminder)).toHaveLength(3);
  });

  it('of a day wait for the end of quiet hours, and are planned anew when she chooses others', async () => {
    const late = await world.person({ zone: 'Asia/Seoul' });
    const midnight = now().toZonedDateTimeISO('Asia/Seoul').startOfDay().add({ days: 3 });
    const startsAt = midnight.add({ hours: 26 }).toInstant();
    const due = async () =>
      (
        await world.database.query<{ at: Date }>(
          `select next_at as at from notify_message where person_id = $1 and minutes = 1440 and state = 'queued' and channel = 'email'`,
          [late.id],
        )
      ).map(({ at }) => at.toISOString());
    const choose = (quiet: { from: string; to: string } | null) =>
      world.tx((em) =>
        saveSettings(em, late.id, { language: 'en', zone: late.zone, reminders: [1440, 60, 10], quiet }),
      );
    await choose({ from: '23:00', to: '06:30' });
    await start();
    await world.visit({ patient: late, physician, startsAt });
    await quiet();
    expect(await due()).toEqual([toDate(midnight.add({ hours: 6, minutes: 30 }).toInstant()).toISOString()]);
    await choose(null);
    await quiet();
    expect(await due()).toEqual([toDate(midnight.add({ hours: 2 }).toInstant()).toISOString()]);
  });

  it('ask a patient once more who has not said that she comes, and nobody who has', async () => {
    const sure = await world.person();
    const startsAt = now().add({ hours: 40 });
    await start();
    const visits = [
      await world.visit({ patient, physician, startsAt }),
      await world.visit({ patient: sure, physician: await world.physician(), startsAt }),
    ] as const;
    await quiet();
    await world.tx((em) => confirmSeat(em, visits[1], sure.id));
    clock(startsAt.subtract({ hours: 19, minutes: 59 }));
    const mail = await sink.mailTo(patient.email, 'visit_nudge', { withinMs: 20_000 });
    expect(mail.mail.subject).toMatch(/^Will you be there\?/);
    expect(mail.calendar).toBeNull();
    for (const visitId of visits) await settled(visitId);
    expect(sink.to(patient.email, 'visit_nudge')).toHaveLength(1);
    expect(sink.to(sure.email, 'visit_nudge')).toHaveLength(0);
    expect(sink.to(physician.email, 'visit_nudge')).toHaveLength(0);
  });

  it('leave out what was past when it was booked', async () => {
    await start();
    const visitId = await book(now().add({ minutes: 30 }));
    await quiet();
    expect(await of(visitId, patient)).toEqual(['10 queued']);
  });

  it('follow a visit that is moved, and are none for one that is cancelled', async () => {
    await start();
    const visitId = await book(now().add({ hours: 48 }));
    await quiet();
    await world.tx((em) => moveVisit(em, visitId, { startsAt: now().add({ hours: 72 }), by: physician.id }));
    await quiet();
    expect(await of(visitId, patient)).toEqual([
      '1440 replaced',
      '60 replaced',
      '10 replaced',
      '1440 queued',
      '60 queued',
      '10 queued',
    ]);
    await world.tx((em) => cancelVisit(em, visitId, physician.id, 'The clinic is closed that day'));
    await quiet();
    expect(new Set((await rows(visitId)).map(({ state }) => state))).toEqual(new Set(['replaced']));
  });

  it('go by what a person chose, also when she chooses anew', async () => {
    await start();
    const visitId = await book(now().add({ hours: 48 }));
    await quiet();
    const choose = (reminders: number[]) =>
      world.tx(async (em) => {
        await em.query('update person set reminders = $2 where id = $1', [patient.id, reminders]);
        await emit(em, 'person.remindersSet', { personId: patient.id as PersonId });
      });
    await choose([10]);
    await quiet();
    expect(await of(visitId, patient)).toEqual(['1440 replaced', '60 replaced', '10 queued']);
    await choose([60, 10]);
    await quiet();
    expect(await of(visitId, patient)).toEqual(['1440 replaced', '60 queued', '10 queued']);
    expect(await of(visitId, physician)).toEqual(['1440 queued', '60 queued', '10 queued']);
  });

  it('are sent once, however often the scheduler is started again', async () => {
    const begin = now();
    const startsAt = begin.add({ hours: 30 });
    clock(begin);
    await start();
    const visitId = await book(startsAt);
    await quiet();
    clock(startsAt.subtract({ minutes: 60 }).add({ seconds: 20 }));
    for (let again = 0; again < 20; again += 1) {
      await stopAll();
      await start();
    }
    await settled(visitId);
    // The one of a day before was due as well, and is of use until the visit begins.
    expect(sink.to(patient.email, reminder)).toHaveLength(2);
    expect(await of(visitId, patient)).toEqual(['1440 sent', '60 sent', '10 queued']);
    expect(sink.to(physician.email, reminder)).toHaveLength(2);
  });
});
