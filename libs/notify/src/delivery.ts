import { outboxChannel } from '@okaeri/contracts';
import type { Channel, DeliveryView, Locale, MessageKind, MessageState, PersonId } from '@okaeri/contracts';
import { now, relativeWords, toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

interface Row {
  id: string;
  kind: MessageKind;
  personId: PersonId;
  entityId: string;
  channel: Channel;
  state: MessageState;
  at: Date;
}

/** In the words of who looks after it: what is under way, what arrived, what did not. */
const shown: Partial<Record<MessageState, DeliveryView['state']>> = {
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  bounced: 'bounced',
};

export type Delivery = DeliveryView & { entityId: string };

/** The newest message of each kind to each person, on each way, about these visits or invitations; reminders that are still to come are left out. */
export async function deliveriesOf(
  em: EntityManager,
  entityIds: readonly string[],
  reader: { locale: Locale; zone: string; now: Temporal.Instant },
): Promise<Delivery[]> {
  if (entityIds.length === 0) return [];
  const rows: Row[] = await em.query(
    `select distinct on (entity_id, person_id, kind, channel, target) id, kind, channel, person_id as "personId", entity_id as "entityId", state,
            coalesce(sent_at, sending_since, next_at) as at
       from notify_message
      where entity_id = any($1::uuid[]) and state not in ('skipped', 'replaced')
        and not (kind in ('visit_reminder', 'visit_nudge') and state = 'queued')
      order by entity_id, person_id, kind, channel, target, sequence desc, created_at desc`,
    [entityIds],
  );
  const newest = rows.toSorted((a, b) => Number(b.at) - Number(a.at));
  return newest.flatMap(({ id, kind, personId, entityId, channel, state, at }) => {
    const said = shown[state];
    if (!said) return [];
    const atWords = relativeWords({ instant: toInstant(at), ...reader });
    const mayRepeat = said === 'bounced' || said === 'failed';
    return [{ messageId: id, kind, personId, entityId, channel, state: said, atWords, mayRepeat }];
  });
}

/** Queues again what an address refused, or nobody took. `false` where there is nothing to repeat. */
export async function repeatMessage(
  em: EntityManager,
  { messageId, entityId }: { messageId: string; entityId: string },
): Promise<boolean> {
  const [, changed]: [unknown, number] = await em.query(
    `update notify_message set state = 'queued', due_at = $3, next_at = $3, problem = null, smtp_code = null
      where id = $1 and entity_id = $2 and state in ('failed', 'bounced')`,
    [messageId, entityId, toIso(now())],
  );
  if (changed > 0) await em.query('select pg_notify($1, $2)', [outboxChannel, '']);
  return changed > 0;
}
