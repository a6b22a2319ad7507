import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { overStatuses, OkaeriError } from '@okaeri/contracts';
import type {
  RtpCapabilitiesWire,
  SfuPlan,
  SfuReply,
  SfuRequestData,
  SfuRequestName,
  VisitId,
} from '@okaeri/contracts';
import { changeVisit } from '@okaeri/care';
import { Database } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { pickNode } from '../nodes/picker';
import { goneMilliseconds, NodeRegistry } from '../nodes/registry';
import type { RoomPlace } from '../nodes/registry';
import { Room } from './room.entity';

interface Opened {
  place: RoomPlace;
  done: Promise<unknown>;
  plan: SfuPlan | null;
}
interface Opening {
  /** A room without one lets everything through: nobody's visit. */
  plan: SfuPlan | null;
  hearsItself?: boolean;
}

/** Which node holds the room of which visit. The table decides; this process remembers what it read there last. */
@Injectable()
export class Rooms {
  readonly #known = new Map<VisitId, RoomPlace>();
  readonly #opened = new Map<string, Opened>();

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
  ) {
    // A node keeps a room for the processes that asked for it; on a new connection it must be asked again.
    nodes.listen({ nodeUp: () => undefined, nodeDown: (nodeId) => this.#forgetOpened(nodeId), event: () => undefined });
  }

  /** What a browser's device is loaded with; `null` while no node can be reached. All nodes can do the same. */
  get capabilities(): RtpCapabilitiesWire | null {
    return this.nodes.nodes()[0]?.rtpCapabilities ?? null;
  }

  known(visitId: VisitId): RoomPlace | null {
    return this.#known.get(visitId) ?? null;
  }

  get knownVisits(): VisitId[] {
    return [...this.#known.keys()];
  }

  learn(visitId: VisitId, place: RoomPlace | null): void {
    const before = this.#known.get(visitId);
    if (place && before && before.epoch > place.epoch) return;
    if (place) this.#known.set(visitId, place);
    else this.#known.delete(visitId);
  }

  /**
   * The room of a visit, put on a node if it is on none that lives. Runs in the caller's transaction under the visit's
   * lock, so that processes agree; `learn` the answer after the commit. `null`: no node may take it now.
   */
  async claim(em: EntityManager, visitId: VisitId): Promise<RoomPlace | null> {
    const row = await em.findOneBy(Room, { visitId });
    if (row && !this.nodes.isGone(row.nodeId)) return placeOf(row);
    return this.#put(em, visitId, row?.epoch ?? 0);
  }

  /** The room as the table has it, made if there is none. Throws `room_unavailable`. */
  async find(visitId: VisitId): Promise<RoomPlace> {
    let place: RoomPlace | null = null;
    await this.db.inTransaction((em) =>
      changeVisit(em, visitId, async () => {
        const before = await em.findOneBy(Room, { visitId });
        place = await this.claim(em, visitId);
        return before !== null && place !== null && place.epoch !== before.epoch;
      }),
    );
    if (!place) throw new OkaeriError('room_unavailable');
    this.learn(visitId, place);
    return place;
  }

  /**
   * Puts a room that is lost on another node, or again on the same. Of all processes that noticed, one does it; the
   * others get what it did. `null`: no node may take it now, or the visit is over.
   */
  async move(visitId: VisitId, from: RoomPlace): Promise<RoomPlace | null> {
    let place: RoomPlace | null = null;
    await this.db.inTransaction((em) =>
      changeVisit(em, visitId, async ({ status }) => {
        if (overStatuses.includes(status)) return false;
        const row = await em.findOneBy(Room, { visitId });
        if (row && row.epoch > from.epoch) {
          place = placeOf(row);
          return false;
        }
        place = await this.#put(em, visitId, from.epoch);
        return place !== null;
      }),
    );
    if (place) this.learn(visitId, place);
    return place;
  }

  /** After the room could not be had at a place: where it is, or is put, instead. Throws `room_unavailable`. */
  async recover(visitId: VisitId, from: RoomPlace): Promise<RoomPlace> {
    if (!this.nodes.has(from.nodeId) && !this.nodes.isGone(from.nodeId)) await pause(goneMilliseconds);
    const place = await this.find(visitId);
    if (place.epoch > from.epoch) return place;
    const moved = this.nodes.has(from.nodeId) ? await this.move(visitId, from) : null;
    if (!moved) throw new OkaeriError('room_unavailable');
    return moved;
  }

  /** The room as the table has it, for who only wants to say goodbye. */
  async read(visitId: VisitId): Promise<RoomPlace | null> {
    const row = await this.db.manager.findOneBy(Room, { visitId });
    return row && placeOf(row);
  }

  /** Whether the room was asked for at this place. */
  isOpened(place: RoomPlace): boolean {
    return this.#openedAt(place) !== null;
  }

  /**
   * Makes sure that the room exists on its node and follows the plan. Asked once for each place, told when the plan
   * changed; what follows need not wait for the answer.
   */
  open(place: RoomPlace, { plan, hearsItself = false }: Opening): Promise<unknown> {
    const before = this.#openedAt(place);
    if (before) {
      if (plan) this.#follow(before, plan);
      return before.done;
    }
    const done = this.nodes.request(place, 'room.open', { hearsItself, countries: null, plan });
    this.#expect({ place, done, plan }, done);
    return done;
  }

  request<N extends SfuRequestName>(place: RoomPlace, name: N, data: SfuRequestData<N>): Promise<SfuReply<N>> {
    return this.nodes.request(place, name, data);
  }

  /** For what may fail because it is gone already, and ends by itself if the node cannot be reached. */
  async quietly<N extends SfuRequestName>(place: RoomPlace | null, name: N, data: SfuRequestData<N>): Promise<void> {
    if (place) await this.nodes.request(place, name, data).catch(() => undefined);
  }

  /** The visit is over: the room ends, and nobody remembers it. */
  async close(visitId: VisitId): Promise<void> {
    const place = this.known(visitId);
    this.#known.delete(visitId);
    this.#opened.delete(visitId);
    await this.quietly(place, 'room.close', {});
  }

  /** A room without a visit, for somebody who tries sound and picture alone. Throws `room_unavailable`. */
  openAlone(roomId: string): { place: RoomPlace; done: Promise<unknown> } {
    const node = pickNode(this.nodes.nodes(), { countries: null });
    if (!node) throw new OkaeriError('room_unavailable');
    const place = { roomId, nodeId: node.nodeId, epoch: 1 };
    return { place, done: this.open(place, { plan: null, hearsItself: true }) };
  }

  async closeAlone(place: RoomPlace): Promise<void> {
    this.#opened.delete(place.roomId);
    await this.quietly(place, 'room.close', {});
  }

  async #put(em: EntityManager, visitId: VisitId, epoch: number): Promise<RoomPlace | null> {
    const node = pickNode(this.nodes.nodes(), { countries: null });
    if (!node) return null;
    const row = { visitId, nodeId: node.nodeId, epoch: epoch + 1, openedAt: now() };
    await em.upsert(Room, row, ['visitId']);
    return placeOf(row);
  }

  #openedAt({ roomId, epoch, nodeId }: RoomPlace): Opened | null {
    const opened = this.#opened.get(roomId);
    return opened?.place.epoch === epoch && opened.place.nodeId === nodeId ? opened : null;
  }

  #follow(opened: Opened, plan: SfuPlan): void {
    const before = opened.plan;
    if (before && plan.version <= before.version) return;
    opened.plan = plan;
    // After exactly one change there was nothing between that another process could have told the node.
    const next = before && plan.version === before.version + 1;
    if (next && sameOrders(before, plan)) return;
    this.#expect(opened, this.nodes.request(opened.place, 'room.plan', { plan }));
  }

  /** What was not done is asked again from the beginning. */
  #expect(opened: Opened, answer: Promise<unknown>): void {
    const { roomId } = opened.place;
    this.#opened.set(roomId, opened);
    answer.catch(() => {
      if (this.#opened.get(roomId) === opened) this.#opened.delete(roomId);
    });
  }

  #forgetOpened(nodeId: string): void {
    for (const [roomId, { place }] of this.#opened) if (place.nodeId === nodeId) this.#opened.delete(roomId);
  }
}

const sameOrders = (one: SfuPlan, other: SfuPlan) =>
  one.screen === other.screen && JSON.stringify(one.hears) === JSON.stringify(other.hears);

export function placeOf(row: Pick<Room, 'visitId' | 'nodeId' | 'epoch'>): RoomPlace {
  return { roomId: row.visitId, nodeId: row.nodeId, epoch: row.epoch };
}
