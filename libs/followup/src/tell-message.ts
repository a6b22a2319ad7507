import { readPerson } from '@okaeri/access';
import type { EpisodeId, EventData, InstitutionId, PersonId, SeatRole } from '@okaeri/contracts';
import { letterOf, nameFact, postMessage, readSender, sentenceOf } from '@okaeri/notify';
import type { Phrase, Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { peopleOf, threadHead } from './threads';

/** A thread that is busy writes one mail in so many seconds. */
const windowSeconds = 1800;

/** Everybody of the thread but the writer is told that there is something to read. */
export async function tellMessage(em: EntityManager, { messageId }: EventData<'message.posted'>): Promise<void> {
  const rows: { episodeId: EpisodeId; byId: PersonId; demo: boolean }[] = await em.query(
    `select m.episode_id as "episodeId", m.by_id as "byId", e.demo
       from thread_message m join episode e on e.id = m.episode_id where m.id = $1`,
    [messageId],
  );
  const [message] = rows;
  if (!message) return;
  const { episodeId, byId, demo } = message;
  const dueAt = now();
  const sequence = Math.floor(dueAt.epochMilliseconds / 1000 / windowSeconds);
  for (const { personId } of await peopleOf(em, episodeId)) {
    if (personId === byId) continue;
    const to = { kind: 'message_new' as const, personId, entity: 'thread', entityId: episodeId };
    await postMessage(em, { ...to, sequence, dueAt, demo });
  }
}

interface Last {
  patientId: PersonId;
  byId: PersonId;
  /** In the episode; of a physician who only stands in, at the hospital. */
  role: SeatRole | null;
  institutionId: InstitutionId;
}

/** Who has written, and nothing of what. Staff read of a patient by her initials only. */
export const messageMail: Render = async (em, message, reader) => {
  const { personId } = message;
  const episodeId = message.entityId as EpisodeId;
  const unread = (await threadHead(em, [episodeId], personId)).get(episodeId)?.unread ?? 0;
  if (unread === 0) return null;
  const rows: Last[] = await em.query(
    `select e.patient_id as "patientId", m.by_id as "byId", e.institution_id as "institutionId", coalesce(t.role, w.role) as role
       from thread_message m join episode e on e.id = m.episode_id
       left join episode_team t on t.episode_id = e.id and t.person_id = m.by_id
       left join membership w on w.institution_id = e.institution_id and w.person_id = m.by_id
             and w.role = 'physician' and w.revoked_at is null
      where m.episode_id = $1 and m.by_id <> $2 order by m.at desc, m.id desc limit 1`,
    [episodeId, personId],
  );
  const [last] = rows;
  if (!last) return null;
  const { locale, origin } = reader;
  const sender = await readSender(em, last.institutionId, locale);
  const institution = { text: sender?.names ?? {} };
  const [writer, patient] = [await readPerson(em, last.byId), await readPerson(em, last.patientId)];
  const forPatient = personId === last.patientId;
  const name = writer ? nameFact(writer, last.role ?? 'coordinator') : institution;
  const body: Phrase = forPatient
    ? { key: 'thread.mail.bodyPatient', values: { name, institution } }
    : { key: 'thread.mail.bodyStaff', values: { initials: initialsOf(patient?.nameLatin ?? '') } };
  return letterOf(reader, sender, { key: 'thread.mail.subject', values: { count: unread } }, [
    sentenceOf(locale, body),
    { kind: 'button', text: say(locale, 'thread.mail.button'), href: `${origin}/cases/${episodeId}/messages` },
    { kind: 'small', text: say(locale, 'thread.mail.small') },
  ]);
};

/** "E. T." */
export function initialsOf(nameLatin: string): string {
  const words = nameLatin.split(/\s+/).filter(Boolean);
  return words.map((word) => `${[...word][0]?.toUpperCase() ?? ''}.`).join(' ');
}
