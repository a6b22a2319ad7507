import type { AskState, InstitutionId, PersonId } from '@okaeri/contracts';
import { toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** What an interpreter may know of a visit that she is asked for: when, how long, in which languages, and for whom she works. */
export interface AskFacts {
  personId: PersonId;
  state: AskState;
  languages: [string, string];
  answerBy: Temporal.Instant | null;
  startsAt: Temporal.Instant;
  minutes: number;
  institutionId: InstitutionId;
  demo: boolean;
}

export async function askFactsOf(em: EntityManager, askId: string): Promise<AskFacts | null> {
  const [row]: (Omit<AskFacts, 'answerBy' | 'startsAt'> & { answerBy: Date | null; startsAt: Date })[] = await em.query(
    `select a.person_id as "personId", a.state, a.languages, a.answer_by as "answerBy",
            v.starts_at as "startsAt", v.minutes, e.institution_id as "institutionId", v.demo
       from interpreter_ask a join visit v on v.id = a.visit_id join episode e on e.id = v.episode_id
      where a.id = $1`,
    [askId],
  );
  if (!row) return null;
  return { ...row, answerBy: row.answerBy && toInstant(row.answerBy), startsAt: toInstant(row.startsAt) };
}
