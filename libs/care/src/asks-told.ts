import type { VisitId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** Those of an interpreter's questions that stand in one letter with this one; of a visit that is in no series it alone. */
const ofSeries = `select a.id from interpreter_ask mine join visit mv on mv.id = mine.visit_id
    join interpreter_ask a on a.person_id = mine.person_id join visit v on v.id = a.visit_id
   where mine.id = $1 and (a.id = mine.id or v.series_id = mv.series_id)`;

/**
 * Marks what she is told of in the letter that goes by this id: the question itself, and every other of hers in the same
 * series that is open and that no letter tells her of. False where one does already.
 */
export async function markTold(em: EntityManager, askId: string): Promise<boolean> {
  const [rows]: [{ id: string }[], number] = await em.query(
    `update interpreter_ask set told_with = $1
      where id in (${ofSeries}) and state = 'asked' and told_with is null returning id`,
    [askId],
  );
  return rows.some(({ id }) => id === askId);
}

/** It stands in a letter of hers that has not gone out yet: the words are made when it does. */
export async function markToldWith(em: EntityManager, askId: string, toldWith: string): Promise<void> {
  await em.query(`update interpreter_ask set told_with = $2 where id = $1 and told_with is null`, [askId, toldWith]);
}

/** By which ids letters about this series have gone to her. */
export async function lettersOf(em: EntityManager, askId: string): Promise<string[]> {
  const rows: { id: string }[] = await em.query(
    `select distinct told_with as id from interpreter_ask where id in (${ofSeries}) and told_with is not null`,
    [askId],
  );
  return rows.map(({ id }) => id);
}

/** Which of these questions are of the same series as the first and to the same person, in the order in which visits are locked. */
export async function alikeAsks(em: EntityManager, askId: string, askIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await em.query(
    `select id from interpreter_ask where id in (${ofSeries}) and id = any($2::uuid[]) order by visit_id`,
    [askId, askIds],
  );
  return rows.map(({ id }) => id);
}

/** The visits that take place once these questions are accepted, the earliest first. */
export async function waitingFor(em: EntityManager, askIds: readonly string[]): Promise<VisitId[]> {
  const rows: { id: VisitId }[] = await em.query(
    `select v.id from interpreter_ask a join visit v on v.id = a.visit_id
      where a.id = any($1::uuid[]) and v.status = 'pending' and a.state = 'asked' order by v.starts_at, v.id`,
    [askIds],
  );
  return rows.map(({ id }) => id);
}
