import { saveSettings } from '@okaeri/access';
import { cancelVisit, moveVisit } from '@okaeri/care';
import { locales } from '@okaeri/contracts';
import type { Locale, PersonId, VisitId } from '@okaeri/contracts';
import { NotifyMessage, addSubscription, endSubscription, postMessage, readInbox } from '@okaeri/notify';
import { Health } from '@okaeri/runtime';
import { say } from '@okaeri/words';
import { now, toInstant, useClock } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { ChannelWorld, dialled, phone } from '../support/channel-world';
import { clockLines } from '../support/mail-clocks';
import type { Reader } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { until } from '../support/until';

jest.setTimeout(60_000);

/** Real: PostgreSQL, SMTP, HTTP, and a push service that opens what it is sent. */
describe('by each of her ways', () => {
  let world: ChannelWorld;
  let scheduler: TestScheduler;
  let patient: Reader;
  let physician: Reader;

  beforeEach(async () => {
    world = await ChannelWorld.open();
    scheduler = await startScheduler(world.mails.database.url, { smtpUrl: world.sink.url, env: world.env });
    patient = await world.mails.person();
    physician = await world.mails.physician();
  });
  afterEach(async () => {
    await scheduler.close();
    await world.close();
  });

  const book = (startsAt: Temporal.Instant = now().add({ hours: 48 })): Promise<VisitId> =>
    world.mails.visit({ patient, physician, startsAt });
  const become = (...states: string[]) =>
    until(async () => (await world.states(patient)).join() === states.join(), 20_000);
  const hurry = () =>
    world.mails.database.query(
      `update notify_message set next_at = now() where state = 'queued' and kind = 'visit_booked'`,
    );

  it('a patient is told the same: as a text, as a notification, here, and not by mail where she did not choose it', async () => {
    await world.chooses(patient, ['sms', 'push', 'app']);
    await world.allows(patient);
    const visitId = await book();
    await become('app delivered', 'push sent', 'sms sent');
    const [sms] = world.sms.sent;
    const [pushed] = world.push.pushed;
    const { items, unread } = await readInbox(world.mails.data.manager, patient.id, { limit: 10, locale: 'en' });
    const [line] = items;
    expect(unread).toBe(1);
    expect(sms).toMatchObject({ to: dialled, from: 'Okaeri' });
    expect(sms?.text).toMatch(/\/link#v\.[\w-]{43}$/);
    expect(sms?.text).toContain('Osaka: ');
    expect(pushed?.told).toMatchObject({ title: line?.title, path: `/visits/${visitId}`, lang: 'en' });
    expect(pushed?.told.body).toContain('Osaka: ');
    expect(sms?.text.startsWith(`Okaeri: ${line?.title}`)).toBe(true);
    expect(line).toMatchObject({ path: `/visits/${visitId}`, read: false });
    expect(line?.text).toContain('Toronto: ');
    expect(world.push.refused).toEqual([]);
    expect(pushed?.ttl).toBeGreaterThan(86_400);
    expect([sms?.key, pushed?.told.id].every((id) => id !== undefined)).toBe(true);
    expect(world.sink.to(patient.email)).toEqual([]);
    await until(async () => (await world.states(physician)).join() === 'app delivered,email sent');
    // What is read in a log or a table of work says nothing of it.
    expect(scheduler.log()).not.toContain(dialled);
    expect(scheduler.log()).not.toContain(world.push.origin);
  });

  it('who can be reached on none that wakes her is written a mail', async () => {
    await world.chooses(patient, ['sms', 'push', 'app'], { phone: null });
    await book();
    await become('app delivered', 'email sent');
    await world.chooses(patient, ['app']);
    const again = await book(now().add({ hours: 96 }));
    await world.sink.mailTo(patient.email, 'visit_booked', { after: 1 });
    expect(again).toEqual(expect.any(String));
  });

  it('what lets her in is a mail, whatever she has chosen', async () => {
    await world.chooses(patient, ['sms', 'app']);
    await world.mails.tx((em) =>
      postMessage(em, {
        kind: 'sign_in',
        personId: patient.id,
        entity: 'ask',
        entityId: patient.id,
        dueAt: now(),
        demo: false,
      }),
    );
    await world.sink.mailTo(patient.email, 'sign_in');
    expect(await world.states(patient, 'sign_in')).toEqual(['email sent']);
    expect(world.sms.sent).toEqual([]);
  });

  it('a moved visit says on each what it was before, though another way was first', async () => {
    await world.chooses(patient, ['email', 'app']);
    const visitId = await book();
    await become('app delivered', 'email sent');
    await world.mails.tx((em) => moveVisit(em, visitId, { startsAt: now().add({ hours: 72 }), by: physician.id }));
    const mail = await world.sink.mailTo(patient.email, 'visit_moved');
    expect(mail.mail.text).toContain('The earlier time no longer holds');
    await until(async () => (await world.states(patient, 'visit_moved')).join() === 'app delivered,email sent');
    const { items } = await readInbox(world.mails.data.manager, patient.id, { limit: 1, locale: 'en' });
    expect(items[0]?.text).toContain('The earlier time no longer holds');
  });

  it.each(locales.filter((each) => each !== 'en'))(
    'whoever reads another language by now, %s, reads in it what she was told before, as it was then',
    async (locale) => {
      const startsAt = now().round('minute').add({ hours: 48 });
      const visitId = await book(startsAt);
      await become('app delivered', 'email sent');
      await world.mails.tx((em) => moveVisit(em, visitId, { startsAt: startsAt.add({ hours: 24 }), by: physician.id }));
      await until(async () => (await world.states(patient, 'visit_moved')).join() === 'app delivered,email sent');
      // What was true then is so no more: nothing of it can be read anew.
      await world.mails.tx((em) => cancelVisit(em, visitId, physician.id, '–'));
      await until(async () => (await world.states(patient, 'visit_cancelled')).join() === 'app delivered,email sent');
      const read = async (language: Locale) =>
        (await readInbox(world.mails.data.manager, patient.id, { limit: 10, locale: language })).items.toReversed();
      const { data } = world.mails;
      const before = await read('en');
      const { sentAt } = await data.manager.findOneByOrFail(NotifyMessage, { id: before[0]?.messageId ?? '' });
      const clocks = (at: Temporal.Instant) =>
        clockLines({
          ...{ locale, zones: ['America/Toronto', 'Asia/Tokyo'], starts: Math.round(at.epochMilliseconds / 60_000) },
          now: Math.floor((sentAt ?? now()).epochMilliseconds / 60_000),
        }).join('\n');
      const [booked, moved, cancelled] = await read(locale);
      expect(booked?.text).toContain(clocks(startsAt));
      expect(booked?.text).not.toContain('visit');
      expect(moved?.text).toContain(clocks(startsAt.add({ hours: 24 })));
      const words = (key: 'mail.visit.moved.before' | 'mail.visit.cancelled.body') =>
        say(locale, key).replaceAll('\u00a0', ' ');
      expect(moved?.text).toContain(words('mail.visit.moved.before'));
      expect(moved?.text).toContain(clocks(startsAt));
      expect(cancelled?.text).toContain(words('mail.visit.cancelled.body'));
      expect([booked?.path, moved?.read]).toEqual([before[0]?.path, false]);
      // As if they were of a time before: then the words are all that is known.
      await data.query('update inbox_line set told = null, language = null');
      expect(await read(locale)).toEqual(before);
    },
  );

  it('a browser that is gone ends, and she is written a mail in its place', async () => {
    await world.chooses(patient, ['push', 'app']);
    await world.allows(patient);
    world.push.answers.push({ status: 410 });
    await book();
    await become('app delivered', 'email sent', 'push failed');
    expect(await world.mails.database.query('select 1 from push_subscription')).toEqual([]);
    expect((await world.rows(patient)).find(({ channel }) => channel === 'push')?.problem).toBe('subscription_gone');
  });

  it('a browser that another person used before shows her nothing of the other’s', async () => {
    const browser = world.push.browser();
    await world.chooses(patient, ['push', 'app']);
    await world.mails.tx((em) => addSubscription(em, { personId: patient.id, sessionId: null }, browser, null));
    await world.mails.tx((em) => addSubscription(em, { personId: physician.id, sessionId: null }, browser, null));
    await book();
    await become('app delivered', 'email sent');
    await until(() => world.push.pushed.length === 1);
    expect(world.push.pushed[0]?.told.lang).toBe('ja');
    await world.mails.tx((em) => endSubscription(em, patient.id, browser.endpoint));
    expect(await world.mails.database.query('select 1 from push_subscription')).toHaveLength(1);
  });

  it('whoever asks us to wait is waited for, and a number that is refused is not tried again', async () => {
    await world.chooses(patient, ['sms', 'push', 'app']);
    await world.allows(patient);
    world.push.answers.push({ status: 429, headers: { 'retry-after': '300' } });
    world.sms.answers.push({ status: 503, headers: { 'retry-after': '120' } });
    const before = now();
    await book();
    await become('app delivered', 'push queued', 'sms queued');
    const waits = async () =>
      Object.fromEntries(
        (await world.rows(patient)).map(({ channel, nextAt }) => [
          channel,
          Math.round(before.until(toInstant(nextAt)).total('seconds') / 60),
        ]),
      );
    await until(async () =>
      (await world.rows(patient)).every(({ channel, attempts }) => channel === 'app' || attempts === 1),
    );
    expect(await waits()).toMatchObject({ push: 5, sms: 2 });
    world.sms.answers.push({ status: 422 });
    await hurry();
    await become('app delivered', 'push sent', 'sms failed');
    expect(
      await world.mails.database.query(`select phone_state as state from person where id = $1`, [patient.id]),
    ).toEqual([{ state: 'refused' }]);
    await world.mails.database.query('delete from push_subscription');
    await book(now().add({ hours: 96 }));
    await world.sink.mailTo(patient.email, 'visit_booked');
    expect(world.sms.requests).toEqual([]);
  });

  it('a provider that refuses our account is left alone, that is said, and everybody is written a mail', async () => {
    const degraded = async () => (await scheduler.app.get(Health).readiness()).degraded;
    await world.chooses(patient, ['sms', 'app']);
    expect(await degraded()).not.toContain('sms');
    world.sms.answers.push({ status: 401 });
    await book();
    await become('app delivered', 'email sent', 'sms failed');
    expect((await world.rows(patient)).find(({ channel }) => channel === 'sms')?.problem).toBe('sms_account_refused');
    expect(await degraded()).toContain('sms');
    // It would take this one; nobody asks it, so that it does not lock us out.
    await book(now().add({ hours: 96 }));
    await world.sink.mailTo(patient.email, 'visit_booked', { after: 1 });
    expect(world.sms.requests).toEqual([]);
    expect(scheduler.log().match(/refuses the account/g)).toHaveLength(1);
    const [person] = await world.mails.database.query<{ state: string }>(
      'select phone_state as state from person where id = $1',
      [patient.id],
    );
    expect(person?.state).not.toBe('refused');
    // As if a minute were over.
    const [later, since] = [now().add({ seconds: 61 }), performance.now()];
    const restore = useClock(() => later.add({ milliseconds: Math.floor(performance.now() - since) }));
    try {
      await book(now().add({ hours: 120 }));
      await until(() => world.sms.sent.length === 1);
      expect(await degraded()).not.toContain('sms');
    } finally {
      restore();
    }
  });

  it('what wakes her waits for the end of her quiet hours; mail does not', async () => {
    const zone = 'America/Toronto';
    const here = now().toZonedDateTimeISO(zone);
    const minute = here.hour * 60 + here.minute;
    const quietTo = (minute + 180) % 1440;
    await world.chooses(patient, ['email', 'sms', 'app'], { quietFrom: (minute + 1380) % 1440, quietTo });
    await book();
    await become('app delivered', 'email sent', 'sms queued');
    await until(async () => (await world.rows(patient)).some(({ problem }) => problem === 'quiet_hours'));
    const sms = (await world.rows(patient)).find(({ channel }) => channel === 'sms');
    const at = toInstant(sms?.nextAt ?? 0).toZonedDateTimeISO(zone);
    expect(at.hour * 60 + at.minute).toBe(quietTo);
    expect(world.sms.requests).toEqual([]);
    // A visit that begins within them cannot wait.
    await book(now().add({ minutes: 90 }));
    await until(() => world.sms.sent.length === 1);
  });

  it('reminders that wait follow what she chooses', async () => {
    const planned = async () =>
      (
        await world.mails.database.query<{ channel: string }>(
          `select distinct channel from notify_message where person_id = $1 and kind = 'visit_reminder' and state = 'queued' order by 1`,
          [patient.id],
        )
      ).map(({ channel }) => channel);
    const choose = (channels: ('email' | 'sms' | 'app')[]) =>
      world.mails.tx((em) =>
        saveSettings(em, patient.id as PersonId, {
          ...{ language: 'en', zone: patient.zone, reminders: [1440, 60, 10], channels, phone },
        }),
      );
    await book();
    await until(async () => (await planned()).join() === 'app,email');
    await choose(['sms']);
    await until(async () => (await planned()).join() === 'sms');
    await choose(['email', 'app']);
    await until(async () => (await planned()).join() === 'app,email');
  });
});
