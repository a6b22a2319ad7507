import type { Localized } from '@okaeri/access';
import type { AskState, InstitutionId, PersonId } from '@okaeri/contracts';
import { toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** What an interpreter may know of a visit that she is asked for: when, how long, in which languages, and for whom she works. */
export interface AskFacts {
  askId: string;
  personId: PersonId;
  state: AskState;
  languages: [string, string];
  answerBy: Temporal.Instant | null;
  startsAt: Temporal.Instant;
  minutes: number;
  institutionId: InstitutionId;
  city: Localized;
  institutionZone: string;
  seriesId: string | null;
  /** By which id the letter goes that tells her of it; null as long as there is none. */
  toldWith: string | null;
  demo: boolean;
}

export async function askFactsOf(em: EntityManager, askId: string): Promise<AskFacts | null> {
  return (await readFacts(em, 'a.id = $1', askId))[0] ?? null;
}

/** All that stand in one letter, by their time. */
export const factsInLetter = (em: EntityManager, toldWith: string): Promise<AskFacts[]> =>
  readFacts(em, 'a.told_with = $1', toldWith);

type Times = Record<'startsAt', Date> & Record<'answerBy', Date | null>;

async function readFacts(em: EntityManager, which: string, id: string): Promise<AskFacts[]> {
  const rows: (Omit<AskFacts, keyof Times> & Times)[] = await em.query(
    `select a.id as "askId", a.person_id as "personId", a.state, a.languages, a.answer_by as "answerBy", a.told_with as "toldWith",
            v.starts_at as "startsAt", v.minutes, v.series_id as "seriesId", v.institution_zone as "institutionZone", v.demo,
            i.id as "institutionId", i.city
       from interpreter_ask a join visit v on v.id = a.visit_id join episode e on e.id = v.episode_id
       join institution i on i.id = e.institution_id
      where ${which} order by v.starts_at, a.id`,
    [id],
  );
  return rows.map((row) => ({
    ...row,
    answerBy: row.answerBy && toInstant(row.answerBy),
    startsAt: toInstant(row.startsAt),
  }));
}

/** She was asked and need not answer any more. */
export const isOver = ({ state }: AskFacts): boolean => state === 'expired' || state === 'withdrawn';
