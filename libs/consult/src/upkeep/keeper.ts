import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { AccessControl, Sessions } from '@okaeri/access';
import { emptyVisits, lapseSeats, leaveSeat, renewLeases, visitsWithGhosts } from '@okaeri/care';
import type { Holder } from '@okaeri/care';
import { OkaeriError, seatLeaseSeconds, seatRenewSeconds } from '@okaeri/contracts';
import { Database, isDatabaseUnavailable } from '@okaeri/platform';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { Rooms } from '../rooms/rooms';
import type { Connection } from '../socket/connection';
import { Connections } from '../socket/connections';
import { onLapsed } from '../quality/lapse';
import { endSteps } from '../quality/steps';
import { Sounds } from '../sound/sounds';
import { Presence } from './presence';
import { Steady } from './steady';

/** Twice per renewal, so that somebody whose right was taken away is out within five seconds. */
const beatMilliseconds = (seatRenewSeconds * 1000) / 2;
/** Once a minute. */
const beatsPerTidying = 24;

/** Keeps the seats of live windows, ends those of dead ones, and asks again whether who is in may be in. */
@Injectable()
export class Keeper implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();
  #stopped = false;
  #beats = 0;
  readonly #steady = new Steady(performance.now());

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AccessControl) private readonly access: AccessControl,
    @Inject(Connections) private readonly connections: Connections,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(Sounds) private readonly sounds: Sounds,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#plan();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#beating;
  }

  #plan(): void {
    this.#timer = setTimeout(() => {
      this.#beating = this.#beat().finally(() => {
        if (!this.#stopped) this.#plan();
      });
    }, beatMilliseconds);
  }

  async #beat(): Promise<void> {
    this.#beats += 1;
    const at = performance.now();
    this.#steady.begin(at);
    try {
      if (this.#steady.renews(at)) await this.#renew();
      await this.#askAgain();
      await this.#sweep();
      if (this.#beats % beatsPerTidying === 0) await this.#tidy();
    } catch (err) {
      this.#steady.fail(performance.now());
      if (isDatabaseUnavailable(err)) this.log.warn('seats cannot be renewed: the database is not available');
      else this.log.error({ err }, 'seats cannot be renewed');
    }
  }

  async #renew(): Promise<void> {
    const holders: Holder[] = [];
    for (const { id, seat } of this.connections.all) if (seat) holders.push({ seatId: seat.seatId, connection: id });
    const kept = await renewLeases(this.db.manager, holders);
    for (const { seat } of this.connections.all) {
      if (seat && holders.some(({ seatId }) => seatId === seat.seatId) && !kept.has(seat.seatId)) {
        await this.presence.reconcile(seat.visitId);
      }
    }
  }

  /** A socket outlives the request that opened it: she may have signed out, or lost her role, in the middle of a call. */
  async #askAgain(): Promise<void> {
    const everybody = [...this.connections.all];
    const alive = await this.sessions.alive([...new Set(everybody.map(({ actor }) => actor.sessionId))]);
    for (const connection of everybody) {
      const { actor, seat } = connection;
      if (!alive.has(actor.sessionId)) await this.#showOut(connection);
      else if (seat && !(await this.#mayStay(connection, seat.visitId))) await this.#showOut(connection);
    }
  }

  async #mayStay({ actor }: Connection, visitId: string): Promise<boolean> {
    try {
      const question = { actor, permission: 'visit.media', ids: { visitId } } as const;
      await this.access.requireAccess(question, 'socket', { quiet: true });
      return true;
    } catch (error) {
      if (error instanceof OkaeriError && error.code !== 'unavailable') return false;
      throw error;
    }
  }

  async #showOut(connection: Connection): Promise<void> {
    const { seat, media } = connection;
    connection.seat = null;
    if (media) await this.rooms.quietly(media.place, 'seat.leave', { seatId: media.seatId });
    if (seat) {
      const holder = { seatId: seat.seatId, connection: connection.id };
      // Refused where another window holds the seat by now, or nobody: then there is nothing to give back.
      await this.db
        .inTransaction(async (em) => {
          await leaveSeat(em, seat.visitId, holder);
          await this.sounds.gone(em, seat.visitId, seat.seatId);
          await endSteps(em, seat.visitId, seat.seatId);
        })
        .catch((error: unknown) => {
          if (!(error instanceof OkaeriError)) throw error;
        });
    }
    connection.closeSeat('removed');
  }

  async #sweep(): Promise<void> {
    // PostgreSQL's clock was set: every lease looks as if its window had died long ago, until it is renewed.
    await this.db.clock.look();
    if (!this.#steady.mayJudge(performance.now()) || this.db.clock.steadyMs < seatLeaseSeconds * 1000) return;
    for (const visitId of await visitsWithGhosts(this.db.manager)) {
      const lost = await this.db.inTransaction(async (em) => {
        const seats = await lapseSeats(em, visitId);
        for (const seat of seats) await onLapsed(em, seat);
        return seats;
      });
      if (lost.length === 0) continue;
      const place = await this.rooms.read(visitId);
      for (const { id: seatId } of lost) await this.rooms.quietly(place, 'seat.leave', { seatId });
    }
  }

  /** A room that was made ready for people who left again would stay on its node for as long as we remember it. */
  async #tidy(): Promise<void> {
    const here = this.connections.visits;
    const unused = this.rooms.knownVisits.filter((visitId) => !here.has(visitId));
    for (const visitId of await emptyVisits(this.db.manager, unused)) await this.rooms.close(visitId);
  }
}
