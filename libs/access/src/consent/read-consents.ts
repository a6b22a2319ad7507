import type { PersonId } from '@okaeri/contracts';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Localized } from '../localized';
import { Consent } from './consent.entity';

/** All that a patient has said, the newest first. */
export function readConsents(em: EntityManager, patientId: PersonId): Promise<Consent[]> {
  return em.find(Consent, { where: { patientId }, order: { startsAt: 'DESC', id: 'DESC' }, take: 200 });
}

/** Whom a patient can name: who had a part in her care, and the hospitals of this house. */
export interface Nameable {
  personId: PersonId;
  institution: Localized | null;
  country: string;
  role: 'physician' | 'coordinator' | null;
  treats: boolean;
}

export async function nameablePeople(
  em: EntityManager,
  patientId: PersonId,
  at: Temporal.Instant,
): Promise<Nameable[]> {
  return em.query(
    `select distinct on (p.id) p.id as "personId", i.name as institution, i.country, m.role::text as role,
            exists (select from episode e where e.patient_id = $1 and e.institution_id = m.institution_id) as treats
       from membership m join person p on p.id = m.person_id join institution i on i.id = m.institution_id
      where m.revoked_at is null and m.role in ('physician', 'coordinator') and p.id <> $1 and p.merged_into is null
        and (exists (select from episode e where e.patient_id = $1 and e.institution_id = m.institution_id)
          or exists (select from care_relation r where r.patient_id = $1 and r.person_id = p.id and r.revoked_at is null
                and r.starts_at <= $2))
      order by p.id, m.role desc limit 200`,
    [patientId, toIso(at)],
  );
}

export async function nameableInstitutions(
  em: EntityManager,
  patientId: PersonId,
): Promise<{ institutionId: string; name: Localized; city: Localized; country: string; treats: boolean }[]> {
  return em.query(
    `select i.id as "institutionId", i.name, i.city, i.country,
            exists (select from episode e where e.patient_id = $1 and e.institution_id = i.id) as treats
       from institution i order by treats desc, i.id limit 200`,
    [patientId],
  );
}
