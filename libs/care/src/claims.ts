import type { PersonId, SeatRole, SeatState, VisitId } from '@okaeri/contracts';
import { toIso } from '@okaeri/words/time';
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

function bounds({ startsAt, minutes }: Slot): [string, string] {
  return [toIso(startsAt), toIso(startsAt.add({ minutes }))];
}
