import { closeVisit, visitsToClose } from '@okaeri/care';
import type { Database } from '@okaeri/platform';
import { oneByOne } from './one-by-one';

/** Closes visits whose door has shut, by the rules of the contracts. Returns how many were closed. */
export const closeVisits = async (db: Database): Promise<number> =>
  oneByOne(db, await visitsToClose(db.manager), closeVisit);
