import { randomUUID } from 'node:crypto';
import type {
  Locale,
  SeatId,
  SeatRole,
  SeatState,
  ServerMessageData,
  ServerMessageName,
  Topic,
  VisitId,
} from '@okaeri/contracts';
import type { Actor } from '@okaeri/access';
import type { Temporal } from '@okaeri/words/time';
import type { Socket } from 'socket.io';
import type { RoomPlace } from '../nodes/registry';
import { shownTo } from '../sound/facts';
import type { RoomFacts } from '../sound/facts';
import { Allowance } from './limits';

/** The seat that a connection entered with, as this process knows it. The table decides. */
export interface HeldSeat {
  visitId: VisitId;
  seatId: SeatId;
  role: SeatRole;
  state: SeatState;
  /** Of the seat's row: what is read later may be older than what was written. */
  version: number;
  tokenHash: string;
  /** When the visit is to be over. */
  endsAt: Temporal.Instant;
}

/** The room that a connection joined last, and as whom. */
export interface HeldMedia {
  kind: 'visit' | 'check';
  place: RoomPlace;
  seatId: string;
}

type Closing = ServerMessageData<'seat.closed'>['reason'];

/** One window of one person, for as long as its socket lives. */
export class Connection {
  /** The name under which it holds a seat; not the socket's, which is no UUID. */
  readonly id = randomUUID();
  readonly allowance = new Allowance();
  /** By the name of the Socket.IO room. */
  readonly watched = new Map<string, { topic: Topic; id: string }>();
  language: Locale;
  seat: HeldSeat | null = null;
  media: HeldMedia | null = null;
  check: RoomPlace | null = null;
  /** What its visit was like when it was last told. */
  facts: RoomFacts | null = null;
  #held: (() => void)[] | null = null;
  readonly #afterwards: (() => void)[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(
    readonly socket: Socket,
    readonly actor: Actor,
  ) {
    this.language = actor.language;
  }

  get waiting(): number {
    return this.#waiting;
  }

  emit<N extends ServerMessageName>(name: N, data: ServerMessageData<N>): void {
    const send = () => this.socket.emit(name, data);
    if (this.#held && name.startsWith('consumer.')) this.#held.push(send);
    else send();
  }

  /** Tells the window what is otherwise than it knows; what comes late tells nothing. */
  learn(facts: RoomFacts): void {
    const before = this.facts;
    if (before && before.version > facts.version) return;
    this.facts = facts;
    const { sound, written } = facts;
    const otherwise = before?.sound.version !== sound.version || before.written.join() !== written.join();
    if (otherwise) this.emit('sound.changed', { sound, written });
    const shown = before ? shownTo(before, this.seat?.seatId) : null;
    const showing = shownTo(facts, this.seat?.seatId);
    if (JSON.stringify(shown) !== JSON.stringify(showing)) this.emit('show.changed', { showing });
  }

  /** What the sfu says from now on waits for `release`: it must not overtake the answer that it belongs to. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const send of held) send();
    for (const step of this.#afterwards.splice(0)) step();
  }

  /** Once the answer to the present message is out. */
  afterwards(step: () => void): void {
    this.#afterwards.push(step);
  }

  /** One after the other: entering, joining and leaving must not overtake one another. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const result = this.#turn.then(work).finally(() => (this.#waiting -= 1));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  watch(topic: Topic, id: string): void {
    const room = `${topic}:${id}`;
    this.watched.set(room, { topic, id });
    void this.socket.join(room);
  }

  /** The seat is somebody else's now, or nobody's: this window hears why, and is cut off. */
  closeSeat(reason: Closing): void {
    this.seat = null;
    this.media = null;
    this.emit('seat.closed', { reason });
    this.socket.disconnect(true);
  }
}
