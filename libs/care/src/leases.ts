import type { SeatId, VisitId } from '@okaeri/contracts';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Seat } from './entities';
import { factsOf, leaseFromNow, LockedVisit } from './locked-visit';
import type { Holder } from './locked-visit';
import { seatAfter } from './moves';
import { departed } from './seats';

/**
 * Keeps the seats of live windows; one statement for all of a process. Returns the seats that are still held by the
 * connection that was named: the others went to another window, or away.
 */
export async function renewLeases(em: EntityManager, holders: readonly Holder[]): Promise<Set<SeatId>> {
  if (holders.length === 0) return new Set();
  // Locked in the order in which `LockedVisit` locks, else the two could wait for each other.
  const rows: { id: SeatId }[] = await em.query(
    `with held as (
       select seat.id from seat
       join unnest($1::uuid[], $2::uuid[]) as holder (seat_id, connection)
         on holder.seat_id = seat.id and holder.connection = seat.connection
       order by seat.id for update of seat
     ), renewed as (
       update seat set lease_until = ${leaseFromNow} from held where seat.id = held.id returning seat.id
     ) select id from renewed`,
    [holders.map(({ seatId }) => seatId), holders.map(({ connection }) => connection)],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Whose lease has run out, by the clock as it is and not as it was before a lock was waited for. Where PostgreSQL's clock
 * is not where this process holds it to be it was set just now, and a lease tells nothing. `$1`: our `now()`.
 */
const isGhost = `lease_until < clock_timestamp() and abs(extract(epoch from clock_timestamp() - $1::timestamptz)) < 5`;

/** Visits with a seat whose window has not been heard of for longer than its lease. */
export async function visitsWithGhosts(em: EntityManager): Promise<VisitId[]> {
  const rows: { visit_id: VisitId }[] = await em.query(
    `select distinct visit_id from seat where ${isGhost} limit 200`,
    [toIso(now())],
  );
  return rows.map(({ visit_id }) => visit_id);
}

/** Of these visits, those in which nobody has a window now. */
export async function emptyVisits(em: EntityManager, visitIds: readonly VisitId[]): Promise<VisitId[]> {
  if (visitIds.length === 0) return [];
  const rows: { id: VisitId }[] = await em.query(
    `select id from unnest($1::uuid[]) as wanted (id)
      where not exists (select from seat where visit_id = wanted.id and lease_until is not null)`,
    [visitIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * Ends the ghosts of one visit: who waited has left, who was in the room is out of it but may come back. Who comes back
 * in the same window needs no new entry, so its token stays. Returns the seats that were in the room.
 */
export async function lapseSeats(em: EntityManager, visitId: VisitId): Promise<Seat[]> {
  const locked = await LockedVisit.lock(em, visitId);
  const rows: { id: SeatId }[] = await em.query(`select id from seat where ${isGhost} and visit_id = $2`, [
    ...[toIso(now()), visitId],
  ]);
  const lost: Seat[] = [];
  for (const { id } of rows) {
    const seat = locked.seat(id);
    if (seat.state === 'joined') lost.push(seat);
    const state = seatAfter(factsOf(seat), 'lapse');
    const values = state === 'left' ? departed(seat, state) : { state, connection: null };
    locked.changeSeat(seat, { ...values, tokenHash: seat.tokenHash }, 'end');
  }
  if (rows.length > 0) await locked.writeVisit();
  return lost;
}
