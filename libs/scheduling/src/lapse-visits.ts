import { lapseVisit, visitsToLapse } from '@okaeri/care';
import type { Database } from '@okaeri/platform';
import { oneByOne } from './one-by-one';

/** Gives back the times of holds that ran out. Returns how many did. */
export const lapseVisits = async (db: Database): Promise<number> =>
  oneByOne(db, await visitsToLapse(db.manager), lapseVisit);
