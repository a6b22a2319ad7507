import type { Seat } from '@okaeri/care';
import { OkaeriError, seatLeaseSeconds, steps } from '@okaeri/contracts';
import type { ClientMessageData, LadderSide, SeatId, Step, VisitId } from '@okaeri/contracts';
import { toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** A seat, and the window that speaks for it. */
interface Speaker {
  visitId: VisitId;
  seatId: SeatId;
  connection: string;
}

/** Twice what a page changes, which keeps to three on each side: what is said late comes closer together than it was. */
const mostPerMinute = 12;

/** When what lasts of a seat is over: with her leaving, the visit's end, or now. */
const over = `greatest(visit_step.from_at,
  coalesce(case when seat.left_at > visit_step.from_at then seat.left_at end, visit.ended_at, now()))`;

/**
 * A side of a link has changed, perhaps a while ago: a page whose connection was gone says it afterwards. What the server
 * wrote meanwhile stays; the page's word counts from there. Throws `seat_superseded` for who has no place in the room.
 */
export async function keepStep(
  em: EntityManager,
  { visitId, seatId, connection }: Speaker,
  { side, step, cause, agoMs }: ClientMessageData<'step.report'>,
): Promise<void> {
  // In the order in which `LockedVisit` locks.
  await em.query('select from visit where id = $1 for key share', [visitId]);
  const held: unknown[] = await em.query(
    `select from seat where id = $1 and connection = $2 and state = 'joined' for no key update`,
    [seatId, connection],
  );
  if (held.length === 0) throw new OkaeriError('seat_superseded');
  const { at, recent, last } = await readLast(em, seatId, side, agoMs);
  if (last?.open) {
    if (last.step === step) return;
    // Nothing lasted between the two.
    if (last.since >= at) {
      await em.query('update visit_step set step = $2, cause = $3 where id = $1', [last.id, step, cause]);
      return;
    }
  }
  // A way up is kept however often she went: the note must not say that she could not be seen when she could.
  const mends = last?.open && steps.indexOf(step) < steps.indexOf(last.step);
  if (recent >= mostPerMinute && !mends) return;
  if (last?.open) await em.query('update visit_step set to_at = $2 where id = $1', [last.id, at]);
  await em.query(
    'insert into visit_step (visit_id, seat_id, side, step, cause, from_at) values ($1, $2, $3, $4, $5, $6)',
    [visitId, seatId, side, step, cause, at],
  );
}

interface Last {
  id: string;
  step: Step;
  since: Date;
  open: boolean;
}

/** When a change counts from, how many there were in the minute before it, and what there was on that side. */
async function readLast(
  em: EntityManager,
  seatId: SeatId,
  side: LadderSide,
  agoMs: number,
): Promise<{ at: Date; recent: number; last: Last | undefined }> {
  const lasts: (Last & { at: Date })[] = await em.query(
    `select id, step, from_at as since, to_at is null as open,
            greatest(coalesce(to_at, from_at), now() - $3 * interval '1 ms') as at
       from visit_step where seat_id = $1 and side = $2 order by from_at desc limit 1`,
    [seatId, side, agoMs],
  );
  const [last] = lasts;
  const counted: { at: Date; recent: number }[] = await em.query(
    `select at, (select count(*)::int from visit_step
                  where seat_id = $1 and from_at > at - interval '1 minute' and from_at <= at) as recent
       from (select coalesce($2::timestamptz, now() - $3 * interval '1 ms') as at) as change`,
    [seatId, last?.at ?? null, agoMs],
  );
  return { ...(counted[0] as { at: Date; recent: number }), last };
}

/** She is in the room no more, or joins it afresh: what was, is over. */
export async function endSteps(em: EntityManager, visitId: VisitId, seatId: SeatId | null = null): Promise<void> {
  await em.query(
    `update visit_step set to_at = ${over} from seat, visit
      where visit_step.visit_id = $1 and to_at is null and seat.id = visit_step.seat_id and visit.id = $1
        and ($2::uuid is null or seat_id = $2)`,
    [visitId, seatId],
  );
}

/** A stretch of a visit in which a side of somebody's link was at one step; `until` null: it still is. */
export interface Stretch {
  seatId: SeatId;
  side: LadderSide;
  step: Step;
  from: Temporal.Instant;
  until: Temporal.Instant | null;
}

/** Nobody can be in the room any more for whom it could still be so. */
const isLeft = `(visit.ended_at is not null or seat.state in ('left', 'removed'))`;

/** In the order of time. */
export async function readSteps(em: EntityManager, visitId: VisitId): Promise<Stretch[]> {
  const rows: { seatId: SeatId; side: LadderSide; step: Step; from: Date; until: Date | null }[] = await em.query(
    `select seat_id as "seatId", side, step, from_at as "from",
            coalesce(to_at, case when ${isLeft} then ${over} end) as "until"
       from visit_step join seat on seat.id = seat_id join visit on visit.id = visit_step.visit_id
      where visit_step.visit_id = $1 order by from_at, to_at`,
    [visitId],
  );
  return rows.map(({ from, until, ...row }) => ({ ...row, from: toInstant(from), until: until && toInstant(until) }));
}

/** What was still open when its visit was closed without its windows. */
export async function endLeftSteps(em: EntityManager): Promise<void> {
  await em.query(
    `update visit_step set to_at = ${over} from seat, visit
      where to_at is null and seat.id = seat_id and visit.id = visit_step.visit_id and ${isLeft}`,
  );
}

/** Nothing is heard of her any more, and no page will say it: since the last time that her window gave a sign. */
export async function fallSilent(em: EntityManager, { id, visitId, leaseUntil }: Seat): Promise<void> {
  const heard = leaseUntil?.subtract({ seconds: seatLeaseSeconds }).toString() ?? null;
  const gone = `step in ('callback', 'message')`;
  await em.query(
    `update visit_step set to_at = greatest(from_at, coalesce($2::timestamptz, now()))
      where seat_id = $1 and to_at is null and not ${gone}`,
    [id, heard],
  );
  await em.query(
    `insert into visit_step (visit_id, seat_id, side, step, cause, from_at)
     select $2, $1, side, 'callback', 'silent',
            greatest(coalesce($3::timestamptz, now()), (select max(to_at) from visit_step where seat_id = $1))
       from unnest(array['up', 'down']) as side
      where not exists (select from visit_step where seat_id = $1 and visit_step.side = side.side and to_at is null)`,
    [id, visitId, heard],
  );
}
