import { OkaeriError, events } from '@okaeri/contracts';
import type { EventName, HandlerName } from '@okaeri/contracts';
import { withRequest } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { Database } from '../database';
import type { Handlers } from './handlers';

interface DeliveryRow {
  eventId: string;
  handler: HandlerName;
  handled: boolean;
  name: EventName;
  data: unknown;
  requestId: string | null;
}

/**
 * Does one delivery: the handler's own changes and the mark that it is done commit together, so whatever is killed in
 * between, it happens once. Who finds it locked or done leaves it; who fails writes when to try again.
 */
export async function runDelivery(db: Database, handlers: Handlers, log: Log, deliveryId: string): Promise<void> {
  let about: DeliveryRow | undefined;
  try {
    await db.inTransaction(async (em) => {
      const rows: DeliveryRow[] = await em.query(
        `select d.event_id as "eventId", d.handler, d.handled_at is not null as handled, e.name, e.data,
                e.request_id as "requestId"
           from outbox_delivery d join outbox_event e on e.id = d.event_id
          where d.id = $1 for update of d skip locked`,
        [deliveryId],
      );
      about = rows[0];
      const handle = about && handlers.get(about.handler);
      if (!about || about.handled || !handle) return;
      const { name, data, eventId, requestId } = about;
      const read: unknown = events[name].data.parse(data);
      const work = () => handle(em, read, eventId, name);
      await (requestId ? withRequest(requestId, work) : work());
      await em.query('update outbox_delivery set handled_at = now(), problem = null where id = $1', [deliveryId]);
    });
  } catch (err) {
    log.error({ err, handler: about?.handler, deliveryId }, 'a handler failed');
    await db.manager.query(
      `update outbox_delivery
          set attempts = attempts + 1, queued_at = null, problem = $2,
              next_at = now() + least(interval '2 seconds' * 2 ^ least(attempts, 12), interval '10 minutes')
        where id = $1 and handled_at is null`,
      [deliveryId, problemCode(err)],
    );
  }
}

/** What may be kept of an error: its code, or the name of its class. */
export function problemCode(error: unknown): string {
  if (error instanceof OkaeriError) return error.code;
  const { code, name, driverError } = (error ?? {}) as { code?: unknown; name?: unknown; driverError?: unknown };
  if (typeof code === 'string') return code.slice(0, 40);
  if (driverError) return problemCode(driverError);
  return typeof name === 'string' ? name.slice(0, 40) : 'unknown';
}
