import { emergencyNumber, hostRole, OkaeriError, overStatuses, seatsPerVisit } from '@okaeri/contracts';
import type { Arrival as ArrivalSaid, Locale, PersonId, SeatId, SeatState, VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { doorOf } from './door';
import { Arrival } from './entities';
import type { Seat, Visit } from './entities';
import { factsOf, LockedVisit } from './locked-visit';
import type { Holder } from './locked-visit';
import { overCode, seatAfter, visitAfter } from './moves';

/** A visit after something was asked of it; `changed`: others were told. */
export interface SeatOutcome {
  visit: Visit;
  seat: Seat;
  seats: readonly Seat[];
  /** What the seat was before. */
  was: SeatState;
  changed: boolean;
}

const inside: readonly SeatState[] = ['admitted', 'joined'];
const present: readonly SeatState[] = ['waiting', 'admitted', 'joined'];
const noWindow = { connection: null, tokenHash: null } as const;
/** Of who comes after all, or of another time. */
export const undeclined = { declinedAt: null, declinedReason: null } as const;

export interface Entry {
  visitId: VisitId;
  personId: PersonId;
  connection: string;
  tokenHash: string;
  language: Locale;
  /** What a patient said of where she is; needed once. */
  arrival: ArrivalSaid | null;
  /** Whose room she shares: that one's microphone and loudspeaker are hers too. */
  beside?: SeatId | null;
}

/**
 * Gives a person's seat to the window that asks; an older window loses it. Throws `visit_early`, `visit_over`,
 * `visit_cancelled`, `seat_removed`, `arrival_needed` of a patient who has not said where she is, or `not_found` for a
 * seat beside which she cannot sit.
 */
export async function enterSeat(em: EntityManager, entry: Entry): Promise<SeatOutcome> {
  const locked = await LockedVisit.lock(em, entry.visitId);
  const seat = locked.seatOf(entry.personId);
  const was = seat.state;
  const state = seatAfter(factsOf(seat), 'enter');
  refuseAtDoor(locked.visit, seat);
  if (seat.role === 'patient') await keepArrival(em, seat, entry.arrival);
  const { connection, tokenHash, language, beside = null } = entry;
  if (beside) refuseBeside(locked, seat, beside);
  // Who comes has thought better of it.
  const came = seat.declinedAt ? undeclined : {};
  await settle(locked, seat, state, { connection, tokenHash, language, beside, ...came });
  return outcome(locked, seat, was);
}

/**
 * The same window on a new connection. Throws `seat_superseded` when the token is not the seat's any more, `visit_moved` when
 * she was sent away because the visit is later now. A window that
 * asks again on the connection it already has changes nothing and tells nobody.
 */
export async function resumeSeat(
  em: EntityManager,
  entry: Pick<Entry, 'visitId' | 'personId' | 'connection' | 'tokenHash'>,
): Promise<SeatOutcome> {
  const locked = await LockedVisit.lock(em, entry.visitId);
  const seat = locked.seatOf(entry.personId);
  const was = seat.state;
  const { status } = locked.visit;
  if (overStatuses.includes(status)) throw new OkaeriError(overCode(status));
  if (isSentAway(seat, locked.visit)) throw new OkaeriError('visit_moved');
  if (seat.state !== 'removed' && seat.tokenHash !== entry.tokenHash) throw new OkaeriError('seat_superseded');
  const state = seatAfter(factsOf(seat), 'resume');
  if (state !== seat.state || seat.connection !== entry.connection || seat.leaseUntil === null) {
    await settle(locked, seat, state, { connection: entry.connection });
  }
  return outcome(locked, seat, was);
}

/** Whether nobody holds a seat because its visit was moved to a time at which the door is still shut. */
export function isSentAway(seat: Seat, visit: Visit): boolean {
  return seat.state === 'left' && seat.tokenHash === null && doorOf(visit, now()) === 'early';
}

/** Lets somebody in who waits. `by` must hold the host's seat. */
export async function admitSeat(em: EntityManager, visitId: VisitId, by: Holder, seatId: SeatId): Promise<SeatOutcome> {
  const locked = await LockedVisit.lock(em, visitId);
  refuseOver(locked.visit);
  refuseUnlessHost(locked.held(by, inside));
  return letIn(locked, seatId);
}

/** The asker's right was looked at. */
export async function letIn(locked: LockedVisit, seatId: SeatId): Promise<SeatOutcome> {
  const seat = locked.seat(seatId);
  const was = seat.state;
  const state = seatAfter(factsOf(seat), 'admit');
  if (state !== seat.state) {
    locked.changeSeat(seat, { state, admittedAt: now(), waitingSince: null }, 'keep');
    await locked.writeVisit();
  }
  return outcome(locked, seat, was);
}

/** Throws `visit_full` when as many as may are in the room. */
export async function joinSeat(em: EntityManager, visitId: VisitId, holder: Holder): Promise<SeatOutcome> {
  const locked = await LockedVisit.lock(em, visitId);
  refuseOver(locked.visit);
  const seat = locked.held(holder, inside);
  const was = seat.state;
  const state = seatAfter(factsOf(seat), 'join');
  const joined = locked.seats.filter((other) => other !== seat && other.state === 'joined');
  if (joined.length >= seatsPerVisit) throw new OkaeriError('visit_full');
  if (state !== seat.state) {
    locked.changeSeat(seat, { state, joinedAt: now() }, 'renew');
    await locked.writeVisit();
  }
  return outcome(locked, seat, was);
}

/** The window still holds its seat, but is in no room any more. Nothing happens when it does not hold it. */
export async function partSeat(em: EntityManager, visitId: VisitId, holder: Holder): Promise<SeatOutcome> {
  const locked = await LockedVisit.lock(em, visitId);
  const seat = locked.seat(holder.seatId);
  const was = seat.state;
  if (seat.connection === holder.connection && seat.state === 'joined') {
    locked.changeSeat(seat, { state: seatAfter(factsOf(seat), 'part') }, 'keep');
    await locked.writeVisit();
  }
  return outcome(locked, seat, was);
}

export async function leaveSeat(em: EntityManager, visitId: VisitId, holder: Holder): Promise<SeatOutcome> {
  const locked = await LockedVisit.lock(em, visitId);
  const seat = locked.held(holder, present);
  const was = seat.state;
  locked.changeSeat(seat, departed(seat, seatAfter(factsOf(seat), 'leave')), 'end');
  await locked.writeVisit();
  return outcome(locked, seat, was);
}

/** Takes somebody's seat for good. `by` must hold the host's seat, and cannot remove itself. */
export async function removeSeat(
  em: EntityManager,
  visitId: VisitId,
  by: Holder,
  seatId: SeatId,
): Promise<SeatOutcome> {
  const locked = await LockedVisit.lock(em, visitId);
  refuseOver(locked.visit);
  const host = locked.held(by, inside);
  refuseUnlessHost(host);
  const seat = locked.seat(seatId);
  const was = seat.state;
  if (seat === host) throw new OkaeriError('seat_state');
  const state = seatAfter(factsOf(seat), 'remove');
  if (state !== seat.state) {
    locked.changeSeat(seat, departed(seat, state), 'end');
    await locked.writeVisit();
  }
  return outcome(locked, seat, was);
}

/** What a seat looks like that nobody sits on any more. */
export function departed(seat: Seat, state: SeatState): Partial<Seat> {
  return {
    ...noWindow,
    state,
    beside: null,
    waitingSince: null,
    leftAt: present.includes(seat.state) ? now() : seat.leftAt,
  };
}

/**
 * A patient is heard by her own microphone, and so is who leads the visit; others sit beside one who is. She need not be
 * there yet, or still: who comes back says it again, and may be the first of the two.
 */
function refuseBeside(locked: LockedVisit, seat: Seat, besideId: SeatId): void {
  const own = seat.role === 'patient' || seat.role === hostRole;
  const host = locked.seat(besideId);
  const heard = host !== seat && host.state !== 'removed' && host.beside === null;
  const shared = locked.seats.some(({ beside }) => beside === seat.id);
  if (own || !heard || shared) throw new OkaeriError('not_found');
}

async function settle(locked: LockedVisit, seat: Seat, state: SeatState, window: Partial<Seat>): Promise<void> {
  const at = now();
  locked.changeSeat(
    seat,
    {
      ...window,
      state,
      admittedAt: state === 'admitted' ? (seat.admittedAt ?? at) : seat.admittedAt,
      waitingSince: state === 'waiting' ? (seat.waitingSince ?? at) : null,
    },
    'renew',
  );
  await locked.writeVisit(seat.role === 'patient' ? { status: visitAfter(locked.visit.status, 'arrive') } : {});
}

async function keepArrival(em: EntityManager, seat: Seat, said: ArrivalSaid | null): Promise<void> {
  if (said === null) {
    if (!(await em.existsBy(Arrival, { seatId: seat.id }))) throw new OkaeriError('arrival_needed');
    return;
  }
  const { place, country, callbackNumber } = said;
  const row = { seatId: seat.id, place, country, callbackNumber, emergencyNumber: emergencyNumber(country), at: now() };
  await em.upsert(Arrival, row, ['seatId']);
}

function refuseAtDoor(visit: Visit, seat: Seat): void {
  refuseOver(visit);
  const door = doorOf(visit, now());
  if (door === 'early') throw new OkaeriError('visit_early');
  // A visit that runs late goes on: who was let in may come back for as long as nobody has ended it.
  if (door === 'over' && seat.admittedAt === null) throw new OkaeriError('visit_over');
}

export function refuseOver({ status }: Visit): void {
  if (overStatuses.includes(status)) throw new OkaeriError(overCode(status));
}

export function refuseUnlessHost(seat: Seat): void {
  if (seat.role !== hostRole) throw new OkaeriError('not_found');
}

function outcome(locked: LockedVisit, seat: Seat, was: SeatState): SeatOutcome {
  return { visit: locked.visit, seat, seats: locked.seats, was, changed: locked.changed };
}
