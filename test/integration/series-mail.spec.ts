import ICAL from 'ical.js';
import { cancelVisit, moveVisit } from '@okaeri/care';
import { locales } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { now } from '@okaeri/words/time';
import { readCalendar } from '../support/calendar';
import { keepJobs } from '../support/canaries';
import { clockLines } from '../support/mail-clocks';
import type { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { Telling } from '../support/telling';
import { until } from '../support/until';

jest.setTimeout(60_000);

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Real: PostgreSQL, the scheduler and SMTP; the calendar is read by a parser of somebody else. */
describe('of visits that are booked together', () => {
  let world: MailWorld;
  let sink: MailSink;
  let telling: Telling;
  beforeAll(async () => {
    world = await MailWorld.open();
    telling = await Telling.start(world.database.url);
    sink = telling.sink;
  });
  afterAll(async () => {
    await keepJobs(world.database.url);
    await telling?.stop();
    await world?.close();
  });

  const present = Math.floor(now().epochMilliseconds / 60_000);
  const hours = [24 * 8, 24 * 15, 24 * 22];
  const startsAt = hours.map((after) => now().round('minute').add({ hours: after }));
  const eventsOf = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    return calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      starts: (event.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>).toUnixTime(),
      attendees: event.getAllProperties('attendee').length,
    }));
  };

  it.each(locales)('everybody hears in one mail with all dates and one calendar file, in %s', async (locale) => {
    const zone = locale === 'ja' ? 'Asia/Tokyo' : 'America/Toronto';
    const patient = await world.person({ language: locale, zone });
    const physician = await world.physician();
    const visitIds = await world.series({ patient, physician, startsAt });
    const { mail, calendar, raw } = await sink.mailTo(patient.email, 'series_booked');
    const text = plain(mail.text ?? '');
    for (const at of startsAt) {
      const starts = Math.round(at.epochMilliseconds / 60_000);
      const lines = clockLines({ locale, zones: [zone, 'Asia/Tokyo'], starts, now: present });
      expect(text).toContain(`\n${lines.join('\n')}\n`);
    }
    expect(text.match(/https:\/\/\S+/g)).toHaveLength(1);
    expect(text).not.toMatch(/[!！]|\{|undefined|Proton|iris/);
    // Of several it does not speak as of one.
    const names = { physician: '–', institution: '–' };
    const [one, many] = (['mail.visit.with.patient', 'mail.series.visit.with.patient'] as const).map(
      (key) =>
        plain(say(locale, key, names))
          .split('–')
          .toSorted((a, b) => b.length - a.length)[0],
    );
    expect(text).toContain(many);
    expect(text.replaceAll(many ?? '', '')).not.toContain(one);
    expect(calendar).toContain('METHOD:PUBLISH');
    expect(raw.toString('latin1')).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/i);
    expect(eventsOf(calendar ?? '')).toEqual(
      visitIds.map((id, at) => ({
        uid: `${id}@okaeri.hospital.example`,
        starts: Math.round((startsAt[at]?.epochMilliseconds ?? 0) / 1000),
        attendees: 0,
      })),
    );
    await sink.mailTo(physician.email, 'series_booked');
    const reminders: { count: number }[] = await world.data.query(
      `select count(distinct entity_id)::int as count from notify_message
        where kind = 'visit_reminder' and person_id = $1 and entity_id = any($2::uuid[])`,
      [patient.id, visitIds],
    );
    expect(reminders).toEqual([{ count: 3 }]);
  });

  it('of which one alone is left are told as one', async () => {
    const patient = await world.person({ language: 'en', zone: 'America/Toronto' });
    const physician = await world.physician();
    const [first, ...others] = await world.series({ patient, physician, startsAt });
    if (!first) throw new Error('There are three.');
    await sink.mailTo(patient.email, 'series_booked');
    for (const other of others) await world.tx((em) => cancelVisit(em, other, physician.id, '–'));
    await world.data.query(
      `update notify_message set state = 'queued', next_at = now() where person_id = $1 and kind = 'series_booked'`,
      [patient.id],
    );
    const { mail } = await sink.mailTo(patient.email, 'series_booked', { after: 1 });
    expect(plain(mail.text ?? '')).toContain(`This is about your visit with`);
    expect(mail.text).toContain('It is booked for:');
    expect(mail.text).toContain(`${say('en', 'mail.visit.see')}:`);
    expect(mail.text).not.toContain(say('en', 'mail.series.links'));
    expect(mail.text).not.toContain(say('en', 'mail.series.calendar'));
  });

  it('one that changes later is told alone, with what was told of it before', async () => {
    const patient = await world.person({ language: 'en', zone: 'America/Toronto' });
    const physician = await world.physician();
    const [first, second, third] = await world.series({ patient, physician, startsAt });
    if (!first || !second || !third) throw new Error('There are three.');
    await sink.mailTo(patient.email, 'series_booked');
    const to = now()
      .round('minute')
      .add({ hours: 24 * 16 });
    await world.tx((em) => moveVisit(em, second, { startsAt: to, by: physician.id }));
    const moved = await sink.mailTo(patient.email, 'visit_moved');
    const before = clockLines({
      locale: 'en',
      zones: ['America/Toronto', 'Asia/Tokyo'],
      starts: Math.round((startsAt[1]?.epochMilliseconds ?? 0) / 60_000),
      now: present,
    });
    for (const line of before) expect(plain(moved.mail.text ?? '')).toContain(line);
    const read = readCalendar(moved.calendar ?? '');
    expect([read.method, read.uid, read.sequence]).toEqual(['REQUEST', `${second}@okaeri.hospital.example`, 1]);
    await world.tx((em) => cancelVisit(em, third, physician.id, '–'));
    const cancelled = readCalendar((await sink.mailTo(patient.email, 'visit_cancelled')).calendar ?? '');
    expect([cancelled.method, cancelled.uid]).toEqual(['CANCEL', `${third}@okaeri.hospital.example`]);
    const kinds = () => sink.to(patient.email).map(({ kind }) => kind);
    await until(async () => {
      const open: unknown[] = await world.data.query(
        `select 1 from outbox_delivery where handled_at is null union all
         select 1 from notify_message where person_id = $1 and state in ('queued', 'sending') and due_at <= now()`,
        [patient.id],
      );
      return open.length === 0;
    });
    expect(kinds().toSorted()).toEqual(['series_booked', 'visit_cancelled', 'visit_moved']);
  });
});
