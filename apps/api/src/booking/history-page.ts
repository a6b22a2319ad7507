import { nameFor, readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readHistory, readSeats } from '@okaeri/care';
import type { VisitChange } from '@okaeri/care';
import { OkaeriError, outcomeRules } from '@okaeri/contracts';
import type { HistoryItem, HistoryPage, PageQuery, PersonId, SeatRole, VisitId } from '@okaeri/contracts';
import { pieceOf, readCursor } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { momentWords, toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';

/** The changes of a visit in the reader's words, the newest first. */
export async function historyOf(
  em: EntityManager,
  visitId: VisitId,
  { after, limit }: PageQuery,
  reader: Reader,
): Promise<HistoryPage> {
  const cursor = readCursor(after, ({ id }) => /^\d{1,18}$/.test(id));
  const found = await readHistory(em, visitId, { before: cursor?.id ?? null, most: limit + 1 });
  const { rows, next } = pieceOf(found, limit, ({ at, id }) => ({ value: toIso(at), id }));
  const seats = (await readSeats(em, visitId))?.seats ?? [];
  const ids = rows.flatMap(({ byId, after: then }) =>
    [byId, then?.personId].filter((id) => id !== null && id !== undefined),
  );
  const people = await readPeople(em, ids);
  const roleOf = (id: PersonId): SeatRole => seats.find(({ personId }) => personId === id)?.role ?? 'coordinator';
  const named = (id: PersonId | null | undefined) => {
    const person: Person | undefined = id ? people.get(id) : undefined;
    return person ? nameFor(person, reader.locale, roleOf(person.id)) : null;
  };
  return { items: rows.map((row) => itemOf(row, reader, named)), next };
}

function itemOf(
  row: VisitChange,
  reader: Reader,
  named: (id: PersonId | null | undefined) => HistoryItem['by'],
): HistoryItem {
  const words = (instant: string | undefined) =>
    instant === undefined ? null : momentWords({ ...reader, instant: toInstant(instant) });
  const timed = row.kind === 'moved';
  return {
    changeId: row.id,
    atWords: momentWords({ ...reader, instant: row.at }),
    by: named(row.byId),
    kind: row.kind,
    sentence: sentenceOf(row, reader, named(row.after?.personId)?.display ?? ''),
    reason: row.reason,
    before: timed ? words(row.before?.startsAt) : null,
    after: timed || row.kind === 'booked' ? words(row.after?.startsAt) : null,
  };
}

function sentenceOf({ kind, after, byId }: VisitChange, { locale }: Reader, name: string): string {
  if (kind === 'outcome') {
    const what = after?.rule ?? after?.status;
    if (!what) throw new OkaeriError('internal');
    return outcomeSentence(locale, what);
  }
  if (ofPerson.some((each) => each === kind)) return say(locale, `history.${kind}`, { name });
  return say(locale, kind === 'moved' && byId === null ? 'history.moved_rule' : `history.${kind}`);
}

/** What one person said or was given; the sentence names her. */
const ofPerson = ['seat_added', 'seat_removed', 'confirmed', 'declined', 'agreed'];

const outcomes = [...outcomeRules.map(({ id }) => id), 'fulfilled', 'noshow', 'cancelled'] as const;

/** What became of a visit, by rule or by somebody's word. */
export function outcomeSentence(locale: Reader['locale'], what: string): string {
  const known = outcomes.find((each) => each === what);
  if (!known) throw new OkaeriError('internal');
  return say(locale, `outcome.${known}`);
}
