import type { PersonId, RecordCategory, SharePurpose } from '@okaeri/contracts';
import { now, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { EpisodeFacts } from '../care-facts';
import { allCategories, sharedWith } from './decide';
import type { Asker, Statement } from './decide';

interface Row extends Omit<Statement, 'startsAt' | 'endsAt'> {
  startsAt: Date;
  endsAt: Date | null;
}

/**
 * What was said about a reader and has not been taken back. Of a hospital that treats the patient it is about everybody there; of
 * another it opens the record to those of its people who treat or arrange.
 */
async function statementsFor(
  em: EntityManager,
  asker: { patientId: string; personId: string; treats: boolean },
): Promise<Statement[]> {
  const rows: Row[] = await em.query(
    `select kind, role, person_id as "personId", institution_id as "institutionId", purpose, categories,
            starts_at as "startsAt", ends_at as "endsAt"
       from consent c
      where c.patient_id = $1 and c.ended_at is null
        and (c.kind in ('role', 'treating') or c.person_id = $2 or exists (
              select from membership m where m.institution_id = c.institution_id and m.person_id = $2
                 and m.revoked_at is null and ($3 or m.role in ('physician', 'coordinator'))))`,
    [asker.patientId, asker.personId, asker.treats],
  );
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: toInstant(startsAt),
    endsAt: endsAt && toInstant(endsAt),
  }));
}

/** How a reader stands to a patient. */
export interface Standing extends Pick<Asker, 'roles' | 'treats' | 'implied'> {
  patientId: PersonId;
  personId: PersonId;
}

/** What of a patient’s record is shared with somebody, now. */
export async function categoriesFor(
  em: EntityManager,
  { patientId, personId, ...standing }: Standing,
  purpose: SharePurpose = 'TREAT',
): Promise<ReadonlySet<RecordCategory>> {
  if (personId === patientId) return allCategories;
  const statements = await statementsFor(em, { patientId, personId, treats: standing.treats });
  const institutionIds = statements.flatMap(({ institutionId }) => institutionId ?? []);
  return sharedWith(statements, { ...standing, personId, institutionIds }, { purpose, at: now() });
}

/** Of one who was found by her episodes. */
export function standingOf(
  patientId: PersonId,
  personId: PersonId,
  episodes: readonly Pick<EpisodeFacts, 'roles' | 'team'>[],
): Standing {
  const roles = [...new Set(episodes.flatMap((each) => each.roles))];
  const treats = episodes.some(({ team }) => team) || roles.some((role) => arranging.includes(role));
  return { patientId, personId, roles, treats, implied: treats ? [...allCategories] : [] };
}
const arranging: readonly string[] = ['coordinator', 'administrator'];
