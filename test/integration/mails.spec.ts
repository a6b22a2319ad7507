import { cancelVisit, moveVisit } from '@okaeri/care';
import { localeTags, locales } from '@okaeri/contracts';
import type { Locale, PersonId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { Temporal, now, toIso } from '@okaeri/words/time';
import { randomUUID } from 'node:crypto';
import { readCalendar } from '../support/calendar';
import { keepJobs, keepUrls, plant } from '../support/canaries';
import { MailSink } from '../support/mail-sink';
import type { SunkMail } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import type { Reader } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';

const zones: Record<Locale, string> = {
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

describe('mails', () => {
  let world: MailWorld;
  let sink: MailSink;
  let scheduler: TestScheduler;

  beforeAll(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    scheduler = await startScheduler(world.database.url, {
      smtpUrl: sink.url,
      env: { PUBLIC_URL: 'https://okaeri.hospital.example', MAIL_DOMAIN: 'okaeri.hospital.example' },
    });
  });
  afterAll(async () => {
    await keepJobs(world.database.url);
    await scheduler?.close();
    await sink?.stop();
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
    for (const secret of secrets.slice(0, 2)) expect(raw.toString('utf8') + text + html).not.toContain(secret);
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
    expected: { visitId: VisitId; starts: Temporal.Instant; method: string; sequence: number },
  ) {
    const read = readCalendar(sunk.calendar ?? '');
    expect(read).toMatchObject({
      method: expected.method,
      uid: `${expected.visitId}@okaeri.hospital.example`,
      sequence: expected.sequence,
      starts: expected.starts.epochMilliseconds / 1000,
      ends: expected.starts.epochMilliseconds / 1000 + 30 * 60,
      zone: reader.zone,
      status: expected.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
      url: `https://okaeri.hospital.example/visits/${expected.visitId}`,
      alarms: 0,
    });
    expect(read.attendees).toEqual([{ address: `mailto:${reader.email}`, rsvp: 'FALSE' }]);
    expect(read.stamp).toMatch(/Z$/);
    const part = sunk.raw.toString('latin1');
    expect(part).toMatch(new RegExp(`Content-Type: text/calendar; charset=utf-8; method=${expected.method}`, 'i'));
  }

  it.each(locales)('of a visit that is booked, moved twice and cancelled, in %s', async (locale) => {
    const zone = zones[locale];
    const patient = await world.person({ language: locale, zone });
    const physician = await world.physician();
    const interpreter = await world.person({
      name: '森 由紀',
      nameLatin: 'Mori Yuki',
      language: 'ja',
      zone: 'Asia/Tokyo',
    });
    const guest = await world.person({ language: locale, zone });
    const whole = Temporal.Instant.from(toIso(now()).replace(/:\d\d\.\d+Z/, ':00Z'));
    const at = (hours: number) => whole.add({ hours });
    const visitId = await world.visit({
      patient,
      physician,
      others: [
        { reader: interpreter, role: 'interpreter', interprets: ['ja', locale === 'ja' ? 'en' : locale] },
        { reader: guest, role: 'guest' },
      ],
      startsAt: at(100),
    });
    const booked = await sink.mailTo(patient.email, 'visit_booked');
    expectWhole(booked, locale);
    expectCalendar(booked, patient, { visitId, starts: at(100), method: 'REQUEST', sequence: 0 });
    expect(hrefs(booked.mail.html ?? '')[0]).toMatch(/^https:\/\/okaeri\.hospital\.example\/link#v\.[\w-]{43}$/);
    expect(booked.mail.replyTo?.[0]?.address).toBe('reception@naniwa.example');
    for (const reader of [physician, interpreter]) {
      const staff = await sink.mailTo(reader.email, 'visit_booked');
      expectWhole(staff, 'ja');
      expectCalendar(staff, reader, { visitId, starts: at(100), method: 'REQUEST', sequence: 0 });
      expect(hrefs(staff.mail.html ?? '')).toEqual([`https://okaeri.hospital.example/visits/${visitId}`]);
      expect(staff.mail.text).not.toContain('Ottoline');
    }
    expectWhole(await sink.mailTo(guest.email, 'visit_booked'), locale);

    await world.tx((em) => moveVisit(em, visitId, { startsAt: at(124), by: physician.id }));
    const moved = await sink.mailTo(patient.email, 'visit_moved');
    expectWhole(moved, locale);
    expectCalendar(moved, patient, { visitId, starts: at(124), method: 'REQUEST', sequence: 1 });
    await world.tx((em) => moveVisit(em, visitId, { startsAt: at(148), by: physician.id }));
    const again = await sink.mailTo(patient.email, 'visit_moved', { after: 1 });
    expectCalendar(again, patient, { visitId, starts: at(148), method: 'REQUEST', sequence: 2 });
    await world.tx((em) => cancelVisit(em, visitId, physician.id, plant('reason', 'The accelerator of Naniwa hums')));
    const cancelled = await sink.mailTo(patient.email, 'visit_cancelled');
    expectWhole(cancelled, locale);
    expectCalendar(cancelled, patient, { visitId, starts: at(148), method: 'CANCEL', sequence: 3 });
    expect(cancelled.raw.toString('utf8')).not.toContain('accelerator');
  });

  it.each(locales)('that remind, in %s', async (locale) => {
    const patient = await world.person({ language: locale, zone: zones[locale] });
    const physician = await world.physician();
    const visitId = await world.visit({ patient, physician, startsAt: now().add({ hours: 6 }) });
    await sink.mailTo(patient.email, 'visit_booked');
    await world.database.query(
      `update notify_message set next_at = now(), queued_at = null where entity_id = $1 and minutes = 60`,
      [visitId],
    );
    const reminder = await sink.mailTo(patient.email, 'visit_reminder');
    expectWhole(reminder, locale);
    expect(reminder.calendar).toBeNull();
  });

  it.each(locales)('that let people in, in %s', async (locale) => {
    const person = await world.person({ language: locale, zone: zones[locale] });
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
    await world.database.query(
      `update notify_message set next_at = now(), queued_at = null where state = 'queued' and due_at <= now()`,
    );
    await sink.mailTo(patient.email, 'visit_cancelled', { withinMs: 30_000 });
    expect(sink.to(patient.email, 'visit_booked')).toEqual([]);
  });
});
