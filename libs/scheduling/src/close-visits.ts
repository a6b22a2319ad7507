import { closeVisit, visitsToClose } from '@okaeri/care';
import type { Database } from '@okaeri/platform';

/**
 * Closes visits whose door has shut, by the rules of the contracts; each in a transaction of its own, so that one that
 * cannot be closed does not hold up the others. Returns how many were closed.
 */
export async function closeVisits(db: Database): Promise<number> {
  let closed = 0;
  const failures: unknown[] = [];
  for (const visitId of await visitsToClose(db.manager)) {
    try {
      if (await db.inTransaction((em) => closeVisit(em, visitId))) closed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some visits could not be closed.');
  return closed;
}
