import type { InstitutionId, PersonId, SeatRole, ThingView, VisitId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import type { VisitRecord } from './reads';

/** The rooms and devices of an institution that are in use, rooms first. */
export function readThings(em: EntityManager, institutionId: InstitutionId): Promise<ThingView[]> {
  return em.query(
    `select id as "thingId", kind, name from thing where institution_id = $1 and retired_at is null
      order by kind desc, name, id`,
    [institutionId],
  );
}

/** What visits take up besides people, also where it is out of use by now. */
export async function readThingsOfVisits(
  em: EntityManager,
  visitIds: readonly VisitId[],
): Promise<Map<VisitId, ThingView[]>> {
  const rows: (ThingView & { visitId: VisitId })[] = await em.query(
    `select c.visit_id as "visitId", t.id as "thingId", t.kind, t.name from claim c join thing t on t.id = c.resource_id
      where c.visit_id = any($1::uuid[]) and c.kind <> 'person' order by t.kind desc, t.name, t.id`,
    [visitIds],
  );
  const found = new Map<VisitId, ThingView[]>();
  for (const { visitId, ...thing } of rows) found.set(visitId, [...(found.get(visitId) ?? []), thing]);
  return found;
}

/**
 * Who is told of them: those who are there themselves. To a patient, to a guest, or to an interpreter who lives by another
 * clock than the hospital it would read as if she had to come on site.
 */
export const isToldOfThings = (role: SeatRole, own: string, house: string): boolean =>
  role === 'physician' || role === 'coordinator' || (role === 'interpreter' && own === house);

/** What these visits take up, as far as this person is told of it. */
export async function readThingsToldTo(
  em: EntityManager,
  records: readonly Pick<VisitRecord, 'visit' | 'seats'>[],
  { personId, zone }: { personId: PersonId; zone: string },
): Promise<Map<VisitId, ThingView[]>> {
  const told = records.filter(({ visit, seats }) => {
    const seat = seats.find((each) => each.personId === personId && each.state !== 'removed');
    return seat !== undefined && isToldOfThings(seat.role, zone, visit.institutionZone);
  });
  const visitIds = told.map(({ visit }) => visit.id);
  return visitIds.length === 0 ? new Map() : readThingsOfVisits(em, visitIds);
}

/** Those of a visit that another time of it has to suit: what is out of use by now is in nobody's way. */
export async function readThingsInUse(em: EntityManager, visitId: VisitId): Promise<string[]> {
  const rows: { id: string }[] = await em.query(
    `select t.id from claim c join thing t on t.id = c.resource_id and t.retired_at is null
      where c.visit_id = $1 and c.kind <> 'person' order by t.id`,
    [visitId],
  );
  return rows.map(({ id }) => id);
}
