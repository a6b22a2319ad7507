import { isTold } from '@okaeri/contracts';
import type { Notice, SeatRole } from '@okaeri/contracts';
import { writeAndAnnounce } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import type { Visit } from './entities';

/**
 * Who looks at a list of days with this visit: but for a patient and guests who do not know of it, for that something
 * changed tells too.
 */
export function daysOf(visit: Visit, seats: readonly { personId: string; role: SeatRole }[]): Notice[] {
  const told = isTold(visit.status);
  return seats
    .filter(({ role }) => told || (role !== 'patient' && role !== 'guest'))
    .map(({ personId }) => ({ topic: 'day', id: personId, version: visit.version }));
}

/** The statement that finds whose board a visit is on; its parameters are added to `parameters`. */
export function boardOf({ episodeId, version }: Visit, parameters: unknown[]): string {
  return `select json_build_object('topic', 'institution', 'id', institution_id, 'version', $${parameters.push(version)}::int)::text
            from episode where id = $${parameters.push(episodeId)}`;
}

/** That there is a new visit; also to who looks at the case, once its patient may know. */
export async function announceVisit(
  em: EntityManager,
  visit: Visit,
  seats: readonly { personId: string; role: SeatRole }[],
): Promise<void> {
  const parameters: unknown[] = [];
  const board = boardOf(visit, parameters);
  const notices = daysOf(visit, seats);
  if (isTold(visit.status)) notices.push({ topic: 'episode', id: visit.episodeId, version: visit.version });
  await writeAndAnnounce(em, { writes: [], parameters, board }, notices);
}
