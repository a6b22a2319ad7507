import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { serverMessages } from '@okaeri/contracts';
import type { SfuEventData, SfuEventFrame, VisitId } from '@okaeri/contracts';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { goneMilliseconds, NodeRegistry } from '../nodes/registry';
import type { RoomPlace } from '../nodes/registry';
import { Rooms } from '../rooms/rooms';
import { Connections } from '../socket/connections';
import { Hearing } from '../sound/hearing';
import { Presence } from './presence';

const retryMilliseconds = 200;

/** Hears what the sfu nodes say: hands it to the windows it is meant for, and moves rooms whose node or worker is gone. */
@Injectable()
export class Healer implements OnApplicationShutdown {
  readonly #healing = new Set<VisitId>();
  readonly #stopListening: () => void;
  #stopped = false;

  constructor(
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Connections) private readonly connections: Connections,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(Hearing) private readonly hearing: Hearing,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.#stopListening = nodes.listen({
      nodeUp: (nodeId) => void this.#verify(nodeId),
      nodeDown: (nodeId) => void this.#leave(nodeId),
      event: (frame) => this.#hear(frame),
    });
  }

  onApplicationShutdown(): void {
    this.#stopped = true;
    this.#stopListening();
  }

  #hear(frame: SfuEventFrame): void {
    if (frame.event === 'node' || frame.roomId === null) return;
    if (frame.event === 'room.lost') {
      this.#lost(frame.roomId, frame.epoch ?? 0);
      return;
    }
    if (frame.event === 'seat.said') {
      this.#pass(frame.roomId, frame.epoch, frame.data);
      return;
    }
    const { seatId } = frame.data;
    const connection = this.connections.at(frame.roomId, seatId);
    if (!connection || connection.media?.place.epoch !== frame.epoch) return;
    if (frame.event === 'consumer.opened') connection.emit('consumer.opened', { consumer: frame.data.consumer });
    else if (frame.event === 'producer.wanted') {
      connection.emit('producer.wanted', { producerId: frame.data.producerId, layer: frame.data.layer });
    } else if (frame.event === 'consumer.closed') {
      connection.emit('consumer.closed', { consumerId: frame.data.consumerId });
    } else {
      const { seatId: _, ...change } = frame.data;
      connection.emit('consumer.changed', change);
    }
  }

  /** To the others of the room; who said it knows. */
  #pass(roomId: string, epoch: number | null, { seatId, kind, data }: SfuEventData<'seat.said'>): void {
    const said = serverMessages['seat.said'].safeParse({ seatId, kind, data });
    if (!said.success) return;
    for (const connection of this.connections.inRoom(roomId)) {
      const { media, seat } = connection;
      // A seat in the sfu comes before it is known whether she may join; what is said here is for who has joined.
      if (seat?.state !== 'joined') continue;
      if (media?.place.epoch === epoch && media.seatId !== seatId) connection.emit('seat.said', said.data);
    }
  }

  #lost(roomId: string, epoch: number): void {
    for (const connection of this.connections.inRoom(roomId)) {
      const { media, seat } = connection;
      if (!media || media.place.epoch !== epoch) continue;
      if (media.kind === 'visit' && seat) void this.#heal(seat.visitId, media.place);
      if (media.kind === 'check') {
        connection.media = null;
        connection.check = null;
        connection.emit('room.moved', { epoch: epoch + 1 });
      }
    }
  }

  /** The connection to a node broke. If it does not come back at once, its rooms go elsewhere. */
  async #leave(nodeId: string): Promise<void> {
    await pause(goneMilliseconds, undefined, { ref: false });
    if (this.nodes.has(nodeId)) return;
    for (const place of this.#placesOn(nodeId)) this.#lost(place.roomId, place.epoch);
  }

  /** The connection to a node is back: are the rooms still there, or is it another process by the same name? */
  async #verify(nodeId: string): Promise<void> {
    for (const place of this.#placesOn(nodeId)) {
      const seatId = this.connections.inRoom(place.roomId)[0]?.media?.seatId;
      if (seatId === undefined) continue;
      const held = await this.rooms.request(place, 'seat.snapshot', { seatId }).catch(() => null);
      if (held?.seat) void this.hearing.refresh(place.roomId as VisitId);
      else this.#lost(place.roomId, place.epoch);
    }
  }

  /** Goes on until the room has a node, or nobody here is left in it. */
  async #heal(visitId: VisitId, from: RoomPlace): Promise<void> {
    if (this.#healing.has(visitId)) return;
    this.#healing.add(visitId);
    const started = performance.now();
    try {
      while (!this.#stopped && this.#isMissed(visitId, from)) {
        const place = await this.#move(visitId, from).catch(() => null);
        if (place) {
          this.presence.moved(visitId, place);
          const milliseconds = Math.round(performance.now() - started);
          this.log.info({ node: place.nodeId, epoch: place.epoch, milliseconds }, 'room moved');
          return;
        }
        await pause(retryMilliseconds, undefined, { ref: false });
      }
    } finally {
      this.#healing.delete(visitId);
    }
  }

  /** With its plan, which goes there first: who joins again hears what she heard before, and nothing else. */
  async #move(visitId: VisitId, from: RoomPlace): Promise<RoomPlace | null> {
    const place = await this.rooms.move(visitId, from);
    if (place) await this.hearing.open(visitId, place);
    return place;
  }

  #isMissed(visitId: VisitId, from: RoomPlace): boolean {
    const inVisit = this.connections.inVisit(visitId);
    return inVisit.some(({ media }) => media?.kind === 'visit' && media.place.epoch <= from.epoch);
  }

  #placesOn(nodeId: string): RoomPlace[] {
    const places = new Map<string, RoomPlace>();
    for (const { media } of this.connections.all) {
      if (media?.place.nodeId === nodeId) places.set(media.place.roomId, media.place);
    }
    return [...places.values()];
  }
}
