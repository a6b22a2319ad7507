import { asksToExpire, expireAsk } from '@okaeri/care';
import type { Database } from '@okaeri/platform';
import { oneByOne } from '../one-by-one';

/** Asks the next where somebody has not answered in time. Returns how often. */
export const expireAsks = async (db: Database): Promise<number> =>
  oneByOne(db, await asksToExpire(db.manager), expireAsk);
