import type { EpisodeId, Locale, PersonId, VisitId } from '@okaeri/contracts';
import { OkaeriError } from '@okaeri/contracts';
import { announce, emit } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { readPerson } from '@okaeri/access';
import { ThreadMessageRow } from './thread.entities';
import type { MessageId } from './thread.entities';
import { markSeen } from './threads';

/** Writes a message to everybody of the thread. Whether she may is asked before. */
export async function writeMessage(
  em: EntityManager,
  input: { episodeId: EpisodeId; by: PersonId; text: string; visitId?: VisitId | null; language?: Locale },
): Promise<MessageId> {
  const { episodeId, by, text, visitId = null, language } = input;
  const writer = await readPerson(em, by);
  if (!writer) throw new OkaeriError('not_found');
  const row = em.create(ThreadMessageRow, {
    episodeId,
    byId: by,
    language: language ?? writer.language,
    text,
    at: now(),
    visitId,
  });
  const { id } = await em.save(row);
  // She has read what stands above her own words.
  await markSeen(em, { episodeId, personId: by, messageId: id });
  await emit(em, 'message.posted', { messageId: id });
  await announce(em, { topic: 'episode', id: episodeId, version: 0 });
  return id;
}
