import { setTimeout as pause } from 'node:timers/promises';
import { now } from '@okaeri/words/time';
import { MailWorld } from '../support/mail-world';
import { RemindSink, remind, remindWorld } from '../support/remind-world';
import type { Asked } from '../support/remind-world';
import { until } from '../support/until';

/** Between one booking and the next. */
const everyMs = 100;
const lookMs = 200;
const patienceMs = 120_000;

/** What became of a wave. All but the first three are faults, where nobody killed a scheduler. */
export interface Washed {
  deliveries: number;
  ids: number;
  /** Bookings made meanwhile, by way of the queues. */
  booked: number;
  /** Reminders and mails of bookings that nobody was handed. */
  lost: number;
  /** Handed over more often than once, and under way at no kill. */
  twice: number;
  /** Mails that have a row and another Message-ID than the one that was handed over. */
  strange: number;
}

/** Reminders that are due in one go, and bookings whose mails come by the queues meanwhile. */
export class Wave {
  readonly #mayRepeat = new Set<string>();
  readonly #booked = new Set<string>();

  private constructor(
    private readonly database: Asked & { url: string },
    private readonly world: MailWorld,
    readonly sink: RemindSink,
    private readonly size: number,
  ) {}

  static async of(database: Asked & { url: string }, size: number): Promise<Wave> {
    await remindWorld(database);
    return new Wave(database, await MailWorld.at(database.url), await RemindSink.start(), size);
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.sink.stop();
  }

  /** From now on: half of them at once, the others over so many seconds. */
  async begin(seconds: number): Promise<void> {
    const half = Math.floor(this.size / 2);
    await remind(this.database, { at: now(), burst: half, even: this.size - half, seconds });
  }

  /** One more visit; what the database does not take is not booked. */
  async book(): Promise<void> {
    const { world } = this;
    try {
      const [patient, physician] = [await world.person(), await world.physician()];
      this.#booked.add(await world.visit({ patient, physician, startsAt: now().add({ hours: 72 }) }));
    } catch {
      // It is away just now.
    }
  }

  /** A few visits a second, until it is ended. */
  keepBooking(): { end(): Promise<void> } {
    let isOver = false;
    const booking = (async () => {
      while (!isOver) {
        await this.book();
        await pause(everyMs);
      }
    })();
    return {
      end: () => {
        isOver = true;
        return booking;
      },
    };
  }

  /** Times that somebody keeps and nobody takes: a sweep gives them back. */
  async hold(count: number, seconds: number): Promise<void> {
    const heldUntil = now().add({ seconds });
    for (let each = 0; each < count; each += 1) {
      const [patient, physician] = [await this.world.person(), await this.world.physician()];
      await this.world.visit({ patient, physician, startsAt: now().add({ hours: 72 }), heldUntil });
    }
  }

  /** Waits until these are given back; how many are not, and how many more than once. */
  async swept(withinMs: number): Promise<{ unswept: number; sweptTwice: number }> {
    const held = () => this.database.query<object>(`select 1 from visit where status = 'held'`);
    await until(async () => (await held()).length === 0, withinMs).catch(() => undefined);
    const twice = await this.database.query<object>(
      `select visit_id from visit_change where kind = 'lapsed' group by visit_id having count(*) > 1`,
    );
    return { unswept: (await held()).length, sweptTwice: twice.length };
  }

  /** Waits until so many reminders are sent; looks seldom, for who looks takes what they need. */
  reached(reminders: number): Promise<void> {
    return until(async () => (await this.sent()) >= reminders, patienceMs, lookMs);
  }

  /** Waits until everything that is due has been handed over, and written down. */
  ended(): Promise<void> {
    return until(() => this.#over(), patienceMs, lookMs);
  }

  /** How many reminders the mail server has, by the rows. */
  async sent(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from notify_message where kind = 'visit_reminder' and state = 'sent'`,
    );
    return row?.n ?? 0;
  }

  async #over(): Promise<boolean> {
    const [row] = await this.database.query<{ open: number }>(
      `select (select count(*) from outbox_delivery where handled_at is null)::int
            + (select count(*) from notify_message where state in ('queued', 'sending') and due_at <= now() + interval '1 minute')::int
              as open`,
    );
    return row?.open === 0;
  }

  /** A scheduler was killed: what it had under way may come once more. */
  async mayRepeat(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `select message_id as id from notify_message where state = 'sending'`,
    );
    for (const { id } of rows) this.#mayRepeat.add(id);
  }

  async washed(): Promise<Washed> {
    const heard = (await this.sink.heard()).map(({ id }) => id);
    const rows = await this.database.query<{ id: string | null; state: string; kind: string }>(
      `select message_id as id, state, kind from notify_message where due_at <= now() and channel = 'email'`,
    );
    const ids = new Set(heard);
    const known = new Set(rows.map(({ id }) => id));
    const repeated = heard.filter((id, at) => heard.indexOf(id) !== at);
    const missing = rows.filter(({ id, state }) => state !== 'sent' || id === null || !ids.has(id));
    const reminded = rows.filter(({ kind }) => kind === 'visit_reminder').length;
    return {
      deliveries: heard.length,
      ids: ids.size,
      booked: this.#booked.size,
      lost: missing.length + (await this.#untold()) + Math.abs(this.size - reminded),
      twice: repeated.filter((id) => !this.#mayRepeat.has(id)).length,
      strange: heard.filter((id) => !known.has(id)).length,
    };
  }

  /** Bookings that were taken and are not there, and those that are there and of which not both of their people heard. */
  async #untold(): Promise<number> {
    const rows = await this.database.query<{ id: string; told: number }>(
      `select v.id, (select count(*)::int from notify_message m where m.entity_id = v.id and m.kind = 'visit_booked' and m.channel = 'email') as told
         from visit v where v.status = 'booked' and exists (select from visit_change c where c.visit_id = v.id)`,
    );
    const there = new Set(rows.map(({ id }) => id));
    const gone = [...this.#booked].filter((id) => !there.has(id));
    return gone.length + rows.filter(({ told }) => told !== 2).length;
  }
}
