import { cancelVisit, moveVisit, withdrawSeat } from '@okaeri/care';
import { localeTags, locales } from '@okaeri/contracts';
import type { Locale, PersonId, SeatId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now, toInstant } from '@okaeri/words/time';
import { randomUUID } from 'node:crypto';
import { readCalendar } from '../support/calendar';
import { keepJobs, keepUrls, plant } from '../support/canaries';
import { clockLines, expectCalendarTimes, expectClocks } from '../support/mail-clocks';
import type { MailSink, SunkMail } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import type { Reader } from '../support/mail-world';
import { Telling } from '../support/telling';
import { until } from '../support/until';

const readerZones: Record<Locale, string> = {
  en: 'America/Toronto',
  ja: 'Asia/Tokyo',
  vi: 'Asia/Ho_Chi_Minh',
  fr: 'Europe/Paris',
  zh: 'Asia/Shanghai',
  ko: 'Asia/Seoul',
};

/** What a mail in this language must have, and must not. */
const scripts: Record<Locale, { has: RegExp; hasNot: RegExp }> = {
  en: { has: /\bvisit|Okaeri\b/i, hasNot: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u },
  fr: { has: /[àâéèêôç]/u, hasNot: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u },
  vi: {
    has: /[\u1EA0-\u1EF9ơưđ]/u,
    hasNot: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
  },
  ja: { has: /\p{Script=Hiragana}/u, hasNot: /\p{Script=Hangul}/u },
  zh: { has: /\p{Script=Han}/u, hasNot: /\p{Script=Hangul}/u },
  ko: { has: /\p{Script=Hangul}/u, hasNot: /[\p{Script=Hiragana}]/u },
};

/** Words of the case that no mail may say, and no subject may name anybody. */
const secrets = ['Proton', 'iris', 'Ottoline', 'Quillfeather', 'Hayase'];

/** Minutes since 1970, as the table of clocks counts. */
const present = Math.floor(now().epochMilliseconds / 60_000);
const after = (hours: number) => present + hours * 60;
const instantOf = (minute: number) => toInstant(minute * 60_000);

describe('mails', () => {
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

  const hrefs = (html: string) =>
    [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

  function expectWhole({ mail, raw }: SunkMail, locale: Locale): void {
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
    const [html, text, subject] = [mail.html ?? '', mail.text ?? '', mail.subject ?? ''];
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('content-language')).toBe(localeTags[locale]);
    expect(mail.headers.some(({ key }) => key.startsWith('list-'))).toBe(false);
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@okaeri\.hospital\.example>$/);
    expect(html).toContain(`<html lang="${localeTags[locale]}">`);
    expect(html).not.toMatch(/<img|<script|src=|url\(/);
    for (const href of hrefs(html)) expect(text).toContain(href);
    const { has, hasNot } = scripts[locale];
    for (const said of [subject, text]) {
      expect(said).not.toMatch(hasNot);
      expect(said).not.toMatch(/[!！]|\{|undefined/);
    }
    expect(text).toMatch(has);
    for (const secret of secrets) expect(subject).not.toContain(secret);
    const whole = raw.toString('utf8') + text + html;
    // As a word: four letters of a token may spell one.
    for (const secret of secrets.slice(0, 2)) expect(whole).not.toMatch(new RegExp(`\\b${secret}\\b`));
    // A token stands behind the # and nowhere else.
    const links = hrefs(html);
    keepUrls(...links.map((href) => href.split('#', 1)[0] ?? ''));
    for (const href of links) {
      const [before, token] = href.split('#');
      expect(before).not.toMatch(/[siv]\.[\w-]{20}/);
      if (token) plant('link token', token);
    }
  }

  function expectCalendar(
    sunk: SunkMail,
    reader: Reader,
    expected: { visitId: VisitId; starts: number; method: string; sequence: number },
  ) {
    const read = readCalendar(sunk.calendar ?? '');
    expect(read).toMatchObject({
      method: expected.method,
      uid: `${expected.visitId}@okaeri.hospital.example`,
      sequence: expected.sequence,
      status: expected.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
      url: `https://okaeri.hospital.example/visits/${expected.visitId}`,
      alarms: 0,
    });
    expectCalendarTimes(read, { zone: reader.zone, starts: expected.starts, minutes: 30 });
    expect(read.attendees).toEqual([{ address: `mailto:${reader.email}`, rsvp: 'FALSE' }]);
    expect(read.stamp).toMatch(/Z$/);
    const part = sunk.raw.toString('latin1');
    expect(part).toMatch(new RegExp(`Content-Type: text/calendar; charset=utf-8; method=${expected.method}`, 'i'));
  }

  it.each(locales)('of a visit that is booked, moved twice and cancelled, in %s', async (locale) => {
    const zone = readerZones[locale];
    const patient = await world.person({ language: locale, zone });
    const physician = await world.physician();
    const interpreter = await world.person({
      name: '森 由紀',
      nameLatin: 'Mori Yuki',
      language: 'ja',
      zone: 'Asia/Tokyo',
    });
    const guest = await world.person({ language: locale, zone });
    const said = (reader: Reader, hours: number) => {
      const zones = [reader.zone, 'Asia/Tokyo', zone];
      return { locale: reader.language, zones, starts: after(hours), now: present };
    };
    const visitId = await world.visit({
      patient,
      physician,
      others: [
        { reader: interpreter, role: 'interpreter', interprets: ['ja', locale === 'ja' ? 'en' : locale] },
        { reader: guest, role: 'guest' },
      ],
      startsAt: instantOf(after(100)),
    });
    const booked = await sink.mailTo(patient.email, 'visit_booked');
    expectWhole(booked, locale);
    expectCalendar(booked, patient, { visitId, starts: after(100), method: 'REQUEST', sequence: 0 });
    expectClocks(booked, said(patient, 100));
    expect(hrefs(booked.mail.html ?? '')[0]).toMatch(/^https:\/\/okaeri\.hospital\.example\/link#v\.[\w-]{43}$/);
    expect(booked.mail.replyTo?.[0]?.address).toBe('reception@naniwa.example');
    for (const reader of [physician, interpreter]) {
      const staff = await sink.mailTo(reader.email, 'visit_booked');
      expectWhole(staff, 'ja');
      expectCalendar(staff, reader, { visitId, starts: after(100), method: 'REQUEST', sequence: 0 });
      expectClocks(staff, said(reader, 100));
      expect(hrefs(staff.mail.html ?? '')).toEqual([`https://okaeri.hospital.example/visits/${visitId}`]);
      expect(staff.mail.text).not.toContain('Ottoline');
    }
    const invited = await sink.mailTo(guest.email, 'visit_booked');
    expectWhole(invited, locale);
    expectClocks(invited, said(guest, 100));

    await world.tx((em) => moveVisit(em, visitId, { startsAt: instantOf(after(124)), by: physician.id }));
    const moved = await sink.mailTo(patient.email, 'visit_moved');
    expectWhole(moved, locale);
    expectCalendar(moved, patient, { visitId, starts: after(124), method: 'REQUEST', sequence: 1 });
    expectClocks(moved, said(patient, 124));
    expectClocks(moved, said(patient, 100), 'none');
    // Who has not been told yet is told of the last move alone.
    for (const reader of [physician, guest]) await sink.mailTo(reader.email, 'visit_moved');
    await world.tx((em) => moveVisit(em, visitId, { startsAt: instantOf(after(148)), by: physician.id }));
    const again = await sink.mailTo(patient.email, 'visit_moved', { after: 1 });
    expectCalendar(again, patient, { visitId, starts: after(148), method: 'REQUEST', sequence: 2 });
    expectClocks(again, said(patient, 148));
    expectClocks(again, said(patient, 124), 'none');
    for (const reader of [physician, guest]) {
      const toOthers = await sink.mailTo(reader.email, 'visit_moved', { after: 1 });
      expectWhole(toOthers, reader.language);
      expectClocks(toOthers, said(reader, 148));
      expectClocks(toOthers, said(reader, 124), 'none');
    }
    await world.tx((em) => cancelVisit(em, visitId, physician.id, plant('reason', 'The accelerator of Naniwa hums')));
    const cancelled = await sink.mailTo(patient.email, 'visit_cancelled');
    expectWhole(cancelled, locale);
    expectCalendar(cancelled, patient, { visitId, starts: after(148), method: 'CANCEL', sequence: 3 });
    expectClocks(cancelled, said(patient, 148));
    expect(cancelled.raw.toString('utf8')).not.toContain('accelerator');
  });

  it.each(locales)('that remind, in %s', async (locale) => {
    const patient = await world.person({ language: locale, zone: readerZones[locale] });
    const physician = await world.physician();
    const visitId = await world.visit({ patient, physician, startsAt: instantOf(after(6)) });
    await sink.mailTo(patient.email, 'visit_booked');
    await world.database.query(`update notify_message set next_at = now() where entity_id = $1 and minutes = 60`, [
      visitId,
    ]);
    const reminder = await sink.mailTo(patient.email, 'visit_reminder');
    expectWhole(reminder, locale);
    const zones = [readerZones[locale], 'Asia/Tokyo'];
    expectClocks(reminder, { locale, zones, starts: after(6), now: present }, 'time');
    expect(reminder.calendar).toBeNull();
  });

  it.each(locales)('to those whose seat is taken back, in %s', async (locale) => {
    const patient = await world.person();
    const physician = await world.physician();
    const guest = await world.person({ language: locale, zone: readerZones[locale] });
    const interpreter = await world.person({ language: locale, zone: readerZones[locale] });
    const visitId = await world.visit({
      patient,
      physician,
      others: [
        { reader: interpreter, role: 'interpreter', interprets: ['ja', 'en'] },
        { reader: guest, role: 'guest' },
      ],
      startsAt: instantOf(after(100)),
    });
    for (const reader of [patient, interpreter, guest]) await sink.mailTo(reader.email, 'visit_booked');
    await world.tx((em) => moveVisit(em, visitId, { startsAt: instantOf(after(124)), by: physician.id }));
    for (const reader of [patient, interpreter, guest]) await sink.mailTo(reader.email, 'visit_moved');
    const seats: { id: SeatId; person_id: PersonId }[] = await world.database.query(
      'select id, person_id from seat where visit_id = $1',
      [visitId],
    );
    for (const reader of [interpreter, guest]) {
      const seat = seats.find(({ person_id }) => person_id === reader.id);
      await world.tx((em) => withdrawSeat(em, visitId, seat?.id as SeatId, physician.id));
      const released = await sink.mailTo(reader.email, 'visit_cancelled');
      expectWhole(released, locale);
      expectCalendar(released, reader, { visitId, starts: after(124), method: 'CANCEL', sequence: 2 });
      const zonesOfVisit = [reader.zone, 'Asia/Tokyo', patient.zone];
      expectClocks(released, { locale, zones: zonesOfVisit, starts: after(124), now: present });
      // No way in stands in it, and no reminder waits any more.
      expect(hrefs(released.mail.html ?? '')).toEqual([]);
      const waiting = `select 1 from notify_message where entity_id = $1 and person_id = $2 and state = 'queued'`;
      await until(async () => (await world.database.query(waiting, [visitId, reader.id])).length === 0);
    }
    // For the others nothing has changed: their reminders and what they were told stand.
    await world.tx((em) => moveVisit(em, visitId, { startsAt: instantOf(after(148)), by: physician.id }));
    const moved = await sink.mailTo(patient.email, 'visit_moved', { after: 1 });
    expectCalendar(moved, patient, { visitId, starts: after(148), method: 'REQUEST', sequence: 2 });
    for (const reader of [interpreter, guest]) expect(sink.to(reader.email, 'visit_moved')).toHaveLength(1);
    expect(sink.to(patient.email, 'visit_cancelled')).toEqual([]);
  });

  it('of a move say the time that their reader was told, and of another length that it is one', async () => {
    const patient = await world.person();
    const physician = await world.physician();
    const visitId = await world.visit({ patient, physician, startsAt: instantOf(after(100)) });
    await sink.mailTo(patient.email, 'visit_booked');
    // Of a time that was given up again before anybody was told, nobody has heard.
    await world.tx(async (em) => {
      await moveVisit(em, visitId, { startsAt: instantOf(after(110)), by: physician.id });
      await moveVisit(em, visitId, { startsAt: instantOf(after(124)), by: physician.id });
    });
    const moment = (hours: number) => ({
      locale: 'en' as const,
      zones: [patient.zone, 'Asia/Tokyo'],
      starts: after(hours),
      now: present,
    });
    const moved = await sink.mailTo(patient.email, 'visit_moved');
    expectClocks(moved, moment(124));
    expectClocks(moved, moment(100), 'none');
    for (const line of clockLines(moment(110))) expect(moved.mail.text).not.toContain(line);
    await world.tx((em) => moveVisit(em, visitId, { startsAt: instantOf(after(124)), minutes: 45, by: physician.id }));
    const longer = await sink.mailTo(patient.email, 'visit_moved', { after: 1 });
    expectWhole(longer, 'en');
    expect(longer.mail.text).toContain('It now takes 45 minutes.');
    expect(longer.mail.text).not.toContain('no longer holds');
  });

  it.each(locales)('that let people in, in %s', async (locale) => {
    const person = await world.person({ language: locale, zone: readerZones[locale] });
    const invitationId = randomUUID();
    await world.tx(async (em) => {
      await em.query(
        `insert into invitation (id, person_id, institution_id, role, expires_at)
         values ($1, $2, $3, $4, now() + interval '14 days')`,
        [invitationId, person.id, world.institutionId, locale === 'ja' ? 'physician' : 'patient'],
      );
      await emit(em, 'person.invited', { invitationId });
      await emit(em, 'signIn.asked', { personId: person.id as PersonId, askId: randomUUID() });
    });
    const invitation = await sink.mailTo(person.email, 'invitation');
    expectWhole(invitation, locale);
    expect(hrefs(invitation.mail.html ?? '')[0]).toMatch(/\/link#i\.[\w-]{43}$/);
    const signIn = await sink.mailTo(person.email, 'sign_in');
    expectWhole(signIn, locale);
    expect(hrefs(signIn.mail.html ?? '')[0]).toMatch(/\/link#s\.[\w-]{43}$/);
    await world.tx((em) => emit(em, 'person.invited', { invitationId }));
    expectWhole(await sink.mailTo(person.email, 'invitation', { after: 1 }), locale);
  });

  it('that bring a code', async () => {
    const patient = await world.person();
    const physician = await world.physician();
    const visitId = await world.visit({ patient, physician, startsAt: now().add({ hours: 50 }) });
    const codeId = randomUUID();
    await world.tx(async (em) => {
      await em.query(
        `insert into link_code (id, visit_id, person_id, device_hash, expires_at)
         values ($1, $2, $3, 'x', now() + interval '10 minutes')`,
        [codeId, visitId, patient.id],
      );
      await emit(em, 'link.codeAsked', { codeId });
    });
    const mail = await sink.mailTo(patient.email, 'link_code');
    expectWhole(mail, 'en');
    expect(mail.mail.text).toMatch(/^\d{6}$/m);
    plant('code', /^(\d{6})$/m.exec(mail.mail.text ?? '')?.[1] ?? '');
  });

  it('say nothing that is no longer true', async () => {
    const patient = await world.person();
    const physician = await world.physician();
    await sink.stop();
    const visitId = await world.visit({ patient, physician, startsAt: now().add({ hours: 50 }) });
    await world.tx((em) => cancelVisit(em, visitId, physician.id, 'No'));
    await sink.reopen();
    await world.database.query(`update notify_message set next_at = now() where state = 'queued' and due_at <= now()`);
    await sink.mailTo(patient.email, 'visit_cancelled', { withinMs: 30_000 });
    expect(sink.to(patient.email, 'visit_booked')).toEqual([]);
  });
});
