import { localized, nameFor, readPeople } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { OkaeriError } from '@okaeri/contracts';
import type { EpisodeId, Locale, PersonId, PersonName, SeatRole, ThreadMessage, ThreadPage } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { momentWords, toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { MessageId } from './thread.entities';

/** For whom a thread is told. */
export interface ThreadReader {
  personId: PersonId;
  locale: Locale;
  zone: string;
  now: Temporal.Instant;
}

/** From where a page of a thread goes on: the last message of the page before. */
export interface ThreadPlace {
  at: Temporal.Instant;
  id: string;
}

interface Row {
  id: MessageId;
  byId: PersonId;
  language: Locale;
  text: string;
  at: Date;
}

interface Reader {
  personId: PersonId;
  role: SeatRole;
}

/** What she has not read of each of these threads; of her own messages she has read all. */
export async function threadHead(
  em: EntityManager,
  episodeIds: readonly EpisodeId[],
  personId: PersonId,
): Promise<Map<EpisodeId, { unread: number; messages: number }>> {
  const rows: { episodeId: EpisodeId; unread: number; messages: number }[] = await em.query(
    `select m.episode_id as "episodeId", count(*)::int as messages,
            (count(*) filter (where m.by_id <> $2 and m.at > coalesce(s.until, '-infinity')))::int as unread
       from thread_message m
       left join thread_seen s on s.episode_id = m.episode_id and s.person_id = $2
      where m.episode_id = any($1::uuid[]) group by m.episode_id`,
    [episodeIds, personId],
  );
  const found = new Map(rows.map(({ episodeId, ...head }) => [episodeId, head]));
  return new Map(episodeIds.map((id) => [id, found.get(id) ?? { unread: 0, messages: 0 }]));
}

/** A page of the thread, the newest first, and where the next one begins. */
export async function threadPage(
  em: EntityManager,
  reader: ThreadReader,
  { episodeId, after, limit }: { episodeId: EpisodeId; after: ThreadPlace | null; limit: number },
): Promise<{ page: Omit<ThreadPage, 'next'>; next: ThreadPlace | null }> {
  const rows: Row[] = await em.query(
    `select id, by_id as "byId", language, text, at from thread_message
      where episode_id = $1 and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid))
      order by at desc, id desc limit $4`,
    [episodeId, after ? after.at.toString() : null, after?.id ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const [about]: { title: Localized; name: Localized }[] = await em.query(
    'select e.title, i.name from episode e join institution i on i.id = e.institution_id where e.id = $1',
    [episodeId],
  );
  if (!about) throw new OkaeriError('not_found');
  const readers = await peopleOf(em, episodeId);
  const { roleOf, nameOf } = await namesOf(em, reader, episodeId, readers, shown);
  const last = shown.at(-1);
  const head = await threadHead(em, [episodeId], reader.personId);
  return {
    page: {
      episodeId,
      title: localized(about.title, reader.locale),
      institution: localized(about.name, reader.locale),
      readers: readers.filter(({ personId }) => personId !== reader.personId).map(({ personId }) => nameOf(personId)),
      items: shown.map((row) => viewOf(reader, row, nameOf(row.byId), roleOf(row.byId))),
      unread: head.get(episodeId)?.unread ?? 0,
    },
    next: rows.length > limit && last ? { at: toInstant(last.at), id: last.id } : null,
  };
}

/** One message as this reader sees it. */
export async function messageView(
  em: EntityManager,
  reader: ThreadReader,
  messageId: MessageId,
): Promise<ThreadMessage | null> {
  const rows: (Row & { episodeId: EpisodeId })[] = await em.query(
    `select id, episode_id as "episodeId", by_id as "byId", language, text, at from thread_message where id = $1`,
    [messageId],
  );
  const [row] = rows;
  if (!row) return null;
  const readers = await peopleOf(em, row.episodeId);
  const { roleOf, nameOf } = await namesOf(em, reader, row.episodeId, readers, rows);
  return viewOf(reader, row, nameOf(row.byId), roleOf(row.byId));
}

function viewOf(reader: ThreadReader, row: Row, by: PersonName, role: SeatRole): ThreadMessage {
  const { id, byId, language, text, at } = row;
  const atWords = momentWords({ ...reader, instant: toInstant(at) });
  return { messageId: id, by, mine: byId === reader.personId, role, text, language, atWords };
}

/** Who of the staff is no physician and has no seat writes as a coordinator. */
async function namesOf(
  em: EntityManager,
  reader: ThreadReader,
  episodeId: EpisodeId,
  readers: readonly Reader[],
  rows: readonly Row[],
): Promise<{ roleOf: (id: PersonId) => SeatRole; nameOf: (id: PersonId) => PersonName }> {
  const roles = new Map(
    [...(await formerWriters(em, episodeId)), ...readers].map((each) => [each.personId, each.role]),
  );
  const people = await readPeople(em, [...roles.keys(), ...rows.map(({ byId }) => byId)]);
  const roleOf = (personId: PersonId): SeatRole => roles.get(personId) ?? 'coordinator';
  return {
    roleOf,
    nameOf: (personId) => {
      const person = people.get(personId);
      if (!person) return { display: '', bare: '', original: null, originalLang: 'en' };
      return nameFor(person, reader.locale, personId === reader.personId ? undefined : roleOf(personId));
    },
  };
}

/** The patient and her team: who reads the thread by name. */
export function peopleOf(em: EntityManager, episodeId: EpisodeId): Promise<Reader[]> {
  return em.query(
    `select patient_id as "personId", 'patient' as role from episode where id = $1
     union
     select person_id, role from episode_team where episode_id = $1 and role in ('physician', 'coordinator')`,
    [episodeId],
  );
}

/** Those who had a seat in a visit once: a physician who has gone is still named as one. */
function formerWriters(em: EntityManager, episodeId: EpisodeId): Promise<Reader[]> {
  return em.query(
    `select distinct on (s.person_id) s.person_id as "personId", s.role
       from seat s join visit v on v.id = s.visit_id where v.episode_id = $1 order by s.person_id, s.role`,
    [episodeId],
  );
}

/** She has seen all up to this message; it never goes back. */
export async function markSeen(
  em: EntityManager,
  { episodeId, personId, messageId }: { episodeId: EpisodeId; personId: PersonId; messageId: string },
): Promise<void> {
  const rows: unknown[] = await em.query(
    `insert into thread_seen (episode_id, person_id, until)
     select episode_id, $2, at from thread_message where id = $3 and episode_id = $1
     on conflict (episode_id, person_id) do update set until = excluded.until
      where thread_seen.until < excluded.until
     returning 1`,
    [episodeId, personId, messageId],
  );
  if (rows.length > 0) await announce(em, { topic: 'day', id: personId, version: 0 });
}
