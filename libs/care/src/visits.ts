import { OkaeriError } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Visit } from './entities';
import { factsOf, LockedVisit } from './locked-visit';
import type { Holder } from './locked-visit';
import { seatAfter, visitAfter } from './moves';
import { departed, refuseUnlessHost } from './seats';

/** Ends the visit for everybody. `by` must hold the host's seat. */
export async function endVisit(em: EntityManager, visitId: VisitId, by: Holder): Promise<Visit> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit } = locked;
  const status = visitAfter(visit.status, 'end');
  refuseUnlessHost(locked.held(by, ['admitted', 'joined']));
  // A slip of the hand must not turn a patient who is on her way into one who did not come.
  if (status === 'noshow' && now().epochMilliseconds < visit.startsAt.epochMilliseconds) {
    throw new OkaeriError('visit_early');
  }
  emptySeats(locked);
  await locked.writeVisit({ status });
  return visit;
}

/** Calls the visit off; whoever waits or talks is sent away. */
export async function cancelVisit(em: EntityManager, visitId: VisitId, by: PersonId, reason: string): Promise<Visit> {
  const locked = await LockedVisit.lock(em, visitId);
  const status = visitAfter(locked.visit.status, 'cancel');
  emptySeats(locked);
  await locked.writeVisit({ status, cancelledBy: by, cancelledReason: reason });
  return locked.visit;
}

function emptySeats(locked: LockedVisit): void {
  for (const seat of locked.seats) {
    if (!['waiting', 'admitted', 'joined'].includes(seat.state)) continue;
    locked.changeSeat(seat, departed(seat, seatAfter(factsOf(seat), 'leave')), 'end');
  }
}
