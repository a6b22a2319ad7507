import { OkaeriError, isTold, overStatuses } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { askAgain, holdAsked, withdrawAsks } from './asks';
import { wallsOf } from './booking';
import { moveClaims } from './claims';
import { doorOf } from './door';
import type { Seat, Visit } from './entities';
import { emitFreed } from './freed';
import { changedSince, noteChange, timeOf } from './history';
import { refuseExpired, renewed } from './holds';
import { LockedVisit } from './locked-visit';
import { overCode } from './moves';
import { weigh } from './readiness';
import { departed, undeclined } from './seats';

export interface Move {
  startsAt: Temporal.Instant;
  minutes?: number | undefined;
  /** Left out: the clock of the demo world. */
  by?: PersonId;
  reason?: string;
  /** Reminders are planned again, but nobody is told. */
  quiet?: boolean;
  /** A country has changed its clocks, and the patient's shall show what she was told: people hear of it as of that. */
  clock?: boolean;
  /** The one that the page showed. */
  version?: number | undefined;
}

/**
 * Puts a visit at another time. While its door stays open, who waits goes on waiting; otherwise she is sent away until
 * then, and will be asked again where she is. Throws `conflict` while somebody talks in it, and `version_changed` to a
 * page that does not know of another change; fails with what `isOverlap` knows.
 */
export async function moveVisit(em: EntityManager, visitId: VisitId, to: Move): Promise<Visit> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit, seats } = locked;
  if (overStatuses.includes(visit.status)) throw new OkaeriError(overCode(visit.status));
  await refuseOutdated(em, visit, to.version);
  if (seats.some(({ state }) => state === 'joined')) throw new OkaeriError('conflict');
  const told = isTold(visit.status);
  const freed = { startsAt: visit.startsAt, minutes: visit.minutes };
  const before = timeOf(visit);
  const minutes = to.minutes ?? visit.minutes;
  const early = doorOf({ status: visit.status, startsAt: to.startsAt, minutes }, now()) === 'early';
  for (const seat of seats) {
    const values = early ? sentAway(seat) : seat.confirmedAt || seat.declinedAt ? unsaid : null;
    if (values) locked.changeSeat(seat, values, early ? 'end' : 'keep');
  }
  if (early) await em.query('delete from arrival where seat_id = any($1::uuid[])', [seats.map(({ id }) => id)]);
  await holdAsked(em, visitId);
  // Who was asked for the earlier time and has no seat need not be free at this one.
  const asks = await withdrawAsks(em, visit);
  await refuseExpired(em, visit);
  await moveClaims(em, visitId, { startsAt: to.startsAt, minutes });
  await locked.writeVisit({
    ...wallsOf({
      startsAt: to.startsAt,
      patientZone: visit.patientZone,
      institutionZone: visit.institutionZone,
    }),
    startsAt: to.startsAt,
    expectedAt: null,
    minutes,
    // Nobody has one in her calendar that was not booked yet.
    ...(told ? { calendarSequence: visit.calendarSequence + 1 } : await renewed(em, visit)),
    ...(early && visit.status === 'arrived' ? { status: 'booked' as const } : {}),
  });
  const change = {
    kind: to.clock ? ('clock' as const) : ('moved' as const),
    by: to.by ?? null,
    reason: to.reason ?? null,
    before,
    after: timeOf(visit),
  };
  const changeId = await noteChange(em, visit, change);
  if (asks.some(({ state }) => ['asked', 'accepted', 'waiting'].includes(state) || visit.status === 'pending')) {
    await askAgain(em, visit, asks);
  }
  await weigh(em, visit);
  // What was told of the earlier time holds no longer, and what was to be decided of it neither.
  await em.query(
    `with gone as (update clock_change set state = 'gone' where visit_id = $1 and state = 'open' and not $2)
     update seat set zone = null, wall = null where visit_id = $1 and wall is not null`,
    [visitId, to.clock ?? false],
  );
  if (told && to.clock) await emit(em, 'clock.decided', { visitId, changeId });
  if (told && !to.clock) await emit(em, 'visit.moved', { visitId, changeId, quiet: to.quiet ?? false });
  if (!to.quiet) await emitFreed(em, visit, freed);
  return visit;
}

/** Throws `version_changed`, with what it is now, to a page that does not know of another change. */
export async function refuseOutdated(em: EntityManager, visit: Visit, version: number | undefined): Promise<void> {
  if (version === undefined || version === visit.version) return;
  if (await changedSince(em, visit.id, version)) {
    throw new OkaeriError('version_changed', {}, { version: visit.version });
  }
}

/** Of another time nobody has said anything. */
const unsaid = { confirmedAt: null, ...undeclined };

/** As if she had not come yet. */
function sentAway(seat: Seat): Partial<Seat> | null {
  if (seat.state === 'removed') return null;
  const fresh = { ...unsaid, admittedAt: null, joinedAt: null };
  return seat.state === 'invited' ? { ...fresh } : { ...departed(seat, 'left'), ...fresh };
}
