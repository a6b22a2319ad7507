import type { Channel, MessageKind } from '@okaeri/contracts';
import { now, toIso } from '@okaeri/words/time';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { sendingSeconds } from './deliver-state';
import { NotifyMessage } from './message.entity';

/** Above how long a statement takes to reach the database; with a beat still below the silence of the dead. */
const setSeconds = 5;

export interface Wanted {
  channel: Channel;
  most: number;
  kinds: readonly MessageKind[];
  /** Of Message-IDs. */
  domain: string;
  /** Those that this process has in hand; `null`: take none whose sender fell silent. */
  besides: readonly string[] | null;
}

/**
 * Takes messages of one way that are due, and says so of them before anything is handed over: the newest and, to a quarter, the
 * oldest, so that neither who is reminded of this minute waits behind thousands of the last one, nor the last one for
 * ever; and those whose sender said nothing any more. Of several processes each takes others. Where PostgreSQL's clock is
 * not where this process holds it to be it was set just now, and nobody's silence can be told from that.
 */
export async function beginMessages(
  em: EntityManager,
  { channel, most, kinds, domain, besides }: Wanted,
): Promise<NotifyMessage[]> {
  const oldest = Math.ceil(most / 4);
  const due = `select id from notify_message where state = 'queued' and channel = $8 and next_at <= $1 and kind = any($2)`;
  const [rows]: [{ id: string }[], number] = await em.query(
    `with newest as (${due} order by next_at desc limit $3 for update skip locked),
          oldest as (${due} and id not in (select id from newest) order by next_at limit $6 for update skip locked),
          dead as (select id from notify_message
                    where id <> all($7::uuid[]) and state = 'sending' and channel = $8
                      and sending_since < $1::timestamptz - $4 * interval '1 second' and kind = any($2)
                      and abs(extract(epoch from clock_timestamp() - $1::timestamptz)) < ${setSeconds}
                    limit $6 for update skip locked)
     update notify_message m
        set state = 'sending', sending_since = $1, attempts = attempts + 1,
            message_id = coalesce(message_id, '<' || m.id || '@' || $5::text || '>')
       from (select id from newest union all select id from oldest union all select id from dead) begun
      where m.id = begun.id returning m.id`,
    [toIso(now()), kinds, most - oldest, sendingSeconds, domain, oldest, besides, channel],
  );
  return rows.length > 0 ? em.findBy(NotifyMessage, { id: In(rows.map(({ id }) => id)) }) : [];
}

/** Without it another process would take a slow conversation for one whose leader was killed. */
export async function sayAlive(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.query(`update notify_message set sending_since = $2 where id = any($1::uuid[]) and state = 'sending'`, [
    ids,
    toIso(now()),
  ]);
}

export interface Taken {
  id: string;
  state: 'sent' | 'delivered';
  code: number | null;
  providerId: string | null;
}

/** Who carries on has these. */
export async function markTaken(em: EntityManager, taken: readonly Taken[]): Promise<void> {
  await em.query(
    `update notify_message m
        set state = t.state, smtp_code = t.code, provider_id = t.provider_id, problem = null, sent_at = $5, sending_since = null
       from unnest($1::uuid[], $2::text[], $3::int[], $4::text[]) as t(id, state, code, provider_id)
      where m.id = t.id and m.state = 'sending'`,
    [
      taken.map(({ id }) => id),
      taken.map(({ state }) => state),
      taken.map(({ code }) => code),
      taken.map(({ providerId }) => providerId),
      toIso(now()),
    ],
  );
}
