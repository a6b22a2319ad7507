import type { PersonId, SeatRole, SeatState, VisitId } from '@okaeri/contracts';
import { toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** When a visit takes up its people. */
export interface Slot {
  startsAt: Temporal.Instant;
  minutes: number;
}

/** A coordinator may look into two visits at once; everybody else is in one. */
export function takesTime({ role, state }: { role: SeatRole; state?: SeatState }): boolean {
  return role !== 'coordinator' && state !== 'removed';
}

/**
 * One booking after the other for each person, always in the same order: without it two inserts of one time would wait
 * for each other. Rows that only refer to a person are not held up.
 */
export async function holdPeople(em: EntityManager, personIds: readonly string[]): Promise<void> {
  await em.query('select id from person where id = any($1::uuid[]) order by id for no key update', [personIds]);
}

/** Takes up the time of people who are held. Fails with what `isOverlap` knows. */
export async function claimPeople(
  em: EntityManager,
  visitId: VisitId,
  personIds: readonly string[],
  slot: Slot,
): Promise<void> {
  await em.query(
    `insert into claim (visit_id, resource_id, during)
     select $1, person_id, tstzrange($3, $4) from unnest($2::uuid[]) as person_id order by person_id`,
    [visitId, personIds, ...bounds(slot)],
  );
}

/** The same for a visit that has another time from now on. */
export async function moveClaims(em: EntityManager, visitId: VisitId, slot: Slot): Promise<void> {
  await em.query('update claim set during = tstzrange($2, $3) where visit_id = $1', [visitId, ...bounds(slot)]);
}

/** Gives the time back: of everybody in the visit, or of one. */
export async function releaseClaims(em: EntityManager, visitId: VisitId, personId?: PersonId): Promise<void> {
  await em.query('delete from claim where visit_id = $1 and ($2::uuid is null or resource_id = $2)', [
    visitId,
    personId ?? null,
  ]);
}

/** Whether the database refused because somebody is taken already. The transaction is lost by then. */
export function isOverlap(error: unknown): boolean {
  const { driverError, code, constraint } = (error ?? {}) as {
    driverError?: unknown;
    code?: unknown;
    constraint?: unknown;
  };
  if (driverError !== undefined) return isOverlap(driverError);
  return code === '23P01' && constraint === 'claim_no_overlap';
}

/** Who of these people has something else then, besides the visit that is asked about. */
export async function whoCollides(
  em: EntityManager,
  personIds: readonly string[],
  slot: Slot,
  besides?: VisitId,
): Promise<PersonId[]> {
  const rows: { id: PersonId }[] = await em.query(
    `select distinct resource_id as id from claim
      where resource_id = any($1::uuid[]) and during && tstzrange($2, $3) and ($4::uuid is null or visit_id <> $4)
      order by id`,
    [personIds, ...bounds(slot), besides ?? null],
  );
  return rows.map(({ id }) => id);
}

export interface FreeWanted extends Slot {
  personIds: readonly string[];
  /** Clocks on which it must be day, of both sides. */
  zones: readonly string[];
  besides?: VisitId;
  /** Nothing before this. */
  notBefore: Temporal.Instant;
}

const lookAhead = { days: 14, stepMinutes: 15, opens: '08:00', closes: '20:00' } as const;

/**
 * The nearest time at which all are free and it is day on both sides, else the nearest at which all are free; up to two
 * weeks ahead, in quarters of an hour, also a little before the time that was asked for.
 */
export async function nearestFree(em: EntityManager, wanted: FreeWanted): Promise<Temporal.Instant | null> {
  const { startsAt, minutes, personIds, zones, besides, notBefore } = wanted;
  // Looked at one after the other from the nearest on, for the first that fits is most often one of the first: "free" is
  // no join, which would look at all of them, and in an order of its own.
  const rows: { at: Date | null }[] = await em.query(
    `with near as materialized (
       select at from generate_series($1::timestamptz - interval '1 day', $1::timestamptz + $2::int * interval '1 day',
                                      $3::int * interval '1 minute') as at
        where at >= $8 order by abs(extract(epoch from at - $1::timestamptz)), at
     ), free as not materialized (
       select at from near
        where (select true from claim where resource_id = any($9::uuid[])
                  and during && tstzrange(at, at + $5::int * interval '1 minute')
                  and ($10::uuid is null or visit_id <> $10) limit 1) is null
     )
     select coalesce(
       (select at from free where (
          select bool_and((at at time zone zone)::time >= $4::time
             and ((at + $5::int * interval '1 minute') at time zone zone)::time <= $6::time
             and ((at + $5::int * interval '1 minute') at time zone zone)::time > $4::time)
            from unnest($7::text[]) as zone) limit 1),
       (select at from free limit 1)) as at`,
    [
      toIso(startsAt),
      lookAhead.days,
      lookAhead.stepMinutes,
      lookAhead.opens,
      minutes,
      lookAhead.closes,
      zones,
      toIso(notBefore),
      personIds,
      besides ?? null,
    ],
  );
  return rows[0]?.at ? toInstant(rows[0].at) : null;
}

function bounds({ startsAt, minutes }: Slot): [string, string] {
  return [toIso(startsAt), toIso(startsAt.add({ minutes }))];
}
