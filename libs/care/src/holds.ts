import { OkaeriError, holdMinutes, holdsAtOnce, overStatuses } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { giveBackAllowance } from './allowances';
import { askInterpreters, withdrawAsks } from './asks';
import { bookVisit, takenBy } from './booking';
import type { Booking } from './booking';
import { holdClaimed, holdPeople, isClaimed, keepClaims, releaseClaims } from './claims';
import type { Visit } from './entities';
import { emitFreed } from './freed';
import { noteChange, timeOf } from './history';
import { LockedVisit } from './locked-visit';
import { overCode } from './moves';
import { announceVisit } from './notices';
import { weigh } from './readiness';
import { reseat } from './reseat';
import { endOffer } from './waitlist-state';

/*
 * A time that is kept while somebody makes sure of it is a visit of which the hospital alone knows: what confirms, moves,
 * gives back and sweeps it comes one after the other by the lock of that visit.
 */

/** Throws `too_many` to who keeps enough times already; fails with what `isOverlap` knows. */
export async function holdVisit(em: EntityManager, booking: Booking & { by: PersonId }): Promise<VisitId> {
  const { by } = booking;
  // She too, so that two windows of hers count one after the other.
  await holdPeople(em, [...takenBy(booking), by]);
  const open: unknown[] = await em.query(
    `select 1 from visit where booked_by = $1 and status = 'held' and held_until > $2`,
    [by, toIso(now())],
  );
  if (open.length >= holdsAtOnce) throw new OkaeriError('too_many');
  return bookVisit(em, { ...booking, status: 'held', heldUntil: now().add({ minutes: holdMinutes }) });
}

/**
 * Makes a visit of a hold, with those seats that `to` names. Throws `hold_expired`, `conflict` where it is none any more,
 * and `version_changed` where somebody has put it at another time; fails with what `isOverlap` knows.
 */
export async function confirmHold(em: EntityManager, visitId: VisitId, to: Booking): Promise<Visit> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit } = locked;
  if (visit.episodeId !== to.episodeId) throw new OkaeriError('not_found');
  if (visit.status === 'lapsed') throw new OkaeriError('hold_expired');
  if (overStatuses.includes(visit.status)) throw new OkaeriError(overCode(visit.status));
  if (visit.status !== 'held') throw new OkaeriError('conflict');
  if (!visit.startsAt.equals(to.startsAt) || visit.minutes !== to.minutes) {
    throw new OkaeriError('version_changed', {}, { version: visit.version });
  }
  const taken = takenBy(to);
  const thingIds = [...new Set(to.thingIds)];
  await holdClaimed(em, visitId, [...taken, ...(to.ask?.personIds ?? [])], thingIds);
  await refuseExpired(em, visit);
  const before = timeOf(visit);
  await keepClaims(em, visit, taken, thingIds);
  await reseat(em, visitId, to.seats);
  const status = to.ask ? 'pending' : 'booked';
  await locked.writeVisit({
    status,
    heldUntil: null,
    kind: to.kind ?? visit.kind,
    purpose: to.purpose || visit.purpose,
    bookedBy: to.by ?? visit.bookedBy,
  });
  const changeId = await noteChange(em, visit, { kind: status, by: to.by ?? null, before, after: timeOf(visit) });
  await endOffer(em, visitId, 'filled');
  if (to.ask) await askInterpreters(em, visit, to.ask);
  else await emit(em, 'visit.booked', { visitId, changeId });
  await weigh(em, visit);
  await announceVisit(em, visit, to.seats);
  return visit;
}

/** Gives a held time back; twice is once. Throws `conflict` where it is a visit by now. */
export async function releaseHold(em: EntityManager, visitId: VisitId, by: PersonId | null): Promise<void> {
  const locked = await LockedVisit.lock(em, visitId);
  const { status } = locked.visit;
  if (status === 'lapsed') return;
  if (status !== 'held') throw new OkaeriError('conflict');
  await lapse(em, locked, { by, reason: null });
}

/** The sweep. False where it was confirmed, moved or given back meanwhile. */
export async function lapseVisit(em: EntityManager, visitId: VisitId): Promise<boolean> {
  const locked = await LockedVisit.lock(em, visitId);
  if (!hasLapsed(locked.visit)) return false;
  await lapse(em, locked, { by: null, reason: null });
  return true;
}

/** What the sweep would lapse: holds that ran out, and visits whose time came before anybody had agreed to interpret. */
export async function visitsToLapse(em: EntityManager, most = 200): Promise<VisitId[]> {
  const rows: { id: VisitId }[] = await em.query(
    `select id from visit
      where (status = 'held' and held_until <= $1) or (status = 'pending' and starts_at <= $1) limit $2`,
    [toIso(now()), most],
  );
  return rows.map(({ id }) => id);
}

function hasLapsed({ status, heldUntil, startsAt }: Visit): boolean {
  if (status === 'pending') return isPast(startsAt);
  return status === 'held' && heldUntil !== null && isPast(heldUntil);
}

const isPast = (at: Temporal.Instant) => at.epochMilliseconds <= now().epochMilliseconds;

/** Nobody was told of it, so that nobody is told now. */
export async function lapse(
  em: EntityManager,
  locked: LockedVisit,
  why: { by: PersonId | null; reason: string | null },
): Promise<void> {
  const { visit } = locked;
  const before = timeOf(visit);
  await giveBackAllowance(em, visit);
  await endOffer(em, visit.id, 'waiting');
  await withdrawAsks(em, visit);
  await releaseClaims(em, visit.id);
  await locked.writeVisit({ status: 'lapsed', heldUntil: null, endedAt: now() });
  await noteChange(em, visit, { kind: 'lapsed', before, after: timeOf(visit), ...why });
  await weigh(em, visit);
  await emitFreed(em, visit, visit);
}

/** Of a visit whose people are held. Throws `hold_expired`. */
export async function refuseExpired(em: EntityManager, visit: Visit): Promise<void> {
  if (visit.status !== 'held') return;
  if (hasLapsed(visit) || !(await isClaimed(em, visit.id))) throw new OkaeriError('hold_expired');
}

/** What moving a hold gives it: once, the whole time again. */
export async function renewed(em: EntityManager, visit: Visit): Promise<Pick<Visit, 'heldUntil'> | null> {
  if (visit.status !== 'held') return null;
  const moves: unknown[] = await em.query(`select 1 from visit_change where visit_id = $1 and kind = 'moved' limit 1`, [
    visit.id,
  ]);
  return moves.length > 0 ? null : { heldUntil: now().add({ minutes: holdMinutes }) };
}
