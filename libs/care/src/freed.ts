import type { VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Slot } from './claims';

/** A visit does not take up this time any more: somebody may wait for it. Of what has begun nobody can make use. */
export async function emitFreed(
  em: EntityManager,
  { id }: { id: VisitId },
  { startsAt, minutes }: Slot,
): Promise<void> {
  const to = startsAt.add({ minutes });
  if (startsAt.epochMilliseconds <= now().epochMilliseconds) return;
  await emit(em, 'visit.freed', { visitId: id, from: toIso(startsAt), to: toIso(to) });
}
