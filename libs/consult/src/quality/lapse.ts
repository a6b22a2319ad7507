import type { Seat } from '@okaeri/care';
import type { SeatId, VisitId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import { askForSilent, unaskForSilent } from './callbacks';
import { endSteps, fallSilent } from './steps';

/** A seat of the room was not heard of for longer than its lease: what follows from it, in the same transaction. */
export async function onLapsed(em: EntityManager, seat: Seat): Promise<void> {
  await fallSilent(em, seat);
  await askForSilent(em, seat);
}

/** A seat is in the room that was not: what was said of its absence is over. */
export async function onJoined(em: EntityManager, visitId: VisitId, seatId: SeatId): Promise<void> {
  await endSteps(em, visitId, seatId);
  await unaskForSilent(em, seatId);
}
