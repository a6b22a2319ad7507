import type { VisitId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import type { BookedSeat } from './booking';
import { Seat } from './entities';

/** Gives a visit that nobody was told of these seats and no others; who has one keeps it. */
export async function reseat(em: EntityManager, visitId: VisitId, seats: readonly BookedSeat[]): Promise<void> {
  await em.query('delete from seat where visit_id = $1 and person_id <> all($2::uuid[])', [
    visitId,
    seats.map(({ personId }) => personId),
  ]);
  await em
    .createQueryBuilder()
    .insert()
    .into(Seat)
    .values(seats.map((seat) => ({ visitId, interprets: null, ...seat })))
    .orIgnore()
    .execute();
}
