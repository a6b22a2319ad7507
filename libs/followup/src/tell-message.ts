import { localized, nameFor, readPerson } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import type { EpisodeId, EventData, PersonId, SeatRole } from '@okaeri/contracts';
import { postMessage } from '@okaeri/notify';
import type { Render } from '@okaeri/notify';
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
  role: SeatRole | null;
  institution: Localized;
  email: string | null;
}

/** Who has written, and nothing of what. Staff read of a patient by her initials only. */
export const messageMail: Render = async (em, message, reader) => {
  const { personId } = message;
  const episodeId = message.entityId as EpisodeId;
  const unread = (await threadHead(em, [episodeId], personId)).get(episodeId)?.unread ?? 0;
  if (unread === 0) return null;
  const rows: Last[] = await em.query(
    `select e.patient_id as "patientId", m.by_id as "byId", t.role, i.name as institution, i.email
       from thread_message m join episode e on e.id = m.episode_id join institution i on i.id = e.institution_id
       left join episode_team t on t.episode_id = e.id and t.person_id = m.by_id
      where m.episode_id = $1 and m.by_id <> $2 order by m.at desc, m.id desc limit 1`,
    [episodeId, personId],
  );
  const [last] = rows;
  if (!last) return null;
  const { locale, origin } = reader;
  const institution = localized(last.institution, locale);
  const [writer, patient] = [await readPerson(em, last.byId), await readPerson(em, last.patientId)];
  const forPatient = personId === last.patientId;
  const name = writer ? nameFor(writer, locale, last.role ?? 'coordinator').display : institution;
  const body = forPatient
    ? say(locale, 'thread.mail.bodyPatient', { name, institution })
    : say(locale, 'thread.mail.bodyStaff', { initials: initialsOf(patient?.nameLatin ?? '') });
  return {
    subject: say(locale, 'thread.mail.subject', { count: unread }),
    blocks: [
      { kind: 'heading', text: say(locale, 'thread.mail.subject', { count: unread }) },
      { kind: 'sentence', text: body },
      { kind: 'button', text: say(locale, 'thread.mail.button'), href: `${origin}/cases/${episodeId}/messages` },
      { kind: 'small', text: say(locale, 'thread.mail.small') },
    ],
    replyTo: last.email ? { name: institution, address: last.email } : null,
  };
};

/** "E. T." */
function initialsOf(nameLatin: string): string {
  const words = nameLatin.split(/\s+/).filter(Boolean);
  return words.map((word) => `${[...word][0]?.toUpperCase() ?? ''}.`).join(' ');
}
