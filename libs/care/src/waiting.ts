import type { PersonId, SeatId, VisitId } from '@okaeri/contracts';
import { now, Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Visit } from './entities';
import { LockedVisit } from './locked-visit';
import { letIn, refuseOver, refuseUnlessHost } from './seats';
import type { SeatOutcome } from './seats';

/** Nobody means a minute when she says how late it will be. */
const stepMinutes = 5;

/**
 * When a visit begins that is late by so many minutes: counted from its time, or from now where that has passed.
 * Nothing for none.
 */
function expectedAfter(visit: Pick<Visit, 'startsAt'>, minutes: number): Temporal.Instant | null {
  if (minutes === 0) return null;
  const from = Math.max(visit.startsAt.epochMilliseconds, now().epochMilliseconds);
  const step = stepMinutes * 60_000;
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil((from + minutes * 60_000) / step) * step);
}

/** Says when the visit will begin instead; 0 takes it back. Answers with that time. */
export async function sayExpected(
  em: EntityManager,
  visitId: VisitId,
  minutes: number,
): Promise<Temporal.Instant | null> {
  const locked = await LockedVisit.lock(em, visitId);
  refuseOver(locked.visit);
  const expectedAt = expectedAfter(locked.visit, minutes);
  await locked.writeVisit({ expectedAt });
  return expectedAt;
}

/** Those who wait, in the order in which they are to be let in; who is not named comes after, by her time of waiting. */
export async function orderSeats(em: EntityManager, visitId: VisitId, order: readonly SeatId[]): Promise<void> {
  const locked = await LockedVisit.lock(em, visitId);
  refuseOver(locked.visit);
  const places = new Map(order.map((seatId, at) => [locked.seat(seatId).id, at]));
  const moved = locked.seats.filter(({ id, waitRank }) => waitRank !== (places.get(id) ?? null));
  for (const seat of moved) locked.changeSeat(seat, { waitRank: places.get(seat.id) ?? null }, 'keep');
  if (moved.length > 0) await locked.writeVisit();
}

/** Lets somebody in from any page of the host: no window of hers needs to be in the visit. */
export async function admitFrom(
  em: EntityManager,
  visitId: VisitId,
  personId: PersonId,
  seatId: SeatId,
): Promise<SeatOutcome> {
  const locked = await LockedVisit.lock(em, visitId);
  refuseOver(locked.visit);
  refuseUnlessHost(locked.seatOf(personId));
  return letIn(locked, seatId);
}
