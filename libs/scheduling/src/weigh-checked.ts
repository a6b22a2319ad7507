import { visitsToWeigh, weighVisit } from '@okaeri/care';
import type { Database } from '@okaeri/platform';
import { oneByOne } from './one-by-one';

/** Longer than the sweep's own time, and than a scheduler is away that is started anew. */
const minutes = 30;

/** Ticks the device test of whoever has tried her device out. */
export const weighChecked = async (db: Database): Promise<number> =>
  oneByOne(db, await visitsToWeigh(db.manager, minutes), weighVisit);
