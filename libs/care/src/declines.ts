import { OkaeriError, overStatuses } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { announce, emit } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { answerAsk } from './answers';
import { askOthers, become, holdAsked, readAsks } from './asks';
import { releaseClaims } from './claims';
import type { Seat } from './entities';
import { noteChange } from './history';
import { LockedVisit, factsOf } from './locked-visit';
import { overCode, seatAfter } from './moves';
import { announceVisit } from './notices';
import { weigh } from './readiness';
import { departed } from './seats';

/**
 * She cannot be there. The visit stays as it is until somebody who arranges it has found another time; an interpreter is
 * let go, and the next one asked. Saying it twice changes nothing. Throws `visit_over`, `visit_cancelled`, and `conflict`
 * to who is in it.
 */
export async function declineSeat(
  em: EntityManager,
  visitId: VisitId,
  personId: PersonId,
  reason: string | undefined,
): Promise<void> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit } = locked;
  if (overStatuses.includes(visit.status)) throw new OkaeriError(overCode(visit.status));
  const seat = locked.seatOf(personId);
  if (seat.declinedAt) return;
  if (['waiting', 'admitted', 'joined'].includes(seat.state)) throw new OkaeriError('conflict');
  if (seat.role === 'interpreter') {
    await letGo(em, locked, seat, reason);
  } else {
    locked.changeSeat(seat, declined(reason), 'keep');
    await locked.writeVisit();
    await noteChange(em, visit, { kind: 'declined', by: personId, reason: reason ?? null, after: { personId } });
    await weigh(em, visit);
  }
  await announceVisit(em, visit, []);
  await emit(em, 'seat.declined', { visitId, personId });
}

const declined = (reason: string | undefined): Partial<Seat> => ({
  confirmedAt: null,
  declinedAt: now(),
  declinedReason: reason ?? null,
});

async function letGo(em: EntityManager, locked: LockedVisit, seat: Seat, reason: string | undefined): Promise<void> {
  const { visit } = locked;
  const { personId } = seat;
  const hers = (await readAsks(em, visit.id)).filter((ask) => ask.personId === personId);
  const open = hers.find(({ state }) => state === 'asked');
  if (open) {
    // Of a visit that was moved: she is asked for the new time, and this is her answer.
    locked.changeSeat(seat, declined(reason), 'keep');
    await locked.writeVisit();
    await answerAsk(em, open.id, { answer: 'decline', reason });
    return;
  }
  await holdAsked(em, visit.id);
  const accepted = hers.find(({ state }) => state === 'accepted');
  if (accepted) await become(em, accepted, 'declined', reason);
  await noteChange(em, visit, { kind: 'declined', by: personId, reason: reason ?? null, after: { personId } });
  const left = { ...departed(seat, seatAfter(factsOf(seat), 'remove')), ...declined(reason) };
  locked.changeSeat(seat, left, 'end');
  await releaseClaims(em, visit.id, personId);
  await locked.writeVisit();
  const changeId = await noteChange(em, visit, { kind: 'seat_removed', by: null, after: { personId } });
  await emit(em, 'visit.seatRemoved', { visitId: visit.id, personId, changeId });
  await announce(em, { topic: 'day', id: personId, version: visit.version });
  if (accepted) await askOthers(em, visit);
  await weigh(em, visit);
}
