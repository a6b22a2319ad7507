import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { isSentAway, readSeats, readVersions, resumeSeat } from '@okaeri/care';
import type { Seat, Visit } from '@okaeri/care';
import { OkaeriError, overStatuses } from '@okaeri/contracts';
import type { Notice, SeatId, VisitId } from '@okaeri/contracts';
import { Database, NoticeListener } from '@okaeri/platform';
import { Health, LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { RoomPlace } from '../nodes/registry';
import { Rooms } from '../rooms/rooms';
import type { Connection, HeldSeat } from '../socket/connection';
import { Connections } from '../socket/connections';
import { Hearing } from '../sound/hearing';
import { Again } from './again';

const attempts = 20;
/** Nobody notices it, and it is longer than any answer takes. */
const patienceMilliseconds = 25;

/** How a notice reaches the sockets of this process that watch its topic; the gateway says how. */
export type Broadcast = (room: string, notice: Notice) => void;

/**
 * Keeps what this process believes of its windows in line with the table, whoever changed that: another window, another
 * process, the api. Every change is announced, so nothing is asked at intervals; after a gap everything is read again.
 */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #reading = new Again<VisitId>();
  #broadcast: Broadcast = () => undefined;
  #unsubscribe: () => void = () => undefined;
  readonly #due = new Map<string, Notice>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(NoticeListener) private readonly notices: NoticeListener,
    @Inject(Connections) private readonly connections: Connections,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Hearing) private readonly hearing: Hearing,
    @Inject(LOG) private readonly log: Log,
    @Inject(Health) health: Health,
  ) {
    health.prefers('notices', () => notices.listening);
  }

  onApplicationBootstrap(): void {
    this.#unsubscribe = this.notices.subscribe((event) => {
      if (event.kind === 'notice') this.#hear(event.notice);
      else void this.#catchUp();
    });
  }

  onApplicationShutdown(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  broadcastBy(broadcast: Broadcast): void {
    this.#broadcast = broadcast;
  }

  /** Settles when what is in the table at the moment of the call has been taken over. Never rejects. */
  reconcile(visitId: VisitId): Promise<void> {
    const reading = this.#reading.run(visitId, () => this.#apply(visitId));
    // The next renewal of leases finds out again.
    return reading.catch((err: unknown) => this.log.warn({ err }, 'a visit could not be read again'));
  }

  /** A window took a seat over: others of this process that held it stop at once, without waiting for the notice. */
  supersede(by: Connection, seatId: SeatId): void {
    for (const connection of [...this.connections.all]) {
      if (connection !== by && connection.seat?.seatId === seatId) connection.closeSeat('superseded');
    }
  }

  /** The room is somewhere else now: who was in it is told to join again. */
  moved(visitId: VisitId, place: RoomPlace): void {
    for (const connection of this.connections.inVisit(visitId)) {
      const { media } = connection;
      if (media?.kind !== 'visit' || media.place.epoch >= place.epoch) continue;
      connection.media = null;
      connection.emit('room.moved', { epoch: place.epoch });
    }
  }

  /** Several changes at once are told as one, and whoever made them has her answer first. */
  #hear(notice: Notice): void {
    if (notice.topic === 'sound') {
      // Somebody waits to hear it, and whoever changed it was answered before.
      this.#broadcast(`${notice.topic}:${notice.id}`, notice);
      if (this.#isOurs(notice.id as VisitId)) void this.hearing.refresh(notice.id as VisitId);
      return;
    }
    this.#due.set(`${notice.topic}:${notice.id}`, notice);
    this.#timer ??= setTimeout(() => this.#tell(), patienceMilliseconds);
  }

  #tell(): void {
    this.#timer = undefined;
    const due = [...this.#due];
    this.#due.clear();
    for (const [room, notice] of due) {
      this.#broadcast(room, notice);
      const visitId = notice.id as VisitId;
      if (notice.topic !== 'visit') continue;
      if (this.#isOurs(visitId)) void this.reconcile(visitId);
    }
  }

  #isOurs(visitId: VisitId): boolean {
    return this.rooms.known(visitId) !== null || this.connections.visits.has(visitId);
  }

  /** Notices were lost: every topic that is watched here may have changed, so all who watch are told once. */
  async #catchUp(): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        await this.#tellAll();
        for (const visitId of this.connections.visits) void this.reconcile(visitId);
        return;
      } catch (err) {
        // Connections that were open before the outage may only now find out that they are dead.
        this.log.warn({ err }, 'what was missed is not known yet');
        await pause(500, undefined, { ref: false });
      }
    }
  }

  async #tellAll(): Promise<void> {
    const topics = new Map([...this.connections.all].flatMap(({ watched }) => [...watched]));
    const visitIds = [...topics.values()].filter(({ topic }) => topic === 'visit').map(({ id }) => id as VisitId);
    const versions = await readVersions(this.db.manager, visitIds);
    for (const [room, { topic, id }] of topics) {
      this.#broadcast(room, { topic, id, version: versions.get(id as VisitId) ?? 0 });
    }
  }

  async #apply(visitId: VisitId): Promise<void> {
    const read = await readSeats(this.db.manager, visitId);
    if (!read) return;
    const over = overStatuses.includes(read.visit.status);
    const place = over ? null : await this.rooms.read(visitId);
    if (place) {
      this.rooms.learn(visitId, place);
      this.moved(visitId, place);
    }
    for (const connection of this.connections.inVisit(visitId)) {
      const held = connection.seat;
      const seat = read.seats.find(({ id }) => id === held?.seatId);
      if (held && seat) await this.#compare(connection, held, seat, read.visit);
    }
    if (over) {
      this.hearing.end(visitId);
      await this.rooms.close(visitId);
    }
    // Who came, went, or speaks another language now is heard otherwise.
    else await this.hearing.refresh(visitId);
  }

  async #compare(connection: Connection, held: HeldSeat, seat: Seat, visit: Visit): Promise<void> {
    if (seat.version < held.version) return;
    if (visit.status === 'cancelled') connection.closeSeat('cancelled');
    else if (overStatuses.includes(visit.status)) connection.closeSeat('ended');
    else if (seat.state === 'removed') connection.closeSeat('removed');
    else if (seat.connection === connection.id) {
      held.state = seat.state;
      held.version = seat.version;
    } else if (isSentAway(seat, visit)) connection.closeSeat('moved');
    else if (seat.connection === null && seat.tokenHash === held.tokenHash) await this.#revive(connection, held);
    else connection.closeSeat('superseded');
  }

  /** We could not renew in time, so its seat was taken for empty; but the window is here, and takes it again. */
  async #revive(connection: Connection, held: HeldSeat): Promise<void> {
    const { visitId, tokenHash } = held;
    const { personId } = connection.actor;
    try {
      const { seat } = await this.db.inTransaction((em) =>
        resumeSeat(em, { visitId, personId, connection: connection.id, tokenHash }),
      );
      held.state = seat.state;
      held.version = seat.version;
      if (seat.state !== 'joined') connection.media = null;
    } catch (error) {
      // Somebody was faster: another window of hers, or the physician.
      if (!(error instanceof OkaeriError)) throw error;
      connection.closeSeat(error.code === 'seat_removed' ? 'removed' : 'superseded');
    }
  }
}
