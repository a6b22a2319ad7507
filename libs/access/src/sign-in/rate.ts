import { OkaeriError } from '@okaeri/contracts';
import { Temporal, now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { hashOf } from '../links/token';

const hour = 3600;

/** How often something may be done in one window of time, by whom or on what. */
export const limits = {
  signInOfPerson: { most: 5, seconds: hour },
  signInFromAddress: { most: 20, seconds: hour },
  unknownTokenFromAddress: { most: 30, seconds: hour },
  redeemOfLink: { most: 10, seconds: hour },
  codeOfPerson: { most: 5, seconds: hour },
  wrongCodeOfPerson: { most: 10, seconds: hour },
  invitationByPerson: { most: 200, seconds: hour },
} as const;
export type Limit = keyof typeof limits;

/** What a test run may do more than people. */
const wideFactor = 1000;

export interface RateQuestion {
  limit: Limit;
  /** A person, a link, an address on the network; only its hash is kept. */
  of: string;
  wide: boolean;
}

/** Counts one more; throws `too_many` beyond the limit. Commit it whatever follows. */
export async function takeRate(em: EntityManager, question: RateQuestion): Promise<void> {
  const { over, retryAfter } = await countRate(em, question);
  if (over) throw new OkaeriError('too_many', { retryAfter });
}

/** Throws `too_many` where the limit has been reached, and counts nothing. */
export async function requireRate(em: EntityManager, { limit, of, wide }: RateQuestion): Promise<void> {
  const { begins, retryAfter } = windowOf(limit);
  const rows: { count: number }[] = await em.query('select count from rate where bucket = $1 and begins = $2', [
    bucketOf(limit, of),
    begins,
  ]);
  if ((rows[0]?.count ?? 0) >= mostOf(limit, wide)) throw new OkaeriError('too_many', { retryAfter });
}

/** Counts one more for who must not notice. */
export async function countRate(
  em: EntityManager,
  { limit, of, wide }: RateQuestion,
): Promise<{ over: boolean; retryAfter: number }> {
  const { begins, retryAfter } = windowOf(limit);
  const rows: { count: number }[] = await em.query(
    `insert into rate (bucket, begins, count) values ($1, $2, 1)
     on conflict (bucket, begins) do update set count = rate.count + 1 returning count`,
    [bucketOf(limit, of), begins],
  );
  const count = rows[0]?.count ?? 1;
  if (count === 1) await em.query(`delete from rate where begins < now() - interval '1 day'`);
  return { over: count > mostOf(limit, wide), retryAfter };
}

const bucketOf = (limit: Limit, of: string) => hashOf(`${limit}|${of}`);
const mostOf = (limit: Limit, wide: boolean) => limits[limit].most * (wide ? wideFactor : 1);

function windowOf(limit: Limit): { begins: string; retryAfter: number } {
  const { seconds } = limits[limit];
  const present = now().epochMilliseconds / 1000;
  const begins = Math.floor(present / seconds) * seconds;
  return {
    begins: toIso(Temporal.Instant.fromEpochMilliseconds(begins * 1000)),
    retryAfter: Math.ceil(begins + seconds - present),
  };
}
