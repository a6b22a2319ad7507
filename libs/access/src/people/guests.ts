import type { GuestRelation, Locale, PersonId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

export interface NewGuest {
  patientId: PersonId;
  name: string;
  nameLatin?: string | null | undefined;
  email: string;
  language: Locale;
  relation: GuestRelation;
  /** The patient's where none is given. */
  zone?: string | null | undefined;
  demo: boolean;
}

/**
 * The guest of a patient: the same name and address are the same person. Two people may share an address, a couple does.
 * A guest has no account; she comes in by the link of a visit.
 */
export async function ensureGuest(em: EntityManager, guest: NewGuest): Promise<PersonId> {
  const { patientId, name, email, language, relation, zone, demo } = guest;
  // Two bookings at once must not make two of her.
  await em.query('select id from person where id = $1 for no key update', [patientId]);
  const known: { id: PersonId }[] = await em.query(
    `select p.id from care_relation r join person p on p.id = r.person_id
      where r.patient_id = $1 and r.kind = $2 and r.revoked_at is null
        and lower(p.email) = lower($3) and lower(p.name) = lower($4) and p.merged_into is null
      limit 1`,
    [patientId, relation, email, name],
  );
  if (known[0]) return known[0].id;
  const made: { id: PersonId }[] = await em.query(
    `insert into person (name, name_latin, language, zone, place, country, email, demo)
     select $2, $3, $4, coalesce($5, p.zone), p.place, p.country, $6, $7 from person p where p.id = $1
     returning id`,
    [patientId, name, guest.nameLatin ?? name, language, zone ?? null, email, demo],
  );
  const [row] = made;
  if (!row) throw new Error('A guest has no patient.');
  await em.query('insert into care_relation (patient_id, person_id, kind) values ($1, $2, $3)', [
    patientId,
    row.id,
    relation,
  ]);
  return row.id;
}
