import type { PersonId, PushForm } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';

/** More browsers than that nobody reads; the oldest goes. */
const most = 10;

/** From now on this browser shows what she is told, while she is signed in there; one that another person used is hers alone now. */
export async function addSubscription(
  em: EntityManager,
  { personId, sessionId }: { personId: PersonId; sessionId: string | null },
  { endpoint, keys: { p256dh, auth } }: PushForm,
  device: string | null,
): Promise<void> {
  // Not the same row for another person: what was on its way to her must not come to this one.
  await em.query('delete from push_subscription where endpoint = $1 and person_id <> $2', [endpoint, personId]);
  await em.query(
    `insert into push_subscription (person_id, session_id, endpoint, p256dh, auth, device) values ($1, $2, $3, $4, $5, $6)
     on conflict (endpoint) do update set session_id = excluded.session_id, p256dh = excluded.p256dh,
                 auth = excluded.auth, device = excluded.device`,
    [personId, sessionId, endpoint, Buffer.from(p256dh, 'base64url'), Buffer.from(auth, 'base64url'), device],
  );
  await em.query(
    `delete from push_subscription where id in (
       select id from push_subscription where person_id = $1 order by created_at desc, id offset ${most})`,
    [personId],
  );
  await em.query(
    `update person set channels = channels || '{push}'::text[], version = version + 1
      where id = $1 and not 'push' = any(channels)`,
    [personId],
  );
  await emit(em, 'person.remindersSet', { personId });
}

/** This browser shows nothing any more. */
export async function endSubscription(em: EntityManager, personId: PersonId, endpoint: string): Promise<void> {
  const [, ended]: [unknown, number] = await em.query(
    'delete from push_subscription where endpoint = $1 and person_id = $2',
    [endpoint, personId],
  );
  if (ended > 0) await emit(em, 'person.remindersSet', { personId });
}

/** No browser of hers shows anything any more: she signed out of all of them. */
export async function endSubscriptions(em: EntityManager, personId: PersonId): Promise<void> {
  const [, ended]: [unknown, number] = await em.query('delete from push_subscription where person_id = $1', [personId]);
  if (ended > 0) await emit(em, 'person.remindersSet', { personId });
}
