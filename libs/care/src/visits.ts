import { endLinks } from '@okaeri/access';
import { OkaeriError, overStatuses } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { giveBackAllowance } from './allowances';
import { agree, withdrawAsks } from './asks';
import { releaseClaims } from './claims';
import type { Visit } from './entities';
import { emitFreed } from './freed';
import { noteChange, timeOf } from './history';
import { lapse } from './holds';
import { LockedVisit } from './locked-visit';
import type { Holder } from './locked-visit';
import { refuseOutdated } from './move';
import { overCode, visitAfter } from './moves';
import { closeByRule, emptySeats } from './outcome';
import { weigh } from './readiness';
import { refuseUnlessHost, undeclined } from './seats';

/**
 * Ends the visit for everybody; what it becomes is said by the rules of the contracts. `by` must hold the host's seat.
 * Throws `visit_early` where no rule fits yet: a slip of the hand must not turn a patient who is on her way into one who
 * did not come.
 */
export async function endVisit(em: EntityManager, visitId: VisitId, by: Holder): Promise<Visit> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit } = locked;
  if (overStatuses.includes(visit.status)) throw new OkaeriError(overCode(visit.status));
  const host = locked.held(by, ['admitted', 'joined']);
  refuseUnlessHost(host);
  if (!(await closeByRule(em, locked, 'ended', host.personId))) throw new OkaeriError('visit_early');
  return visit;
}

/**
 * Calls the visit off; whoever waits or talks is sent away. One that was not booked yet only gives its time back.
 * `version` is the one that the page showed.
 */
export async function cancelVisit(
  em: EntityManager,
  visitId: VisitId,
  by: PersonId,
  reason: string,
  version?: number,
): Promise<Visit> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit } = locked;
  const status = visitAfter(visit.status, 'cancel');
  await refuseOutdated(em, visit, version);
  // Nobody was told of it, and nobody has it in a calendar.
  if (status === 'lapsed') {
    await lapse(em, locked, { by, reason });
    return visit;
  }
  const before = timeOf(visit);
  emptySeats(locked);
  await giveBackAllowance(em, visit);
  await withdrawAsks(em, visit);
  await releaseClaims(em, visitId);
  await endLinks(em, visitId);
  await locked.writeVisit({
    status,
    cancelledBy: by,
    cancelledReason: reason,
    calendarSequence: visit.calendarSequence + 1,
    endedAt: now(),
  });
  const changeId = await noteChange(em, visit, { kind: 'cancelled', by, reason, before, after: timeOf(visit) });
  await weigh(em, visit);
  await emit(em, 'visit.cancelled', { visitId, changeId });
  await emitFreed(em, visit, visit);
  return visit;
}

/** She will be there, also where she had declined. Saying it twice changes nothing. Throws `visit_over` or `visit_cancelled`. */
export async function confirmSeat(em: EntityManager, visitId: VisitId, personId: PersonId): Promise<void> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit } = locked;
  if (overStatuses.includes(visit.status)) throw new OkaeriError(overCode(visit.status));
  const seat = locked.seatOf(personId);
  if (seat.confirmedAt) return;
  locked.changeSeat(seat, { confirmedAt: now(), ...undeclined }, 'keep');
  await agree(em, visitId, personId);
  await locked.writeVisit();
  await noteChange(em, visit, { kind: 'confirmed', by: personId, after: { personId } });
  await weigh(em, visit);
}
