import { OkaeriError, overStatuses, seatsPerVisit } from '@okaeri/contracts';
import type { PersonId, SeatId, VisitId } from '@okaeri/contracts';
import { announce, emit } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import type { BookedSeat } from './booking';
import { claimPeople, holdPeople, releaseClaims, takesTime } from './claims';
import { Seat } from './entities';
import { noteChange } from './history';
import { factsOf, LockedVisit } from './locked-visit';
import { overCode, seatAfter } from './moves';
import { weigh } from './readiness';
import { departed } from './seats';

/**
 * Somebody more comes to a visit; who has a seat already keeps it. Throws `visit_full`, `visit_over` or
 * `visit_cancelled`; fails with what `isOverlap` knows.
 */
export async function addSeat(
  em: EntityManager,
  visitId: VisitId,
  seat: BookedSeat,
  by: PersonId | null,
): Promise<SeatId> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit, seats } = locked;
  if (overStatuses.includes(visit.status)) throw new OkaeriError(overCode(visit.status));
  const known = seats.find(({ personId }) => personId === seat.personId);
  if (known && known.state !== 'removed') return known.id;
  const seated = seats.filter(({ role, state }) => role !== 'coordinator' && state !== 'removed');
  if (known || seated.length >= seatsPerVisit) throw new OkaeriError('visit_full');
  if (takesTime(seat)) {
    await holdPeople(em, [seat.personId]);
    await claimPeople(em, visitId, [seat.personId], visit);
  }
  const { id } = await em.save(em.create(Seat, { visitId, interprets: null, ...seat }));
  await locked.writeVisit();
  const { personId } = seat;
  const changeId = await noteChange(em, visit, { kind: 'seat_added', by, after: { personId } });
  await announce(em, { topic: 'day', id: personId, version: visit.version });
  await weigh(em, visit);
  await emit(em, 'visit.seatAdded', { visitId, personId, changeId });
  return id;
}

/** Takes a seat back that was given; patient and physician keep theirs. Throws `seat_state`, `visit_over`. */
export async function withdrawSeat(em: EntityManager, visitId: VisitId, seatId: SeatId, by: PersonId): Promise<void> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit } = locked;
  if (overStatuses.includes(visit.status)) throw new OkaeriError(overCode(visit.status));
  const seat = locked.seat(seatId);
  if (seat.state === 'removed') return;
  if (seat.role === 'patient' || seat.role === 'physician') throw new OkaeriError('seat_state');
  locked.changeSeat(seat, departed(seat, seatAfter(factsOf(seat), 'remove')), 'end');
  await releaseClaims(em, visitId, seat.personId);
  await em.query(
    `update interpreter_ask set state = 'withdrawn'
      where visit_id = $1 and person_id = $2 and state in ('asked', 'accepted')`,
    [visitId, seat.personId],
  );
  await locked.writeVisit();
  const { personId } = seat;
  const changeId = await noteChange(em, visit, { kind: 'seat_removed', by, after: { personId } });
  await weigh(em, visit);
  await emit(em, 'visit.seatRemoved', { visitId, personId, changeId });
}
