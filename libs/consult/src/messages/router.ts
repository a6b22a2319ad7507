import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessControl } from '@okaeri/access';
import type { AccessIds } from '@okaeri/access';
import { clientMessages, OkaeriError, signalingMessageLimit } from '@okaeri/contracts';
import type { Ack, ClientMessageData, ClientMessageName, ClientMessageReply } from '@okaeri/contracts';
import { asOkaeriError, tellProblem } from '@okaeri/platform';
import { LOG, withRequest } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { Connection } from '../socket/connection';
import { Handlers } from './handlers';
import { measure } from '../socket/limits';
import { SignalingMetrics } from '../socket/metrics';
import { Presence } from '../upkeep/presence';

type Answer = (ack: Ack<unknown>) => void;

/** Messages waiting behind one that acts on the seat. A page sends one and waits for its answer. */
const longestQueue = 16;

/**
 * What every message passes: size, rate, shape, the state of the sender's seat, the question of access; then its handler;
 * then the answer. Nothing that comes through this door can end the process or the connection, a flood excepted.
 */
@Injectable()
export class MessageRouter {
  constructor(
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(AccessControl) private readonly access: AccessControl,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(SignalingMetrics) private readonly metrics: SignalingMetrics,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** `given` is what Socket.IO hands over: the data, then a function if the client wants an answer. */
  receive(connection: Connection, name: string, given: readonly unknown[]): void {
    const last = given.at(-1);
    const answer: Answer = typeof last === 'function' ? (last as Answer) : () => undefined;
    void withRequest(randomUUID(), () => this.#serve(connection, name, given, answer));
  }

  async #serve(connection: Connection, name: string, given: readonly unknown[], answer: Answer): Promise<void> {
    const started = performance.now();
    let outcome = 'ok';
    try {
      const known = this.#admit(connection, name, given[0]);
      const data = await this.#perform(connection, known, given[0]);
      answer({ ok: true, data });
    } catch (error) {
      const told = asOkaeriError(error);
      outcome = told.code;
      const message = isKnown(name) ? name : 'unknown';
      if (told.code === 'internal') this.log.error({ err: error, message }, 'unforeseen error');
      else this.log.info({ code: told.code, message }, 'message refused');
      answer({ ok: false, error: { code: told.code, message: tellProblem(told, connection.language, '').title } });
    } finally {
      // What was held back belongs to the answer of a join or the like; a message beside it must not let it out.
      if (isKnown(name) && this.handlers.all[name].inTurn) connection.release();
      this.metrics.message(isKnown(name) ? name : 'unknown', outcome, (performance.now() - started) / 1000);
    }
  }

  /** Before anything is looked at more closely than its size. */
  #admit(connection: Connection, name: string, given: unknown): ClientMessageName {
    const allowance = connection.allowance.take();
    if (allowance === 'flood') connection.socket.disconnect(true);
    if (allowance !== 'taken' || connection.waiting >= longestQueue) throw new OkaeriError('message_too_many');
    const size = measure(given, signalingMessageLimit);
    if (size === 'too large') throw new OkaeriError('message_too_large');
    if (size === 'not plain') throw new OkaeriError('message_malformed');
    if (!isKnown(name)) throw new OkaeriError('message_unknown');
    return name;
  }

  #perform(connection: Connection, name: ClientMessageName, given: unknown): Promise<unknown> {
    const parsed = clientMessages[name].data.safeParse(given);
    if (!parsed.success) throw new OkaeriError('message_malformed');
    return this.#dispatch(connection, name, parsed.data);
  }

  async #dispatch<N extends ClientMessageName>(
    connection: Connection,
    name: N,
    data: ClientMessageData<N>,
  ): Promise<ClientMessageReply<N>> {
    const handler = this.handlers.all[name];
    const work = async () => {
      // Another process may have changed the seat a moment ago, and the window heard of it before we did.
      if (!mayBeSaid(connection, name) && connection.seat) await this.presence.reconcile(connection.seat.visitId);
      if (!mayBeSaid(connection, name)) throw new OkaeriError('seat_state');
      const granted = this.#ask(connection, name, data);
      // A handler that starts while the question is still open awaits the answer itself, before it shows anything.
      granted.catch(() => undefined);
      if (!handler.early) await granted;
      return handler.run(connection, data, granted);
    };
    return handler.inTurn ? connection.inTurn(work) : work();
  }

  async #ask(connection: Connection, name: ClientMessageName, data: ClientMessageData<ClientMessageName>) {
    const { permission } = clientMessages[name].rule;
    // Was asked when the room was joined, and is asked again every few seconds while it lasts.
    if (permission === 'visit.media' && name !== 'room.join') return;
    // Each topic is a question of its own.
    if (name === 'notices.watch') return;
    const ids: AccessIds = {};
    const visitId = 'visitId' in data ? data.visitId : connection.seat?.visitId;
    if (visitId && permission !== 'check.run') ids.visitId = visitId;
    // Reading again after a notice repeats what was asked when the window came.
    const again = name === 'visit.resume' && connection.seat?.visitId === visitId;
    // What is said before joining as often as she likes: that she may was written when she came.
    const often = permission === 'visit.sound';
    const quiet = often || again || name === 'check.join' || name === 'check.close';
    await this.access.requireAccess({ actor: connection.actor, permission, ids }, 'socket', { quiet });
  }
}

function isKnown(name: string): name is ClientMessageName {
  return Object.hasOwn(clientMessages, name);
}

/** What is the same in every room; the rest is about a visit. */
const aboutOwnMedia = /^(transport|producer|consumer|link)\./;

/** What a seat may say depends on its state; whoever tries sound and picture alone is in a room without a seat. */
function mayBeSaid({ media, seat }: Connection, name: ClientMessageName): boolean {
  const { from, permission } = clientMessages[name].rule;
  if (from === null) return true;
  if (permission === 'visit.media' && name !== 'room.join') {
    if (media === null) return false;
    if (media.kind === 'check' && aboutOwnMedia.test(name)) return true;
  }
  return seat !== null && from.includes(seat.state);
}
