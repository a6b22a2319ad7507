import { localized, nameFor, readPeople } from '@okaeri/access';
import { readEscalated, readVisit } from '@okaeri/care';
import type { VisitRecord } from '@okaeri/care';
import { isOpen } from '@okaeri/contracts';
import type { VisitId } from '@okaeri/contracts';
import { readSender, sentences, signature } from '@okaeri/notify';
import type { MailReader, Render, RenderedMail } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { clockWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { initials } from '../visit-mail';

/** Somebody cannot come; nothing to tell any more once she can, or the visit is off or has begun. */
export const declinedMail: Render = async (em, message, reader) => {
  const [seat]: { visitId: VisitId }[] = await em.query(
    `select visit_id as "visitId" from seat where id = $1 and declined_at is not null`,
    [message.entityId],
  );
  const record = seat && (await ahead(em, seat.visitId, reader));
  if (!record) return null;
  const { locale } = reader;
  const who = record.seats.find(({ id }) => id === message.entityId);
  const person = who && (await readPeople(em, [who.personId])).get(who.personId);
  if (!who || !person) return null;
  const staff = who.role === 'physician' || who.role === 'interpreter';
  const name = staff ? nameFor(person, locale, who.role).display : initials(person);
  return mailOf(em, record, reader, 'declined', [say(locale, 'ready.mail.declined.body', { name })]);
};

/** What is still open before a visit, for each kind once: whose it is stands on the board. */
export const taskMail: Render = async (em, message, reader) => {
  const [task]: { visitId: VisitId }[] = await em.query(
    `select visit_id as "visitId" from task where id = $1 and state = 'open'`,
    [message.entityId],
  );
  const record = task && (await ahead(em, task.visitId, reader));
  if (!record) return null;
  const { locale } = reader;
  const open = await readEscalated(em, record.visit.id);
  return mailOf(em, record, reader, 'due', [
    say(locale, 'ready.mail.due.body'),
    ...open.map((blocker) => say(locale, `ready.blocked.${blocker}`)),
  ]);
};

async function ahead(em: EntityManager, visitId: VisitId, { now }: MailReader): Promise<VisitRecord | null> {
  const record = await readVisit(em, visitId);
  if (!record || !isOpen(record.visit.status)) return null;
  return record.visit.startsAt.epochMilliseconds > now.epochMilliseconds ? record : null;
}

async function mailOf(
  em: EntityManager,
  { visit, episode, institution }: VisitRecord,
  reader: MailReader,
  about: 'declined' | 'due',
  lines: readonly string[],
): Promise<RenderedMail> {
  const { locale, zone, place, now, origin } = reader;
  const patient = (await readPeople(em, [episode.patientId])).get(episode.patientId);
  const clock = (at: string, where: string) =>
    clockWords({ instant: visit.startsAt, zone: at, place: where, locale, now });
  const own = clock(zone, place);
  const others = [
    clock(visit.institutionZone, localized(institution.city, locale)),
    clock(visit.patientZone, localized(patient?.place ?? {}, locale)),
  ];
  const clocks = [
    own,
    ...others.filter((each, at) => [own, ...others.slice(0, at)].every((c) => c.zone !== each.zone)),
  ];
  const subject = say(locale, `ready.mail.${about}.subject`, { date: own.date, time: own.time });
  const { footer, replyTo } = signature(locale, await readSender(em, institution.id, locale));
  const [first = '', ...rest] = lines;
  return {
    subject,
    blocks: [
      { kind: 'heading', text: subject },
      { kind: 'greeting', text: say(locale, 'mail.greeting', { name: reader.person.name }) },
      {
        kind: 'sentence',
        text: sentences(locale, say(locale, 'ready.mail.whose', { initials: patient ? initials(patient) : '' }), first),
      },
      { kind: 'clocks', clocks },
      ...rest.map((text) => ({ kind: 'sentence' as const, text })),
      { kind: 'button', text: say(locale, 'ready.mail.see'), href: `${origin}/ready` },
      footer,
    ],
    replyTo,
    usefulUntil: visit.startsAt,
  };
}
