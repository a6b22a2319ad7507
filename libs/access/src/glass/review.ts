import type { InstitutionId, PersonId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** An emergency that nobody has reviewed yet. */
export interface Unreviewed {
  patientId: PersonId;
  institutionId: InstitutionId;
  /** Who opened the record. */
  personId: PersonId;
  demo: boolean;
  /** Who answers for the hospital; nobody for herself. */
  reviewers: PersonId[];
}

/** `null` for one that was reviewed. */
export async function unreviewed(em: EntityManager, glassId: string): Promise<Unreviewed | null> {
  const rows: Unreviewed[] = await em.query(
    `select g.patient_id as "patientId", g.institution_id as "institutionId", g.person_id as "personId",
            coalesce((select bool_or(e.demo) from episode e
                       where e.patient_id = g.patient_id and e.institution_id = g.institution_id), false) as demo,
            array(select distinct m.person_id from membership m
                   where m.institution_id = g.institution_id and m.role in ('coordinator', 'administrator')
                     and m.revoked_at is null and m.person_id <> g.person_id) as reviewers
       from break_glass g where g.id = $1 and g.reviewed_at is null`,
    [glassId],
  );
  return rows[0] ?? null;
}
