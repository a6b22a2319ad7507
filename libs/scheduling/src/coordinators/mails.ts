import { readPeople } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { readEscalated, readVisit } from '@okaeri/care';
import type { VisitRecord } from '@okaeri/care';
import { isOpen } from '@okaeri/contracts';
import type { VisitId } from '@okaeri/contracts';
import { clockFact, clocksBlock, letterOf, nameFact, readSender, sentenceOf } from '@okaeri/notify';
import type { MailReader, Phrase, Render, RenderedMail } from '@okaeri/notify';
import { say } from '@okaeri/words';
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
  const who = record.seats.find(({ id }) => id === message.entityId);
  const person = who && (await readPeople(em, [who.personId])).get(who.personId);
  if (!who || !person) return null;
  const staff = who.role === 'physician' || who.role === 'interpreter';
  const name = staff ? nameFact(person, who.role) : initials(person);
  return mailOf(em, record, reader, 'declined', [{ key: 'ready.mail.declined.body', values: { name } }]);
};

/** What is still open before a visit, for each kind once: whose it is stands on the board. */
export const taskMail: Render = async (em, message, reader) => {
  const [task]: { visitId: VisitId }[] = await em.query(
    `select visit_id as "visitId" from task where id = $1 and state = 'open'`,
    [message.entityId],
  );
  const record = task && (await ahead(em, task.visitId, reader));
  if (!record) return null;
  const open = await readEscalated(em, record.visit.id);
  return mailOf(em, record, reader, 'due', [
    { key: 'ready.mail.due.body' },
    ...open.map((blocker): Phrase => ({ key: `ready.blocked.${blocker}` })),
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
  lines: readonly Phrase[],
): Promise<RenderedMail> {
  const { locale, zone, person, now, origin } = reader;
  const patient = (await readPeople(em, [episode.patientId])).get(episode.patientId);
  const clock = (at: string, place: Localized) => clockFact(visit.startsAt, { zone: at, place, now });
  const own = clock(zone, person.place);
  const others = [clock(visit.institutionZone, institution.city), clock(visit.patientZone, patient?.place ?? {})];
  const clocks = [
    own,
    ...others.filter((each, at) => [own, ...others.slice(0, at)].every((c) => c.zone !== each.zone)),
  ];
  const title: Phrase = { key: `ready.mail.${about}.subject`, values: { date: { date: own }, time: { time: own } } };
  const whose: Phrase = { key: 'ready.mail.whose', values: { initials: patient ? initials(patient) : '' } };
  const sender = await readSender(em, institution.id, locale);
  const [first = null, ...rest] = lines;
  const letter = letterOf(reader, sender, title, [
    sentenceOf(locale, whose, first),
    clocksBlock(locale, clocks),
    ...rest.map((line) => sentenceOf(locale, line)),
    { kind: 'button', text: say(locale, 'ready.mail.see'), href: `${origin}/ready` },
  ]);
  return { ...letter, usefulUntil: visit.startsAt };
}
