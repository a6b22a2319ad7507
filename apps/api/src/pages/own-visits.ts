import type { JobsPage, MyVisitsPage, PageQuery } from '@okaeri/contracts';
import { doorClosesMinutes } from '@okaeri/contracts';
import { pieceOf, readTimeCursor } from '@okaeri/platform';
import { signedIn } from '@okaeri/records';
import { toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { listVisits } from './lists';
import type { Listed } from './lists';
import { clockOf } from './reader';
import type { Reader } from './reader';

const cursor = ({ record: { visit } }: Listed) => ({ value: toIso(visit.startsAt), id: visit.id });
/** The longest visit there can be, and the time its door stays open. */
const longestHours = 24 + doorClosesMinutes / 60;

/** The visits that an interpreter is asked for, from now on. */
export async function jobsPage(
  em: EntityManager,
  reader: Reader,
  { after, limit }: PageQuery,
): Promise<{ page: JobsPage; listed: readonly Listed[] }> {
  const place = readTimeCursor(after);
  const listed = await listVisits(em, reader, {
    from: reader.now.subtract({ hours: longestHours }),
    role: 'interpreter',
    open: true,
    ...(place ? { after: { startsAt: toInstant(place.value), id: place.id } } : {}),
    most: limit + 1,
  });
  const { rows, next } = pieceOf(listed, limit, cursor);
  const items = rows
    .filter(({ card }) => card.door !== 'over')
    .map(({ record, card }) => ({
      ...card,
      interprets: record.seats.find(({ personId }) => personId === reader.personId)?.interprets ?? null,
    }));
  return { page: { now: clockOf(reader), items, next }, listed: rows };
}

/** A patient's visits, the newest first. */
export async function myVisitsPage(
  em: EntityManager,
  reader: Reader,
  { after, limit }: PageQuery,
): Promise<MyVisitsPage> {
  const place = readTimeCursor(after);
  const listed = await listVisits(em, reader, {
    backwards: true,
    ...(place ? { after: { startsAt: toInstant(place.value), id: place.id } } : {}),
    most: limit + 1,
  });
  const { rows, next } = pieceOf(listed, limit, cursor);
  const signed = await signedIn(
    em,
    rows.map(({ record }) => record.visit.id),
  );
  return { items: rows.map(({ record, card }) => ({ ...card, noteSigned: signed.has(record.visit.id) })), next };
}
