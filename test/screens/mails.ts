import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { cancelVisit, moveVisit } from '@okaeri/care';
import type { Locale, MessageKind } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { Album } from './album';
import { patience } from './walk';

/** What stands for mails among the addresses of the album; they have none of their own. */
const path = 'mail';

/**
 * A picture of every mail, as a program shows it that knows HTML: made by the scheduler, handed over by SMTP, and opened
 * in a tab that has nothing of ours but the mail.
 */
export async function walkMails(browser: Browser, album: Album, language: Locale): Promise<void> {
  const world = await MailWorld.open();
  const sink = await MailSink.start();
  const scheduler = await startScheduler(world.database.url, {
    smtpUrl: sink.url,
    env: { PUBLIC_URL: 'https://okaeri.naniwa.example', LOG_LEVEL: 'silent' },
  });
  const context = await browser.newContext();
  try {
    const email = await everyMail(world, sink, language);
    const kinds: MessageKind[] = [
      'invitation',
      'sign_in',
      'link_code',
      'visit_booked',
      'series_booked',
      'visit_reminder',
      'visit_moved',
      'visit_cancelled',
      'note_ready',
      'message_new',
    ];
    for (const kind of kinds) {
      const { mail } = await sink.mailTo(email, kind, { withinMs: patience });
      const page = await context.newPage();
      await page.setContent(mail.html ?? '');
      await album.take({ name: `mail-${kind.replaceAll('_', '-')}`, path, page }, language);
      await page.close();
    }
  } finally {
    await context.close();
    await scheduler.close();
    await sink.stop();
    await world.close();
  }
}

/** Makes everything happen that a patient is written about. Answers with her address. */
async function everyMail(world: MailWorld, sink: MailSink, language: Locale): Promise<string> {
  const patient = await world.person(
    language === 'ja'
      ? { name: '高橋 陽翔', nameLatin: 'Takahashi Haruto', language, zone: 'Asia/Tokyo' }
      : { name: 'Emily Tremblay', nameLatin: 'Emily Tremblay', language, zone: 'America/Toronto' },
  );
  const physician = await world.physician();
  // Midnight in Greenwich: an evening in Toronto, and in Osaka the morning of the next day.
  const on = (days: number) => now().toZonedDateTimeISO('UTC').startOfDay().add({ days }).toInstant();
  const book = (days: number) => world.visit({ patient, physician, startsAt: on(days) });
  const moved = await book(5);
  // Of an earlier time a mail speaks only to those who were told of it.
  await sink.mailTo(patient.email, 'visit_booked', { withinMs: 20_000 });
  const invitationId = randomUUID();
  const codeId = randomUUID();
  const noteId = randomUUID();
  const messageId = randomUUID();
  const booked = await book(4);
  await world.tx(async (em) => {
    await em.query(
      `insert into invitation (id, person_id, institution_id, role, expires_at)
       values ($1, $2, $3, 'patient', now() + interval '14 days')`,
      [invitationId, patient.id, world.institutionId],
    );
    await emit(em, 'person.invited', { invitationId });
    await emit(em, 'signIn.asked', { personId: patient.id, askId: randomUUID() });
    await em.query(
      `insert into link_code (id, visit_id, person_id, device_hash, expires_at)
       values ($1, $2, $3, 'x', now() + interval '10 minutes')`,
      [codeId, booked, patient.id],
    );
    await emit(em, 'link.codeAsked', { codeId });
    await em.query(
      `insert into note (id, visit_id, episode_id, author_id, language, state, signed_versions)
       select $1, id, episode_id, $3, 'en', 'signed', 1 from visit where id = $2`,
      [noteId, booked, physician.id],
    );
    await em.query(
      `insert into note_version (note_id, number, text, next_steps, language, signed_by, signed_at, sha256)
       values ($1, 1, 'Well.', '', 'en', $2, now(), 'x')`,
      [noteId, physician.id],
    );
    await emit(em, 'note.signed', { noteId, number: 1 });
    await em.query(
      `insert into thread_message (id, episode_id, by_id, language, text)
       select $1, episode_id, $3, 'ja', 'お大事に' from visit where id = $2`,
      [messageId, booked, physician.id],
    );
    await emit(em, 'message.posted', { messageId });
  });
  await world.series({ patient, physician, startsAt: [10, 17, 24, 31].map(on) });
  const reminded = await book(2);
  await world.tx((em) => moveVisit(em, moved, { startsAt: on(6).add({ hours: 3 }), by: physician.id }));
  const cancelled = await book(7);
  await world.tx((em) => cancelVisit(em, cancelled, physician.id, '–'));
  // The reminder of the day before is due as soon as it is planned.
  for (let found = 0; found === 0;) {
    const rows = await world.database.query(
      `update notify_message set next_at = now()
        where entity_id = $1 and minutes = 60 and state = 'queued' returning id`,
      [reminded],
    );
    found = rows.length;
  }
  return patient.email;
}
