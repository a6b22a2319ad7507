import { OkaeriError } from '@okaeri/contracts';
import type { AskForm, EpisodeId, PersonId } from '@okaeri/contracts';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Visit } from './entities';

/** How many visits a patient may book for herself, with whom and when. */
export interface Allowance {
  physicianId: PersonId;
  minutes: number;
  earliest: string;
  latest: string;
  remaining: number;
  ask: AskForm | null;
  by: PersonId;
}

/** In place of what she was allowed before; none takes it back. */
export async function setAllowance(em: EntityManager, episodeId: EpisodeId, allowance: Allowance): Promise<void> {
  const { physicianId, minutes, earliest, latest, remaining, ask, by } = allowance;
  await em.query('select id from episode where id = $1 for no key update', [episodeId]);
  await em.query('update booking_allowance set revoked_at = $2 where episode_id = $1 and revoked_at is null', [
    episodeId,
    toIso(now()),
  ]);
  if (remaining === 0) return;
  await em.query(
    `insert into booking_allowance (episode_id, physician_id, minutes, earliest, latest, remaining, ask, by_id)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)`,
    [episodeId, physicianId, minutes, earliest, latest, remaining, ask && JSON.stringify(ask), by],
  );
}

/** A visit that a patient booked for herself does not take place: she may book another. */
export async function giveBackAllowance(em: EntityManager, { selfBooked, episodeId }: Visit): Promise<void> {
  if (!selfBooked) return;
  await em.query(
    `update booking_allowance set remaining = remaining + 1
      where remaining < 20 and id = (select id from booking_allowance where episode_id = $1 and revoked_at is null
                                      order by created_at desc, id limit 1)`,
    [episodeId],
  );
}

/** One of them is used up, before the people of the visit are held. Throws `allowance_used`, also where it was taken back. */
export async function useAllowance(em: EntityManager, allowanceId: string): Promise<void> {
  const rows: unknown[] = await em.query(
    `with used as (update booking_allowance set remaining = remaining - 1
                    where id = $1 and remaining > 0 and revoked_at is null returning id)
     select id from used`,
    [allowanceId],
  );
  if (rows.length === 0) throw new OkaeriError('allowance_used');
}
