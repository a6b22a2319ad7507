import type { EpisodeId, FilesPage, PageQuery, PersonId } from '@okaeri/contracts';
import { cursorOf, readTimeCursor } from '@okaeri/platform';
import { filesPage } from '@okaeri/records';
import type { EntityManager } from 'typeorm';
import type { Reader } from './reader';

/** All files of a patient's own visits. */
export function myFiles(em: EntityManager, reader: Reader, query: PageQuery): Promise<FilesPage> {
  return page(em, reader, query, { patientId: reader.personId });
}

export function casesFiles(
  em: EntityManager,
  reader: Reader,
  episodeId: EpisodeId,
  query: PageQuery,
): Promise<FilesPage> {
  return page(em, reader, query, { episodeId });
}

async function page(
  em: EntityManager,
  reader: Reader,
  { after, limit }: PageQuery,
  of: { patientId?: PersonId; episodeId?: EpisodeId },
): Promise<FilesPage> {
  const place = readTimeCursor(after);
  const { items, last, addTo } = await filesPage(em, reader, {
    ...of,
    limit,
    after: place && { at: place.value, id: place.id },
  });
  return { items, addTo, next: last && cursorOf({ value: last.at, id: last.id }) };
}
