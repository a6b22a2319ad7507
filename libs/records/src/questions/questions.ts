import { nameFor, readPeople } from '@okaeri/access';
import { Visit } from '@okaeri/care';
import { OkaeriError, questionsMost } from '@okaeri/contracts';
import type { EpisodeId, Locale, PersonId, VisitId, VisitQuestions } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { momentWords, now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { RecordsReader } from '../reader';
import { PatientQuestion } from './question.entity';
import type { QuestionId } from './question.entity';

/*
 * The questions of an episode, asked about by one of its visits. Whether one may is asked before; that a question is of this episode is
 * asked here.
 */

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What was answered long ago need not stand in the next visit’s list. */
const answeredShown = 10;

/** What she wants to ask, and below it what was answered last. */
export async function questionsOf(
  em: EntityManager,
  reader: RecordsReader,
  visitId: VisitId,
): Promise<Pick<VisitQuestions, 'items' | 'full'>> {
  const { episodeId } = await visitOf(em, visitId);
  const rows = await em.find(PatientQuestion, { where: { episodeId }, order: { place: 'ASC', createdAt: 'ASC' } });
  const open = rows.filter(({ answeredAt }) => answeredAt === null);
  const answered = rows
    .filter(({ answeredAt }) => answeredAt !== null)
    .toSorted((a, b) => (b.answeredAt?.epochMilliseconds ?? 0) - (a.answeredAt?.epochMilliseconds ?? 0))
    .slice(0, answeredShown);
  const people = await readPeople(em, [...new Set(answered.flatMap(({ answeredById }) => answeredById ?? []))]);
  const wordsOf = ({ answeredAt, answeredById }: PatientQuestion): string | null => {
    const by = answeredById && people.get(answeredById);
    if (!by || !answeredAt) return null;
    const name = nameFor(by, reader.locale).display;
    return say(reader.locale, 'question.answeredBy', { name, when: momentWords({ ...reader, instant: answeredAt }) });
  };
  return {
    items: [...open, ...answered].map((row) => ({
      questionId: row.id,
      text: row.text,
      language: row.language,
      answered: row.answeredAt !== null,
      answeredWords: wordsOf(row),
    })),
    full: open.length >= questionsMost,
  };
}

/** Behind the others; refused where there are as many as can be asked in one visit. */
export async function writeQuestion(
  em: EntityManager,
  visitId: VisitId,
  { text, language }: { text: string; language: Locale },
): Promise<QuestionId> {
  const visit = await locked(em, visitId);
  const { episodeId } = visit;
  const open = await openOf(em, episodeId);
  if (open.length >= questionsMost) throw new OkaeriError('questions_full', { most: questionsMost });
  const place = (open.at(-1)?.place ?? -1) + 1;
  const { id } = await em.save(em.create(PatientQuestion, { episodeId, text, language, place }));
  await tell(em, visit);
  return id;
}

export async function rewriteQuestion(
  em: EntityManager,
  visitId: VisitId,
  questionId: string,
  text: string,
): Promise<void> {
  const { visit, row } = await found(em, visitId, questionId);
  if (row.answeredAt) throw new OkaeriError('conflict');
  await em.update(PatientQuestion, { id: row.id }, { text });
  await tell(em, visit);
}

/** To another place among those that are open. */
export async function placeQuestion(
  em: EntityManager,
  visitId: VisitId,
  questionId: string,
  place: number,
): Promise<void> {
  const { visit, row } = await found(em, visitId, questionId);
  if (row.answeredAt) throw new OkaeriError('conflict');
  const others = (await openOf(em, visit.episodeId)).filter(({ id }) => id !== row.id);
  const ordered = [...others.slice(0, place), row, ...others.slice(place)];
  for (const [at, { id }] of ordered.entries()) await em.update(PatientQuestion, { id }, { place: at });
  await tell(em, visit);
}

/** One that was answered stays: it is part of what was talked about. */
export async function removeQuestion(em: EntityManager, visitId: VisitId, questionId: string): Promise<void> {
  const { visit, row } = await found(em, visitId, questionId);
  if (row.answeredAt) throw new OkaeriError('conflict');
  await em.delete(PatientQuestion, { id: row.id });
  await tell(em, visit);
}

export async function answerQuestion(
  em: EntityManager,
  visitId: VisitId,
  questionId: string,
  { answered, by }: { answered: boolean; by: PersonId },
): Promise<void> {
  const { visit, row } = await found(em, visitId, questionId);
  if ((row.answeredAt !== null) === answered) return;
  if (!answered && (await openOf(em, visit.episodeId)).length >= questionsMost) {
    throw new OkaeriError('questions_full', { most: questionsMost });
  }
  const answer = answered ? { answeredAt: now(), answeredById: by } : { answeredAt: null, answeredById: null };
  await em.update(PatientQuestion, { id: row.id }, answer);
  await tell(em, visit);
}

const openOf = async (em: EntityManager, episodeId: EpisodeId): Promise<PatientQuestion[]> =>
  (await em.find(PatientQuestion, { where: { episodeId }, order: { place: 'ASC', createdAt: 'ASC' } })).filter(
    ({ answeredAt }) => answeredAt === null,
  );

async function found(
  em: EntityManager,
  visitId: VisitId,
  questionId: string,
): Promise<{ visit: Visit; row: PatientQuestion }> {
  if (!uuid.test(questionId)) throw new OkaeriError('not_found');
  const visit = await locked(em, visitId);
  const { episodeId } = visit;
  const row = await em.findOneBy(PatientQuestion, { id: questionId as QuestionId, episodeId });
  if (!row) throw new OkaeriError('not_found');
  return { visit, row };
}

/** Two who write at once would both be the tenth. */
async function locked(em: EntityManager, visitId: VisitId): Promise<Visit> {
  const visit = await visitOf(em, visitId);
  await em.query(`select pg_advisory_xact_lock(hashtextextended('questions ' || $1::text, 0))`, [visit.episodeId]);
  return visit;
}

async function visitOf(em: EntityManager, visitId: VisitId): Promise<Visit> {
  const visit = await em.findOneBy(Visit, { id: visitId });
  if (!visit) throw new OkaeriError('not_found');
  return visit;
}

/** Those who are in the visit, and those who look at the case. */
function tell(em: EntityManager, { id, episodeId, version }: Visit): Promise<void> {
  return announce(em, { topic: 'episode', id: episodeId, version }, { topic: 'visit', id, version });
}
