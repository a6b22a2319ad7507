import { escalateVisit, visitsToEscalate } from '@okaeri/care';
import type { Database } from '@okaeri/platform';
import { oneByOne } from '../one-by-one';

/** Tells coordinators what is still open and late. Returns of how many visits. */
export const escalateTasks = async (db: Database): Promise<number> =>
  oneByOne(db, await visitsToEscalate(db.manager), escalateVisit);
