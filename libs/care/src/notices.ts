import { isTold } from '@okaeri/contracts';
import type { Notice, SeatRole } from '@okaeri/contracts';
import { Statement, announceIn } from '@okaeri/platform';
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

/** The query that finds whose board a visit is on. */
export function boardOf({ episodeId, version }: Visit, statement: Statement): string {
  return `select json_build_object('topic', 'institution', 'id', institution_id, 'version', ${statement.place(version)}::int)::text
            from episode where id = ${statement.place(episodeId)}`;
}

/** That a visit has changed in what a board shows of it; also to who looks at the case, once its patient may know. */
export async function announceVisit(
  em: EntityManager,
  visit: Visit,
  seats: readonly { personId: string; role: SeatRole }[],
): Promise<void> {
  const statement = new Statement();
  announceVisitIn(statement, visit, seats);
  await statement.run(em);
}

/** The same as a part of a statement; `when` is what it hangs on. */
export function announceVisitIn(
  statement: Statement,
  visit: Visit,
  seats: readonly { personId: string; role: SeatRole }[],
  when?: string,
): void {
  const notices = daysOf(visit, seats);
  if (isTold(visit.status)) notices.push({ topic: 'episode', id: visit.episodeId, version: visit.version });
  announceIn(statement, notices, { more: boardOf(visit, statement), ...(when ? { when } : {}) });
}
