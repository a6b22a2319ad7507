import { recountVisit, visitsToRecount } from '@okaeri/care';
import type { Database } from '@okaeri/platform';
import { oneByOne } from './one-by-one';

/** Holds visits that were booked with other zone data against ours. Returns of how many a promise is broken. */
export const recountClocks = async (db: Database): Promise<number> =>
  oneByOne(db, await visitsToRecount(db.manager), recountVisit);
