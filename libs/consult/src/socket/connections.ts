import { Injectable } from '@nestjs/common';
import type { VisitId } from '@okaeri/contracts';
import type { Connection } from './connection';

const mostPerSession = 32;

/** The windows that are connected to this process. */
@Injectable()
export class Connections {
  readonly #all = new Set<Connection>();

  /** `false`: the session has more windows open than any person does. */
  add(connection: Connection): boolean {
    const { sessionId } = connection.actor;
    let open = 0;
    for (const { actor } of this.#all) if (actor.sessionId === sessionId) open += 1;
    if (open >= mostPerSession) return false;
    this.#all.add(connection);
    return true;
  }

  delete(connection: Connection): void {
    this.#all.delete(connection);
  }

  get all(): Iterable<Connection> {
    return this.#all;
  }

  /** Visits that somebody here has entered. */
  get visits(): Set<VisitId> {
    const visits = new Set<VisitId>();
    for (const { seat } of this.#all) if (seat) visits.add(seat.visitId);
    return visits;
  }

  get size(): number {
    return this.#all.size;
  }

  inVisit(visitId: VisitId): Connection[] {
    return [...this.#all].filter((connection) => connection.seat?.visitId === visitId);
  }

  /** Who sits on a seat of a room, by the words of the sfu. */
  at(roomId: string, seatId: string): Connection | null {
    for (const connection of this.#all) {
      const { media } = connection;
      if (media?.seatId === seatId && media.place.roomId === roomId) return connection;
    }
    return null;
  }

  inRoom(roomId: string): Connection[] {
    return [...this.#all].filter(({ media }) => media?.place.roomId === roomId);
  }
}
