import type { Locale, PersonId } from '@okaeri/contracts';
import { announce, pieceOf, readTimeCursor } from '@okaeri/platform';
import { now, toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { sayTold } from './mail/told';
import type { ToldLetter } from './mail/told';
import { voicesOf } from './voices';

export interface InboxEntry {
  messageId: string;
  title: string;
  text: string;
  path: string | null;
  at: Temporal.Instant;
  read: boolean;
}

interface Row extends Omit<InboxEntry, 'at'> {
  at: Date;
  language: Locale | null;
  told: ToldLetter | null;
}

/** What she was told here, the newest first, in the language that she reads now. */
export async function readInbox(
  em: EntityManager,
  personId: PersonId,
  { after, limit, locale }: { after?: string | undefined; limit: number; locale: Locale },
): Promise<{ items: InboxEntry[]; next: string | null; unread: number }> {
  const from = readTimeCursor(after);
  const rows: Row[] = await em.query(
    `select m.id as "messageId", l.title, l.text, l.path, l.language, l.told, date_trunc('milliseconds', m.due_at) as at, m.read_at is not null as read
       from notify_message m join inbox_line l on l.message_id = m.id
      where m.person_id = $1 and m.channel = 'app'
        and ($2::timestamptz is null or (date_trunc('milliseconds', m.due_at), m.id) < ($2, $3::uuid))
      order by at desc, m.id desc limit $4`,
    [personId, from?.value ?? null, from?.id ?? null, limit + 1],
  );
  const entries = rows.map(({ at, language, told, title, text, ...row }) => {
    const said = told && language !== locale ? wordsIn(locale, told) : { title, text };
    return { ...row, ...said, at: toInstant(at) };
  });
  const piece = pieceOf(entries, limit, ({ at, messageId }) => ({ value: toIso(at), id: messageId }));
  return { items: piece.rows, next: piece.next, unread: await countUnread(em, personId) };
}

/** The same words as in a letter that is written now. */
function wordsIn(locale: Locale, told: ToldLetter): { title: string; text: string } {
  const { title, text } = voicesOf({ locale, ...sayTold(locale, told) }).inbox;
  return { title, text };
}

export async function countUnread(em: EntityManager, personId: PersonId): Promise<number> {
  const [row]: { unread: number }[] = await em.query(
    `select count(*)::int as unread from notify_message m join inbox_line l on l.message_id = m.id
      where m.person_id = $1 and m.channel = 'app' and m.read_at is null`,
    [personId],
  );
  return row?.unread ?? 0;
}

/** Those of them that are hers; her other windows count again. */
export async function markRead(em: EntityManager, personId: PersonId, messageIds: readonly string[]): Promise<void> {
  const [, changed]: [unknown, number] = await em.query(
    `update notify_message set read_at = $3
      where id = any($2::uuid[]) and person_id = $1 and channel = 'app' and read_at is null`,
    [personId, messageIds, toIso(now())],
  );
  if (changed > 0) await announce(em, { topic: 'inbox', id: personId, version: now().epochMilliseconds });
}
