import { setTimeout as pause } from 'node:timers/promises';
import { Gathered, isDatabaseUnavailable } from '@okaeri/platform';
import { beginMessages, markTaken, sayAlive } from './begin';
import type { Taken } from './begin';
import { beatSeconds, sendingSeconds } from './deliver-state';
import type { NotifyMessage } from './message.entity';
import { sendMessage } from './send';
import type { Parts } from './send';

/** How many messages are under way at the same time … */
const places = 64;
/** … and how many places are to be free before more are fetched, in one statement for all of them. */
const worthFetching = 32;
/** While there is something to hand over, more is looked for this often. */
const soonMs = 200;
/** How long it waits before it says once more what the database did not take. */
const againMs = 500;

/**
 * Hands over what is due on one way for as long as there is something: no way waits for another. The table is the queue: a process that dies leaves nothing
 * that another does not find, and where there is no server rows wait.
 */
export class Stream {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #taken: Gathered<Taken, true>;
  readonly #beat: NodeJS.Timeout;
  #soon: NodeJS.Timeout | undefined;
  #fetching: Promise<void> | null = null;
  #again = false;
  #ended = false;
  /** When the database was last away. */
  #lostAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: Omit<Parts, 'onTaken'>) {
    const { manager } = parts.db;
    this.#taken = new Gathered(
      async (all) => {
        await markTaken(manager, all);
        return new Map(all.map((taken) => [taken, true] as const));
      },
      ({ id }) => id,
    );
    this.#beat = setInterval(() => void this.#sayAlive(), beatSeconds * 1000).unref();
  }

  /** Looks for what is due, now or as soon as it has looked; never throws. */
  look(): void {
    if (this.#ended || !this.parts.carrier.ready()) return;
    if (this.#fetching) {
      this.#again = true;
      return;
    }
    this.#again = false;
    clearTimeout(this.#soon);
    this.#fetching = this.#fetch().finally(() => {
      this.#fetching = null;
      if (this.#again) this.look();
    });
  }

  /** Takes no more, and ends what is under way. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#fetching;
    await Promise.all(this.#underWay.values());
    clearInterval(this.#beat);
    clearTimeout(this.#soon);
  }

  async #fetch(): Promise<void> {
    const most = places - this.#underWay.size;
    // Whoever ends looks again.
    if (most < worthFetching) return;
    const { db, carrier, kinds, options, log } = this.parts;
    // When it is back, or its clock was set, those who live say so first; only then is somebody taken for dead.
    const settled = Math.min(performance.now() - this.#lostAt, db.clock.steadyMs) > sendingSeconds * 1000;
    const besides = settled ? [...this.#underWay.keys()] : null;
    try {
      const { channel } = carrier;
      const wanted = { channel, most, kinds: kinds.names(), domain: options.mailDomain, besides };
      const due = await beginMessages(db.manager, wanted);
      for (const message of due) this.#start(message, due.length >= worthFetching);
      if (due.length > 0) this.#soon = setTimeout(() => this.look(), soonMs).unref();
    } catch (err) {
      this.#lostAt = performance.now();
      if (!isDatabaseUnavailable(err)) log.error({ err }, 'what is due could not be fetched');
    }
  }

  #start(message: NotifyMessage, more: boolean): void {
    const { id } = message;
    const onTaken = (taken: Omit<Taken, 'id'>) => this.#keepTaken({ id, ...taken });
    const sending = sendMessage({ ...this.parts, onTaken }, message).finally(() => {
      this.#underWay.delete(id);
      if (more && places - this.#underWay.size === worthFetching) this.look();
    });
    this.#underWay.set(id, sending);
  }

  /** The other side has it: that is not forgotten while the database is away, or it would be handed over twice. */
  async #keepTaken(taken: Taken): Promise<void> {
    while (!this.#ended) {
      try {
        await this.#taken.ask(taken);
        return;
      } catch {
        this.#lostAt = performance.now();
        await pause(againMs);
      }
    }
    await this.#taken.ask(taken);
  }

  async #sayAlive(): Promise<void> {
    const ids = [...this.#underWay.keys()];
    if (ids.length > 0) await sayAlive(this.parts.db.manager, ids).catch(() => undefined);
  }
}
