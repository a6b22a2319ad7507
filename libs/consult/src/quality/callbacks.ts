import type { Seat } from '@okaeri/care';
import { changeVisit } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { PersonId, SeatId, VisitId } from '@okaeri/contracts';
import { toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** She wants to be rung. Those who look at the visit are told. Throws `callback_soon` within a minute of the last time. */
export async function askCallback(em: EntityManager, visitId: VisitId, seatId: SeatId): Promise<void> {
  await changeVisit(em, visitId, async () => {
    const soon: unknown[] = await em.query(
      `select from callback where seat_id = $1 and not by_server and asked_at > now() - interval '1 minute'`,
      [seatId],
    );
    if (soon.length > 0) throw new OkaeriError('callback_soon');
    await em.query(
      `insert into callback (visit_id, seat_id) values ($1, $2)
       on conflict (seat_id) where done_at is null do update set by_server = false, asked_at = now()`,
      [visitId, seatId],
    );
    return true;
  });
}

/** Nothing is heard of a patient any more: she is to be rung without having asked. Her visit is told of the lapse anyway. */
export async function askForSilent(em: EntityManager, { id, visitId, role }: Seat): Promise<void> {
  if (role !== 'patient') return;
  await em.query(
    `insert into callback (visit_id, seat_id, by_server) values ($1, $2, true)
     on conflict (seat_id) where done_at is null do nothing`,
    [visitId, id],
  );
}

/** She is back by herself. What she asked for herself stays until somebody has rung. */
export async function unaskForSilent(em: EntityManager, seatId: SeatId): Promise<void> {
  await em.query('update callback set done_at = now() where seat_id = $1 and by_server and done_at is null', [seatId]);
}

/** Somebody has rung her. Saying it twice changes nothing. */
export async function doneCallback(
  em: EntityManager,
  { visitId, seatId, by }: { visitId: VisitId; seatId: SeatId; by: PersonId },
): Promise<void> {
  await changeVisit(em, visitId, async () => {
    const done: [unknown[], number] = await em.query(
      `update callback set done_at = now(), done_by = $3
        where visit_id = $1 and seat_id = $2 and done_at is null returning id`,
      [visitId, seatId, by],
    );
    return done[1] > 0;
  });
}

/** Who of a visit waits to be rung, who has waited longest first. */
export async function readCallbacks(
  em: EntityManager,
  visitId: VisitId,
): Promise<{ seatId: SeatId; askedAt: Temporal.Instant }[]> {
  const rows: { seat_id: SeatId; asked_at: Date }[] = await em.query(
    'select seat_id, asked_at from callback where visit_id = $1 and done_at is null order by asked_at',
    [visitId],
  );
  return rows.map(({ seat_id, asked_at }) => ({ seatId: seat_id, askedAt: toInstant(asked_at) }));
}
