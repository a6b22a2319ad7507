import { cancelVisit, moveVisit } from '@okaeri/care';
import type { VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { createTransport } from 'nodemailer';
import { readCalendar } from '../support/calendar';
import { ClientCalendar } from '../support/client-calendar';
import { MailSink } from '../support/mail-sink';
import type { SunkMail } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import type { Reader } from '../support/mail-world';
import { freePort } from '../support/standalone';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';

jest.setTimeout(60_000);

const domain = 'okaeri.example';

interface Seated {
  confirmed: boolean;
  declined: boolean;
  reason: string | null;
}

/** Real: PostgreSQL, the scheduler, and SMTP in both directions. */
describe('what people answer from their own calendars', () => {
  let world: MailWorld;
  let sink: MailSink;
  let scheduler: TestScheduler;
  let port: number;
  let patient: Reader;
  let physician: Reader;
  let visitId: VisitId;
  let startsAt: Temporal.Instant;
  let sent = 0;

  beforeAll(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    port = await freePort();
    scheduler = await startScheduler(world.database.url, {
      smtpUrl: sink.url,
      env: { MAIL_IN_PORT: String(port), HOUSE_SECRET: 'a house that is only here for this test of it' },
    });
  });
  beforeEach(async () => {
    [patient, physician] = [await world.person(), await world.physician()];
    startsAt = now().round('minute').add({ hours: 72 });
    visitId = await world.visit({ patient, physician, startsAt });
  });
  afterAll(async () => {
    await scheduler.close();
    await sink.stop();
    await world.close();
  });

  const organizerOf = (mail: SunkMail) => readCalendar(mail.calendar ?? '').organizer.replace(/^mailto:/i, '');
  const booked = (reader: Reader) => sink.mailTo(reader.email, 'visit_booked');
  const stamp = (at: Temporal.Instant) => at.toString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  const calendar = (said: string, about: Record<string, string | number> = {}) => {
    const {
      sequence = 0,
      start = stamp(startsAt),
      uid = `${visitId}@${domain}`,
      method = 'REPLY',
      comment = '',
    } = about;
    return [
      ...['BEGIN:VCALENDAR', 'PRODID:-//Somebody//Program//EN', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT'],
      ...[`UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTART:${start}`, 'DTSTAMP:20261122T000000Z'],
      ...[
        `ATTENDEE;CN="Somebody";PARTSTAT=${said}:mailto:${patient.email}`,
        ...(comment ? [`COMMENT:${comment}`] : []),
      ],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
  };
  /** A mail as a program sends it; its own id unless one is given. */
  const answer = async (
    to: string,
    content: { ics?: string; text?: string; headers?: Record<string, string>; id?: string },
  ) => {
    const door = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    sent += 1;
    try {
      await door.sendMail({
        ...{ from: patient.email, to, subject: 'Accepted', text: content.text ?? '', headers: content.headers ?? {} },
        messageId: content.id ?? `<answer-${sent}@home.example>`,
        ...(content.ics ? { icalEvent: { method: 'REPLY', content: content.ics } } : {}),
      });
    } finally {
      door.close();
    }
  };
  const seated = async (reader: Reader): Promise<Seated | undefined> => {
    const [row] = await world.database.query<Seated>(
      `select confirmed_at is not null as confirmed, declined_at is not null as declined, declined_reason as reason
         from seat where visit_id = $1 and person_id = $2`,
      [visitId, reader.id],
    );
    return row;
  };
  const taken = async () =>
    (
      await world.database.query<{ what: string }>(
        `select what from inbound_mail m join seat s on s.id = m.seat_id where s.visit_id = $1 order by m.at`,
        [visitId],
      )
    ).map(({ what }) => what);
  const presence = async () => {
    const rows = await world.database.query<{ state: string }>(
      `select t.state from task t join seat s on s.id = t.subject where t.visit_id = $1 and t.kind = 'presence' and s.person_id = $2`,
      [visitId, patient.id],
    );
    return rows.map(({ state }) => state);
  };

  it('move her presence: yes, no with the reason, and yes after all', async () => {
    const mail = await booked(patient);
    const to = organizerOf(mail);
    expect(to).toMatch(/^reply\+[0-9a-f]{48}@okaeri\.example$/);
    expect(readCalendar(mail.calendar ?? '').attendees).toEqual([{ address: `mailto:${patient.email}`, rsvp: 'TRUE' }]);
    await answer(to, { ics: calendar('ACCEPTED') });
    expect(await seated(patient)).toMatchObject({ confirmed: true, declined: false });
    expect(await presence()).toEqual(['done']);
    await answer(to, { ics: calendar('DECLINED', { comment: 'I travel\\, sorry.\\nEmily' }) });
    expect(await seated(patient)).toEqual({ confirmed: false, declined: true, reason: 'I travel, sorry.\nEmily' });
    expect(await presence()).toEqual(['open']);
    // In capitals, as some programs write addresses.
    await answer(to.toUpperCase(), { ics: calendar('ACCEPTED') });
    expect(await seated(patient)).toMatchObject({ confirmed: true, declined: false });
    expect(await taken()).toEqual(['accepted', 'declined', 'accepted']);
    // The other one's answer is hers.
    expect(await seated(physician)).toMatchObject({ confirmed: false, declined: false });
  });

  it('are one where the same mail comes twice', async () => {
    const to = organizerOf(await booked(patient));
    await answer(to, { ics: calendar('DECLINED'), id: '<same@home.example>' });
    await answer(to, { ics: calendar('ACCEPTED') });
    await answer(to, { ics: calendar('DECLINED'), id: '<same@home.example>' });
    expect(await seated(patient)).toMatchObject({ confirmed: true, declined: false });
    expect(await taken()).toEqual(['declined', 'accepted']);
  });

  it('to an earlier time say nothing about the present one, unless they name it', async () => {
    const to = organizerOf(await booked(patient));
    const before = startsAt;
    startsAt = startsAt.add({ hours: 2 });
    await world.tx((em) => moveVisit(em, visitId, { startsAt, minutes: 30, by: physician.id }));
    expect(organizerOf(await sink.mailTo(patient.email, 'visit_moved'))).toBe(to);
    await answer(to, { ics: calendar('ACCEPTED', { sequence: 0, start: stamp(before) }) });
    expect(await seated(patient)).toMatchObject({ confirmed: false });
    await answer(to, { ics: calendar('ACCEPTED', { sequence: 0 }) });
    expect(await seated(patient)).toMatchObject({ confirmed: true });
    expect(await taken()).toEqual(['outdated', 'accepted']);
  });

  it('of strangers and of programs move nothing', async () => {
    const to = organizerOf(await booked(patient));
    const forged = to.replace(/.@/, (last) => (last === '0@' ? '1@' : '0@'));
    await expect(answer(forged, { ics: calendar('ACCEPTED') })).rejects.toThrow(/550/);
    await answer(to, { ics: calendar('ACCEPTED', { uid: 'another@elsewhere.example' }) });
    await answer(to, { ics: calendar('ACCEPTED', { method: 'REQUEST' }) });
    await answer(to, { ics: calendar('TENTATIVE') });
    await answer(to, { text: 'I am away until Monday.', headers: { 'Auto-Submitted': 'auto-replied' } });
    await answer(to, { ics: 'BEGIN:VCALENDAR\nEND:VCALENDAR' });
    expect(await taken()).toEqual(['other_event', 'other_method', 'tentative', 'automatic', 'automatic']);
    expect(await seated(patient)).toMatchObject({ confirmed: false, declined: false });
    expect(scheduler.log()).not.toContain(to);
    expect(scheduler.log()).not.toContain(patient.email);
  });

  it('in words, or with another time, are read by whoever looks after the visit', async () => {
    const to = organizerOf(await booked(patient));
    await answer(to, { text: 'May my daughter come too?\n\nOn Sunday the clinic wrote:\n> Your visit' });
    await answer(to, { ics: calendar('TENTATIVE', { method: 'COUNTER', start: '20270105T000000Z' }) });
    const tasks = await world.database.query<{ title: string; note: string; role: string }>(
      `select title, note, owner_role as role from task where visit_id = $1 and source = 'coordinator' order by created_at`,
      [visitId],
    );
    expect(tasks.map(({ note, role }) => [note.split('\n')[0], role])).toEqual([
      ['May my daughter come too?', 'coordinator'],
      [expect.stringMatching(/^Proposed: .*2027/), 'coordinator'],
    ]);
    expect(await taken()).toEqual(['wrote', 'proposed']);
  });

  it('to a visit that was called off are too late', async () => {
    const to = organizerOf(await booked(patient));
    await world.tx((em) => cancelVisit(em, visitId, physician.id, 'The weather'));
    await answer(to, { ics: calendar('ACCEPTED', { sequence: 5 }) });
    expect(await taken()).toEqual(['visit_cancelled']);
  });

  it('are asked for by files that end as one entry at the last time, in any order and twice, or as none', async () => {
    await booked(patient);
    const files = async () => sink.to(patient.email).flatMap(({ calendar: file }) => (file ? [file] : []));
    for (const hours of [2, 26]) {
      const { length } = await files();
      await world.tx((em) =>
        moveVisit(em, visitId, { startsAt: startsAt.add({ hours }), minutes: 30, by: physician.id }),
      );
      await sink.mailTo(patient.email, 'visit_moved', { after: length - 1 });
    }
    const moved = await files();
    expect(moved.map((file) => readCalendar(file).sequence)).toEqual([0, 1, 2]);
    expect(new Set(moved.map((file) => readCalendar(file).organizer)).size).toBe(1);
    const orders = (list: readonly string[]): string[][] =>
      list.length < 2
        ? [[...list]]
        : list.flatMap((one, at) => orders(list.toSpliced(at, 1)).map((rest) => [one, ...rest]));
    const last = startsAt.add({ hours: 26 }).epochMilliseconds / 1000;
    for (const order of orders([...moved, ...moved.slice(1)])) {
      expect([...ClientCalendar.of(order).entries()]).toEqual([[`${visitId}@${domain}`, last]]);
    }
    await world.tx((em) => cancelVisit(em, visitId, physician.id, 'The weather'));
    await sink.mailTo(patient.email, 'visit_cancelled');
    for (const order of orders(await files())) expect(ClientCalendar.of(order).entries().size).toBe(0);
  });
});
