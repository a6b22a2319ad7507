import { events, outboxChannel } from '@okaeri/contracts';
import type { EventInput, EventName } from '@okaeri/contracts';
import { currentRequestId } from '@okaeri/runtime';
import type { EntityManager } from 'typeorm';

/**
 * Tells the rest of the house, with the commit of this transaction or not at all. One statement: the event, a row for
 * each of its handlers, and what wakes the relay.
 */
export async function emit<Name extends EventName>(
  em: EntityManager,
  name: Name,
  data: EventInput<Name>,
): Promise<void> {
  const { data: schema, handlers } = events[name];
  await em.query(
    `with event as (insert into outbox_event (name, data, request_id) values ($1, $2::jsonb, $3) returning id),
          deliveries as (insert into outbox_delivery (event_id, handler)
                         select event.id, handler from event, unnest($4::text[]) as handler)
     select pg_notify($5, '')`,
    [name, JSON.stringify(schema.parse(data)), currentRequestId(), handlers, outboxChannel],
  );
}
