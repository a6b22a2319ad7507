import type { EpisodeId, Locale, PersonId } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { ThreadMessageRow } from './thread.entities';

/** A message of the demo world, as if it had been written then; nobody is told. Nothing where the thread has one already. */
export async function seedMessage(
  em: EntityManager,
  seed: { episodeId: EpisodeId; byId: PersonId; language: Locale; text: string; at: Temporal.Instant },
): Promise<void> {
  if (await em.existsBy(ThreadMessageRow, { episodeId: seed.episodeId })) return;
  await em.insert(ThreadMessageRow, { ...seed, visitId: null });
}
