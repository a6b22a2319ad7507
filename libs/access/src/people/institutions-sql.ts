import { OkaeriError } from '@okaeri/contracts';
import type { InstitutionForm, InstitutionId, Locale, PersonId, StaffRole } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { requireZone } from './invitations';

/*
 * Institutions belong to `care`, one floor up; who works there is decided here, so their few columns are written by SQL.
 */

/** A hospital that begins here. Whoever names it is its first administrator. */
export async function createInstitution(
  em: EntityManager,
  form: InstitutionForm,
  by: { personId: PersonId; language: Locale; demo: boolean },
): Promise<InstitutionId> {
  requireZone(form.zone);
  const { name, city, country, zone, phone, email } = form;
  const rows: { id: InstitutionId }[] = await em.query(
    `insert into institution (name, city, country, zone, phone, email, demo)
     values (jsonb_build_object($1::text, $2::text), jsonb_build_object($1::text, $3::text), $4, $5, $6, $7, $8)
     returning id`,
    [by.language, name, city, country, zone, phone, email, by.demo],
  );
  const id = rows[0]?.id;
  if (!id) throw new OkaeriError('internal');
  await em.query(`insert into membership (person_id, institution_id, role) values ($1, $2, 'administrator')`, [
    by.personId,
    id,
  ]);
  // Where she works is known now; an invitation by the command line could not know it.
  await em.query(
    `update person set place = jsonb_build_object($2::text, $3::text), country = $4
      where id = $1 and place = '{}'::jsonb`,
    [by.personId, by.language, city, country],
  );
  await announce(em, { topic: 'person', id: by.personId, version: now().epochMilliseconds });
  return id;
}

/** What is written in the writer's language leaves the other languages as they are. */
export async function updateInstitution(
  em: EntityManager,
  id: string,
  form: InstitutionForm,
  language: Locale,
): Promise<void> {
  requireZone(form.zone);
  const { name, city, country, zone, phone, email } = form;
  await em.query(
    `update institution set name = name || jsonb_build_object($2::text, $3::text),
            city = city || jsonb_build_object($2::text, $4::text), country = $5, zone = $6, phone = $7, email = $8,
            version = version + 1
      where id = $1`,
    [id, language, name, city, country, zone, phone, email],
  );
  await announce(em, { topic: 'institution', id, version: now().epochMilliseconds });
}

/** Ends what somebody is at an institution. Throws `conflict` for the last who could let others in. */
export async function endMembership(
  em: EntityManager,
  { institutionId, personId, role }: { institutionId: string; personId: string; role: StaffRole },
): Promise<void> {
  const rows: { personId: PersonId; role: StaffRole }[] = await em.query(
    `select person_id as "personId", role from membership
      where institution_id = $1 and revoked_at is null order by person_id, role for update`,
    [institutionId],
  );
  if (!rows.some((row) => row.personId === personId && row.role === role)) throw new OkaeriError('not_found');
  const others = rows.filter((row) => row.role === 'administrator' && row.personId !== personId);
  if (role === 'administrator' && others.length === 0) throw new OkaeriError('conflict');
  await em.query(
    'update membership set revoked_at = now() where institution_id = $1 and person_id = $2 and role = $3',
    [institutionId, personId, role],
  );
  const version = now().epochMilliseconds;
  await announce(
    em,
    { topic: 'institution', id: institutionId, version },
    { topic: 'person', id: personId, version },
    { topic: 'day', id: personId, version },
  );
}
