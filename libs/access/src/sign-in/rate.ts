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
  const left = await countRate(em, question);
  if (left.over) throw new OkaeriError('too_many', { retryAfter: left.retryAfter });
}

/** The same for who must not notice. */
export async function countRate(
  em: EntityManager,
  { limit, of, wide }: RateQuestion,
): Promise<{ over: boolean; retryAfter: number }> {
  const { most, seconds } = limits[limit];
  const present = now().epochMilliseconds / 1000;
  const begins = Math.floor(present / seconds) * seconds;
  const rows: { count: number }[] = await em.query(
    `insert into rate (bucket, begins, count) values ($1, $2, 1)
     on conflict (bucket, begins) do update set count = rate.count + 1 returning count`,
    [hashOf(`${limit}|${of}`), toIso(Temporal.Instant.fromEpochMilliseconds(begins * 1000))],
  );
  const count = rows[0]?.count ?? 1;
  if (count === 1) await em.query(`delete from rate where begins < now() - interval '1 day'`);
  return { over: count > most * (wide ? wideFactor : 1), retryAfter: Math.ceil(begins + seconds - present) };
}
