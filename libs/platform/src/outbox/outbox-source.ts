import type { HandlerName } from '@okaeri/contracts';
import type { Log } from '@okaeri/runtime';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database';
import type { Handlers } from './handlers';
import { runDelivery } from './run-delivery';
import { lostSeconds } from './source';
import type { DueJob, RelaySource } from './source';

interface TakenRow {
  id: string;
  eventId: string;
  handler: HandlerName;
  attempts: number;
}

/** Deliveries of events. All times are the database's: no row is early by the clock of one machine. */
export class OutboxSource implements RelaySource {
  readonly queue = 'events';

  constructor(
    private readonly db: Database,
    private readonly handlers: Handlers,
    private readonly log: Log,
  ) {}

  async take(em: EntityManager, most: number): Promise<DueJob[]> {
    const [rows]: [TakenRow[], number] = await em.query(
      `update outbox_delivery set queued_at = now()
        where id in (
          select id from outbox_delivery
           where handled_at is null and handler = any($1) and next_at <= now()
             and (queued_at is null or greatest(queued_at, next_at) < now() - $2 * interval '1 second')
           order by next_at limit $3 for update skip locked)
       returning id, event_id as "eventId", handler, attempts`,
      [this.handlers.names(), lostSeconds, most],
    );
    return rows.map(({ id, eventId, handler, attempts }) => ({
      rowId: id,
      jobId: `${handler}-${eventId}-${attempts}`,
      data: { deliveryId: id },
    }));
  }

  async giveBack(em: EntityManager, rowIds: readonly string[]): Promise<void> {
    await em.query('update outbox_delivery set queued_at = null where id = any($1) and handled_at is null', [rowIds]);
  }

  work(deliveryId: string): Promise<void> {
    return runDelivery(this.db, this.handlers, this.log, deliveryId);
  }

  async tidy(em: EntityManager): Promise<void> {
    await em.query(
      `delete from outbox_event e where at < now() - interval '30 days'
          and not exists (select from outbox_delivery d where d.event_id = e.id and d.handled_at is null)`,
    );
  }
}
