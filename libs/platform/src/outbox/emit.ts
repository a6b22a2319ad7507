import { events, outboxChannel } from '@okaeri/contracts';
import type { EventInput, EventName } from '@okaeri/contracts';
import { currentRequestId } from '@okaeri/runtime';
import type { EntityManager } from 'typeorm';
import { Statement } from '../statement';

/**
 * Tells the rest of the house, with the commit of this transaction or not at all. One statement: the event, a row for
 * each of its handlers, and what wakes the relay.
 */
export async function emit<Name extends EventName>(
  em: EntityManager,
  name: Name,
  data: EventInput<Name>,
): Promise<void> {
  const statement = new Statement();
  emitIn(statement, name, data);
  await statement.run(em);
}

/** The same as a part of a statement that emits nothing else. `found` are members of which the statement itself knows what takes their place. */
export function emitIn<Name extends EventName>(
  statement: Statement,
  name: Name,
  data: EventInput<Name>,
  found?: Readonly<Partial<Record<keyof EventInput<Name>, string>>>,
): void {
  const { data: schema, handlers } = events[name];
  const given = `${statement.place(JSON.stringify(schema.parse(data)))}::jsonb`;
  const members = Object.entries(found ?? {}).map(([member, value]) => `'${member}', ${String(value)}`);
  const all = members.length > 0 ? `${given} || jsonb_build_object(${members.join(', ')})` : given;
  statement.add(
    `insert into outbox_event (name, data, request_id)
     select ${statement.place(name)}, ${all}, ${statement.place(currentRequestId())} returning id`,
    'event',
  );
  statement.add(
    `insert into outbox_delivery (event_id, handler)
     select event.id, handler from event, unnest(${statement.place(handlers)}::text[]) as handler`,
  );
  statement.tell(outboxChannel, `select ''`);
}
