import { Gathered, isDatabaseUnavailable } from '@okaeri/platform';
import { beginMessages, markSent, sayAlive } from './begin';
import { beatSeconds } from './deliver-state';
import type { NotifyMessage } from './message.entity';
import { sendMessage } from './send';
import type { Parts } from './send';

/** How many messages are under way at the same time … */
const places = 64;
/** … and how many places are to be free before more are fetched, in one statement for all of them. */
const worthFetching = 32;

/**
 * Hands over what is due for as long as there is something. The table is the queue: a process that dies leaves nothing
 * that another does not find, and where there is no mail server rows wait.
 */
export class Stream {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #sent: Gathered<string, true>;
  readonly #beat: NodeJS.Timeout;
  #fetching: Promise<void> | null = null;
  #again = false;
  #ended = false;

  constructor(private readonly parts: Omit<Parts, 'onSent'>) {
    const { manager } = parts.db;
    this.#sent = new Gathered(async (ids) => {
      await markSent(manager, ids);
      return new Map(ids.map((id) => [id, true] as const));
    });
    this.#beat = setInterval(() => void this.#sayAlive(), beatSeconds * 1000).unref();
  }

  /** Looks for what is due, now or as soon as it has looked; never throws. */
  look(): void {
    if (this.#ended || !this.parts.transport.ready()) return;
    if (this.#fetching) {
      this.#again = true;
      return;
    }
    this.#again = false;
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
  }

  async #fetch(): Promise<void> {
    const most = places - this.#underWay.size;
    // Whoever ends looks again.
    if (most < worthFetching) return;
    const { db, kinds, options, log } = this.parts;
    try {
      const due = await beginMessages(db.manager, { most, kinds: kinds.names(), domain: options.mailDomain });
      for (const message of due) this.#start(message, due.length >= worthFetching);
    } catch (err) {
      if (!isDatabaseUnavailable(err)) log.error({ err }, 'what is due could not be fetched');
    }
  }

  #start(message: NotifyMessage, more: boolean): void {
    const { id } = message;
    const onSent = async () => void (await this.#sent.ask(id));
    const sending = sendMessage({ ...this.parts, onSent }, message).finally(() => {
      this.#underWay.delete(id);
      if (more && places - this.#underWay.size === worthFetching) this.look();
    });
    this.#underWay.set(id, sending);
  }

  async #sayAlive(): Promise<void> {
    const ids = [...this.#underWay.keys()];
    if (ids.length > 0) await sayAlive(this.parts.db.manager, ids).catch(() => undefined);
  }
}
