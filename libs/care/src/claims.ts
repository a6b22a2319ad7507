import { OkaeriError } from '@okaeri/contracts';
import type { PersonId, SeatRole, SeatState, VisitId } from '@okaeri/contracts';
import { Statement } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
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

/** The same for rooms and devices, once its people are held. */
export async function holdThings(em: EntityManager, thingIds: readonly string[]): Promise<void> {
  if (thingIds.length === 0) return;
  await em.query('select id from thing where id = any($1::uuid[]) order by id for no key update', [thingIds]);
}

/** The same for all whose time a visit takes up, with or without a seat in it. */
export async function holdClaimed(
  em: EntityManager,
  visitId: VisitId,
  personIds: readonly string[] = [],
  thingIds: readonly string[] = [],
): Promise<void> {
  await em.query(
    `select id from person
      where id = any($2::uuid[]) or id in (select resource_id from claim where visit_id = $1)
      order by id for no key update`,
    [visitId, personIds],
  );
  await em.query(
    `select id from thing
      where id = any($2::uuid[]) or id in (select resource_id from claim where visit_id = $1)
      order by id for no key update`,
    [visitId, thingIds],
  );
}

/**
 * Once its people are held: whether a visit that is only held has still their time, or ran out and somebody else took
 * it. Another process may go by a clock that is ahead.
 */
export async function isClaimed(em: EntityManager, visitId: VisitId): Promise<boolean> {
  const rows: unknown[] = await em.query('select 1 from claim where visit_id = $1 limit 1', [visitId]);
  return rows.length > 0;
}

/**
 * A hold that has run out is in nobody's way, though nobody has swept it yet. It loses all of its claims or none, and a
 * statement of its own has to look: one that began before the people were held would take the time of a hold that was
 * confirmed meanwhile.
 */
function clearedIn(statement: Statement, visitId: VisitId, personIds: readonly string[] | null): string {
  const [id, ids] = [`${statement.place(visitId)}::uuid`, `${statement.place(personIds)}::uuid[]`];
  return `delete from claim where visit_id in (
       select v.id from claim c join visit v on v.id = c.visit_id
        where v.status = 'held' and v.held_until <= ${statement.place(toIso(now()))} and v.id <> ${id}
          and c.resource_id in (select unnest(${ids})
                                union all select resource_id from claim where visit_id = ${id} and ${ids} is null))
     returning 1`;
}

/** Takes up the time of people who are held. Fails with what `isOverlap` knows. */
export async function claimPeople(
  em: EntityManager,
  visitId: VisitId,
  personIds: readonly string[],
  slot: Slot,
): Promise<void> {
  const statement = new Statement();
  claimPeopleIn(statement, visitId, personIds, slot);
  await statement.run(em);
}

/** The same as a part of a statement, also of that which writes the visit. */
export function claimPeopleIn(statement: Statement, visitId: VisitId, personIds: readonly string[], slot: Slot): void {
  statement.add(clearedIn(statement, visitId, personIds), 'cleared');
  const [id, ids] = [statement.place(visitId), statement.place(personIds)];
  // What has run out goes first, which the order of writing does not say: one that reads it waits for it.
  statement.add(
    `insert into claim (visit_id, resource_id, during)
     select ${id}, person_id, ${duringIn(statement, slot)} from unnest(${ids}::uuid[]) as person_id
      where (select count(*) from cleared) >= 0 order by person_id`,
  );
}

async function clearExpired(em: EntityManager, visitId: VisitId, resourceIds: readonly string[] | null): Promise<void> {
  const statement = new Statement();
  statement.add(clearedIn(statement, visitId, resourceIds));
  await statement.run(em);
}

/** Takes up rooms and devices that are held. Throws `not_found` for one that is out of use. */
export async function claimThings(
  em: EntityManager,
  visitId: VisitId,
  thingIds: readonly string[],
  slot: Slot,
): Promise<void> {
  if (thingIds.length === 0) return;
  await clearExpired(em, visitId, thingIds);
  const claimed: unknown[] = await em.query(
    `insert into claim (visit_id, kind, resource_id, during)
     select $1, kind, id, tstzrange($3, $4) from thing where id = any($2::uuid[]) and retired_at is null order by id
     returning 1`,
    [visitId, thingIds, ...bounds(slot)],
  );
  if (claimed.length < thingIds.length) throw new OkaeriError('not_found');
}

/** The same for a visit that has another time from now on. */
export async function moveClaims(em: EntityManager, visitId: VisitId, slot: Slot): Promise<void> {
  await clearExpired(em, visitId, null);
  await em.query('update claim set during = tstzrange($2, $3) where visit_id = $1', [visitId, ...bounds(slot)]);
}

/** Of who and what is held: a visit takes up the time of these and no others from now on. */
export async function keepClaims(
  em: EntityManager,
  visit: Slot & { id: VisitId },
  personIds: readonly PersonId[],
  thingIds: readonly string[],
): Promise<void> {
  const rows: { id: string }[] = await em.query('select resource_id as id from claim where visit_id = $1', [visit.id]);
  const had = new Set(rows.map(({ id }) => id));
  await em.query('delete from claim where visit_id = $1 and resource_id <> all($2::uuid[])', [
    visit.id,
    [...personIds, ...thingIds],
  ]);
  const more = personIds.filter((id) => !had.has(id));
  if (more.length > 0) await claimPeople(em, visit.id, more, visit);
  await claimThings(
    em,
    visit.id,
    thingIds.filter((id) => !had.has(id)),
    visit,
  );
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

/** Somebody, and a time of hers. */
export interface Asked extends Slot {
  ids: readonly string[];
}

/** Those of these times that are not free for all of whom they are asked, as far as claims tell: a hold of them may have run out. */
export async function takenAmong(em: EntityManager, asked: readonly Asked[]): Promise<Map<Asked, true>> {
  const wanted = asked.flatMap((each, at) => {
    const [low, high] = bounds(each);
    return each.ids.map((id) => ({ at, id, low, high }));
  });
  const rows: { at: number }[] = await em.query(
    // JSON, not arrays, for a plan that stays; and each by itself, for all claims of the house are more than these.
    `select distinct at from json_to_recordset($1) as asked(at int, id uuid, low timestamptz, high timestamptz)
      cross join lateral (select from claim where resource_id = asked.id and during && tstzrange(low, high) limit 1) taken`,
    [JSON.stringify(wanted)],
  );
  return new Map(rows.flatMap(({ at }) => (asked[at] ? [[asked[at], true as const] as const] : [])));
}

function duringIn(statement: Statement, slot: Slot): string {
  const [low, high] = bounds(slot);
  return `tstzrange(${statement.place(low)}, ${statement.place(high)})`;
}

function bounds({ startsAt, minutes }: Slot): [string, string] {
  return [toIso(startsAt), toIso(startsAt.add({ minutes }))];
}
