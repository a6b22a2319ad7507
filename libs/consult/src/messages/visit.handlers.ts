import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { admitSeat, endVisit, enterSeat, leaveSeat, readSeats, removeSeat, resumeSeat, visitEnds } from '@okaeri/care';
import type { Holder, Seat, Visit } from '@okaeri/care';
import {
  firstSound,
  OkaeriError,
  overStatuses,
  seatLeaseSeconds,
  seatRenewSeconds,
  signalingProtocol,
} from '@okaeri/contracts';
import type {
  ClientMessageData,
  ClientMessageReply,
  RoomResumed,
  SeatId,
  VisitId,
  VisitSnapshot,
} from '@okaeri/contracts';
import { Database, Gathered } from '@okaeri/platform';
import { now, Temporal } from '@okaeri/words/time';
import type { RoomPlace } from '../nodes/registry';
import { endSteps } from '../quality/steps';
import { Rooms } from '../rooms/rooms';
import type { Connection, HeldSeat } from '../socket/connection';
import { shownTo } from '../sound/facts';
import type { RoomFacts } from '../sound/facts';
import { Hearing } from '../sound/hearing';
import { Sounds } from '../sound/sounds';
import { Presence } from '../upkeep/presence';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

interface Standing {
  visit: Visit;
  seat: Seat;
  seats: readonly Seat[];
}

/** A visit as the table has it. */
interface Look {
  read: Awaited<ReturnType<typeof readSeats>>;
  place: RoomPlace | null;
  facts: RoomFacts | null;
}

/** The door of a visit: coming, waiting, letting in, going. */
@Injectable()
export class VisitHandlers {
  /** After a notice all windows of a visit look at the same moment, and at the same. */
  readonly #looks = new Gathered<VisitId, Look>(
    async (visitIds) => new Map(await Promise.all(visitIds.map(async (id) => [id, await this.#read(id)] as const))),
  );

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(Hearing) private readonly hearing: Hearing,
    @Inject(Sounds) private readonly sounds: Sounds,
  ) {}

  async enter(
    connection: Connection,
    { protocol, visitId: id, language, arrival, beside }: ClientMessageData<'visit.enter'>,
  ): Promise<ClientMessageReply<'visit.enter'>> {
    checkProtocol(protocol);
    const visitId = id as VisitId;
    connection.language = language;
    if (connection.seat && connection.seat.visitId !== visitId) await this.leave(connection);
    const seatToken = randomBytes(32).toString('base64url');
    const tokenHash = hashOf(seatToken);
    const entry = { visitId, personId: connection.actor.personId, connection: connection.id, tokenHash };
    const { place, ...standing } = await this.db.inTransaction(async (em) => {
      const outcome = await enterSeat(em, { ...entry, language, arrival, beside: beside as SeatId | null });
      return { ...outcome, place: await this.rooms.claim(em, visitId) };
    });
    const facts = await this.#prepare(visitId, place);
    // The older window must not go on hearing while the newer one has not joined.
    if (standing.was === 'joined') void this.rooms.quietly(place, 'seat.leave', { seatId: standing.seat.id });
    connection.media = connection.media?.kind === 'check' ? connection.media : null;
    this.#hold(connection, standing, tokenHash, facts);
    this.presence.supersede(connection, standing.seat.id);
    void this.presence.reconcile(visitId);
    return { seatToken, snapshot: this.#snapshot(connection, standing, place) };
  }

  async resume(
    connection: Connection,
    { protocol, visitId: id, seatToken, epoch }: ClientMessageData<'visit.resume'>,
  ): Promise<RoomResumed> {
    checkProtocol(protocol);
    const visitId = id as VisitId;
    const tokenHash = hashOf(seatToken);
    const { standing, place } =
      (await this.#lookAgain(connection, visitId, tokenHash)) ?? (await this.#takeBack(connection, visitId, tokenHash));
    return {
      snapshot: this.#snapshot(connection, standing, place),
      room: await this.#roomOf(connection, standing, place, epoch),
    };
  }

  async leave(connection: Connection): Promise<ClientMessageReply<'visit.leave'>> {
    const { seat, media } = heldBy(connection);
    // Before the others hear of it: an empty seat of a connected window would be taken for one that lapsed.
    connection.seat = null;
    try {
      await this.db.inTransaction(async (em) => {
        await leaveSeat(em, seat.visitId, holderOf(connection, seat));
        await this.sounds.gone(em, seat.visitId, seat.seatId);
        await endSteps(em, seat.visitId, seat.seatId);
      });
    } catch (error) {
      connection.seat = seat;
      throw error;
    }
    connection.media = null;
    if (media?.kind === 'visit') await this.rooms.quietly(media.place, 'seat.leave', { seatId: seat.seatId });
    return {};
  }

  async end(connection: Connection): Promise<ClientMessageReply<'visit.end'>> {
    const { seat } = heldBy(connection);
    connection.seat = null;
    try {
      await this.db.inTransaction(async (em) => {
        await endVisit(em, seat.visitId, holderOf(connection, seat));
        await endSteps(em, seat.visitId);
      });
    } catch (error) {
      connection.seat = seat;
      throw error;
    }
    connection.afterwards(() => connection.closeSeat('ended'));
    void this.presence.reconcile(seat.visitId);
    return {};
  }

  async admit(
    connection: Connection,
    data: ClientMessageData<'seat.admit'>,
  ): Promise<ClientMessageReply<'seat.admit'>> {
    const { seat } = heldBy(connection);
    const by = holderOf(connection, seat);
    await this.db.inTransaction((em) => admitSeat(em, seat.visitId, by, data.seatId as SeatId));
    return {};
  }

  async remove(
    connection: Connection,
    data: ClientMessageData<'seat.remove'>,
  ): Promise<ClientMessageReply<'seat.remove'>> {
    const { seat } = heldBy(connection);
    const by = holderOf(connection, seat);
    await this.db.inTransaction(async (em) => {
      await removeSeat(em, seat.visitId, by, data.seatId as SeatId);
      await this.sounds.gone(em, seat.visitId, data.seatId as SeatId);
      await endSteps(em, seat.visitId, data.seatId as SeatId);
    });
    await this.rooms.quietly(this.rooms.known(seat.visitId), 'seat.leave', { seatId: data.seatId });
    return {};
  }

  /** A window that only wants to see again what it holds takes no lock: it does so after every notice. */
  async #lookAgain(
    connection: Connection,
    visitId: VisitId,
    tokenHash: string,
  ): Promise<{ standing: Standing; place: RoomPlace | null } | null> {
    if (connection.seat?.visitId !== visitId || connection.seat.tokenHash !== tokenHash) return null;
    const { read, place, facts } = (await this.#looks.ask(visitId)) ?? {};
    const seat = read?.seats.find(({ id }) => id === connection.seat?.seatId);
    if (!read || seat?.connection !== connection.id || overStatuses.includes(read.visit.status)) return null;
    if (!place || !facts) return null;
    this.rooms.learn(visitId, place);
    const standing = { ...read, seat };
    this.#hold(connection, standing, tokenHash, facts);
    return { standing, place };
  }

  async #read(visitId: VisitId): Promise<Look> {
    const read = await readSeats(this.db.manager, visitId);
    const [place, facts] = await Promise.all([this.rooms.read(visitId), this.hearing.read(visitId)]);
    return { read, place, facts };
  }

  async #takeBack(
    connection: Connection,
    visitId: VisitId,
    tokenHash: string,
  ): Promise<{ standing: Standing; place: RoomPlace | null }> {
    if (connection.seat && connection.seat.visitId !== visitId) await this.leave(connection);
    const entry = { visitId, personId: connection.actor.personId, connection: connection.id, tokenHash };
    const { place, ...standing } = await this.db.inTransaction(async (em) => {
      const outcome = await resumeSeat(em, entry);
      return { ...outcome, place: await this.rooms.claim(em, visitId) };
    });
    connection.language = standing.seat.language;
    const facts = await this.#prepare(visitId, place);
    this.#hold(connection, standing, tokenHash, facts);
    if (standing.changed) {
      this.presence.supersede(connection, standing.seat.id);
      void this.presence.reconcile(visitId);
    }
    return { standing, place };
  }

  /** What the sfu still holds for the seat; `null` where the window must join again. */
  async #roomOf(
    connection: Connection,
    { seat }: Standing,
    place: RoomPlace | null,
    epoch: number | null,
  ): Promise<RoomResumed['room']> {
    if (seat.state !== 'joined' || !place || place.epoch !== epoch) return null;
    const before = connection.media;
    connection.hold();
    connection.media = { kind: 'visit', place, seatId: seat.id };
    try {
      const { seat: held } = await this.rooms.request(place, 'seat.snapshot', { seatId: seat.id });
      if (held) return { epoch: place.epoch, ...held };
    } catch {
      // The room is being moved; joining again finds it.
    }
    connection.media = before?.kind === 'check' ? before : null;
    return null;
  }

  /** While somebody waits, so that the click that joins costs one round trip. */
  async #prepare(visitId: VisitId, place: RoomPlace | null): Promise<RoomFacts> {
    const facts = await this.hearing.read(visitId);
    if (!facts) throw new OkaeriError('not_found');
    if (place) {
      this.rooms.learn(visitId, place);
      await this.hearing.open(visitId, place, facts);
    }
    return facts;
  }

  #hold(connection: Connection, { visit, seat }: Standing, tokenHash: string, facts: RoomFacts): void {
    const { id: seatId, role, state, version } = seat;
    // What the window is told next must not be older than what it was told before.
    const known = connection.seat?.visitId === visit.id ? connection.facts : null;
    if (!known || known.version < facts.version) connection.facts = facts;
    if (connection.seat?.seatId === seatId && connection.seat.version > version) return;
    connection.seat = { visitId: visit.id, seatId, role, state, version, tokenHash, endsAt: visitEnds(visit) };
    for (const topic of ['visit', 'sound', 'chat'] as const) connection.watch(topic, visit.id);
  }

  #snapshot(connection: Connection, { visit, seat, seats }: Standing, place: RoomPlace | null): VisitSnapshot {
    const { facts } = connection;
    const joined = seats.filter(({ state }) => state === 'joined').map(({ id }) => id);
    return {
      visitId: visit.id,
      status: visit.status,
      version: visit.version,
      me: { seatId: seat.id, role: seat.role, state: seat.state },
      seats: seats.map((each) => {
        const { id: seatId, role, state, waitRank } = each;
        const beside = each.beside && joined.includes(each.beside) ? each.beside : null;
        return { seatId, role, state, beside, waitRank, away: awayUntil(each) };
      }),
      sound: facts?.sound ?? firstSound,
      written: facts?.written ?? [],
      showing: facts && shownTo(facts, seat.id),
      rtpCapabilities: this.rooms.capabilities,
      epoch: place?.epoch ?? null,
    };
  }
}

/** A window renews its lease again and again: one that runs low has nobody to renew it. */
const missedRenewal = { seconds: seatLeaseSeconds - 2 * seatRenewSeconds };

function awayUntil({ state, leaseUntil }: Seat): string | null {
  if (state !== 'joined' || leaseUntil === null) return null;
  return Temporal.Instant.compare(leaseUntil, now().add(missedRenewal)) < 0 ? leaseUntil.toString() : null;
}

function checkProtocol(protocol: number): void {
  if (protocol !== signalingProtocol) throw new OkaeriError('protocol_version');
}

function heldBy({ seat, media }: Connection): { seat: HeldSeat; media: Connection['media'] } {
  if (!seat) throw new OkaeriError('seat_state');
  return { seat, media };
}

function holderOf(connection: Connection, seat: HeldSeat): Holder {
  return { seatId: seat.seatId, connection: connection.id };
}
