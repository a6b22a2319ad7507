import type { Database } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';

/**
 * Does the same to each of several, every one in a transaction of its own, so that one that fails does not hold up the
 * others. Returns to how many something was done; throws once all were tried.
 */
export async function oneByOne<Id>(
  db: Database,
  ids: readonly Id[],
  change: (em: EntityManager, id: Id) => Promise<boolean>,
): Promise<number> {
  let changed = 0;
  const failures: unknown[] = [];
  for (const id of ids) {
    try {
      if (await db.inTransaction((em) => change(em, id))) changed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${ids.length} failed.`);
  return changed;
}
