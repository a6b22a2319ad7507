import type { PageQuery, UnsignedPage } from '@okaeri/contracts';
import { pieceOf, readTimeCursor } from '@okaeri/platform';
import { unsignedOf } from '@okaeri/records';
import { toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { listVisits } from './lists';
import type { Listed } from './lists';
import type { Reader } from './reader';

/** The notes that a physician has still to write or to sign. */
export async function unsignedPage(
  em: EntityManager,
  reader: Reader,
  { after, limit }: PageQuery,
): Promise<{ page: UnsignedPage; listed: readonly Listed[] }> {
  const place = readTimeCursor(after);
  const left = await unsignedOf(em, reader.personId, {
    after: place ? { startsAt: toInstant(place.value), id: place.id } : undefined,
    most: limit + 1,
  });
  const { rows, next } = pieceOf(left, limit, ({ startsAt, visitId }) => ({ value: toIso(startsAt), id: visitId }));
  const drafts = new Set(rows.filter(({ draft }) => draft).map(({ visitId }) => visitId));
  const listed = await listVisits(em, reader, { ids: rows.map(({ visitId }) => visitId) });
  const items = listed.map(({ record, card }) => ({
    ...card,
    note: drafts.has(record.visit.id) ? ('draft' as const) : ('none' as const),
  }));
  return { page: { items, next }, listed };
}
