import type { Localized } from '@okaeri/access';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { now, toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** A visit that an interpreter is asked for, with all that she may know of it; the patient is for the ledger. */
export interface Offer {
  askId: string;
  visitId: VisitId;
  seriesId: string | null;
  patientId: PersonId;
  languages: [string, string];
  startsAt: Temporal.Instant;
  minutes: number;
  answerBy: Temporal.Instant;
  institution: Localized;
  city: Localized;
  institutionZone: string;
}

/** What she has not answered yet, the most pressing first. */
export async function readOffers(em: EntityManager, personId: PersonId): Promise<Offer[]> {
  type Times = Record<'startsAt' | 'answerBy', Date>;
  const rows: (Omit<Offer, keyof Times> & Times)[] = await em.query(
    `select a.id as "askId", v.id as "visitId", v.series_id as "seriesId", e.patient_id as "patientId", a.languages, v.starts_at as "startsAt",
            v.minutes, a.answer_by as "answerBy", i.name as institution, i.city, i.zone as "institutionZone"
       from interpreter_ask a join visit v on v.id = a.visit_id join episode e on e.id = v.episode_id
       join institution i on i.id = e.institution_id
      where a.person_id = $1 and a.state = 'asked' and v.starts_at > $2
        and exists (select from membership m where m.person_id = $1 and m.institution_id = i.id
                       and m.role = 'interpreter' and m.revoked_at is null)
      order by a.answer_by, a.id`,
    [personId, toIso(now())],
  );
  return rows.map((row) => ({ ...row, startsAt: toInstant(row.startsAt), answerBy: toInstant(row.answerBy) }));
}
