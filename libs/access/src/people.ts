import type { InstitutionId, Locale, PersonId, StaffRole } from '@okaeri/contracts';
import { readRows } from '@okaeri/platform';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Membership, Person } from './people.entities';

export function readPerson(em: EntityManager, id: PersonId): Promise<Person | null> {
  return em.findOneBy(Person, { id });
}

/** By id; ids of nobody are left out. Whether the reader may know them is asked before. */
export async function readPeople(em: EntityManager, ids: readonly PersonId[]): Promise<Map<PersonId, Person>> {
  const people = await readRows(em, Person, 'where id = any($1::uuid[])', [[...new Set(ids)]]);
  return new Map(people.map((person) => [person.id, person]));
}

/** Where a person works, and as what. */
export async function readMemberships(
  em: EntityManager,
  personId: PersonId,
): Promise<{ institutionId: InstitutionId; role: StaffRole }[]> {
  return em.findBy(Membership, { personId, revokedAt: IsNull() });
}

/** What a person is to us: a patient is who has been treated somewhere; staff are what their memberships say. */
export async function rolesOf(em: EntityManager, personId: PersonId): Promise<('patient' | StaffRole)[]> {
  const memberships = await readMemberships(em, personId);
  const roles = new Set<'patient' | StaffRole>(memberships.map(({ role }) => role));
  const treated: unknown[] = await em.query('select 1 from episode where patient_id = $1 limit 1', [personId]);
  const steward: unknown[] = await em.query('select 1 from person where id = $1 and steward', [personId]);
  if (treated.length > 0 || (roles.size === 0 && steward.length === 0)) roles.add('patient');
  return [...roles];
}

export async function setLanguage(em: EntityManager, personId: PersonId, language: Locale): Promise<void> {
  await em.update(Person, { id: personId }, { language });
}
