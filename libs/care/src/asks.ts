import { readPerson } from '@okaeri/access';
import { OkaeriError, isOpen } from '@okaeri/contracts';
import type { AskState, PersonId, VisitId } from '@okaeri/contracts';
import { announce, emit, readRows } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { answerBy } from './answer-by';
import { claimPeople, holdPeople, releaseClaims, whoCollides } from './claims';
import type { Visit } from './entities';
import { InterpreterAsk } from './readiness.entities';

/** Whom to ask to interpret, in which order. */
export interface AskPlan {
  personIds: readonly PersonId[];
  languages: [string, string];
  /** How long each has to answer, outside her quiet hours. */
  minutes: number;
}

/*
 * Interpreters are asked one after the other, always under the lock of their visit. Only she who is asked has her time
 * taken up; nobody has a seat before she has accepted.
 */

/** Asks the first who is free. Throws `ask_open` where somebody is asked already. */
export async function askInterpreters(em: EntityManager, visit: Visit, plan: AskPlan): Promise<void> {
  const before = await readAsks(em, visit.id);
  if (before.some(({ state }) => state === 'asked' || state === 'waiting')) throw new OkaeriError('ask_open');
  if (before.some(({ state }) => state === 'accepted')) throw new OkaeriError('conflict');
  await insertRound(em, visit, { ...plan, personIds: [...new Set(plan.personIds)], round: roundOf(before) + 1 });
  await askNext(em, visit);
}

/** Of a visit that was put at another time: the same interpreters in the same order, but for who has a seat, and first. */
export async function askAgain(em: EntityManager, visit: Visit, before: readonly InterpreterAsk[]): Promise<void> {
  const last = before.filter(({ round }) => round === roundOf(before));
  const [first] = last;
  if (!first) return;
  const seats: { id: PersonId; removed: boolean }[] = await em.query(
    `select person_id as id, state = 'removed' as removed from seat where visit_id = $1 and role = 'interpreter'`,
    [visit.id],
  );
  const removed = new Set(seats.flatMap((seat) => (seat.removed ? [seat.id] : [])));
  const seated = seats.filter((seat) => !seat.removed).map(({ id }) => id);
  const others = last.map(({ personId }) => personId).filter((id) => !removed.has(id) && !seated.includes(id));
  const { languages, minutes } = first;
  await insertRound(em, visit, { personIds: [...seated, ...others], languages, minutes, round: roundOf(before) + 1 });
  await askNext(em, visit);
}

/** She who had accepted cannot come: those who need not answer because of her are asked after all, in their order. */
export async function askOthers(em: EntityManager, visit: Visit): Promise<void> {
  const asks = await readAsks(em, visit.id);
  const last = asks.filter(({ round }) => round === roundOf(asks));
  const left = last.filter(({ state }) => state === 'withdrawn' || state === 'busy');
  const [first] = left;
  if (!first) return;
  const { languages, minutes } = first;
  const personIds = left.map(({ personId }) => personId);
  await insertRound(em, visit, { personIds, languages, minutes, round: first.round + 1 });
  await askNext(em, visit);
}

/** Whoever is next in the order and free; with nobody left, nobody is asked. */
export async function askNext(em: EntityManager, visit: Visit): Promise<void> {
  if (!isOpen(visit.status) || visit.startsAt.epochMilliseconds <= now().epochMilliseconds) {
    await withdrawAsks(em, visit);
    return;
  }
  const asks = (await readAsks(em, visit.id)).filter(({ state }) => state === 'waiting');
  // All at once and in the order of everybody else: one after the other might wait for each other.
  await holdPeople(
    em,
    asks.map(({ personId }) => personId),
  );
  for (const ask of asks) {
    if ((await whoCollides(em, [ask.personId], visit, visit.id)).length > 0) {
      await become(em, ask, 'busy');
      continue;
    }
    if (!(await hasClaim(em, visit.id, ask.personId))) await claimPeople(em, visit.id, [ask.personId], visit);
    const person = await readPerson(em, ask.personId);
    if (!person) throw new OkaeriError('internal');
    const until = answerBy(now(), ask.minutes, person, visit.startsAt);
    await em.query(`update interpreter_ask set state = 'asked', asked_at = $2, answer_by = $3 where id = $1`, [
      ask.id,
      toIso(now()),
      toIso(until),
    ]);
    await announce(em, { topic: 'day', id: ask.personId, version: visit.version });
    await emit(em, 'ask.made', { askId: ask.id });
    return;
  }
}

/**
 * Who was asked or will be, before any time of theirs is given back: somebody who holds one of them waits for that time,
 * and would be waited for in turn.
 */
export async function holdAsked(em: EntityManager, visitId: VisitId): Promise<void> {
  await em.query(
    `select id from person
      where id in (select resource_id from claim where visit_id = $1
                   union select person_id from interpreter_ask where visit_id = $1)
      order by id for no key update`,
    [visitId],
  );
  await em.query(
    'select id from thing where id in (select resource_id from claim where visit_id = $1) order by id for no key update',
    [visitId],
  );
}

/** Nobody need answer any more: what was asked of them is taken back, and so is their time, but for who has a seat. */
export async function withdrawAsks(em: EntityManager, visit: Visit): Promise<readonly InterpreterAsk[]> {
  const asks = await readAsks(em, visit.id);
  for (const ask of asks) {
    if (!['waiting', 'asked', 'accepted'].includes(ask.state)) continue;
    await become(em, ask, 'withdrawn');
    if (ask.state !== 'asked') continue;
    await giveBack(em, ask);
    await tellOver(em, ask, visit);
  }
  return asks;
}

/** She accepts, or says of a visit that was moved that she will be there: nobody else need be asked. */
export async function agree(em: EntityManager, visitId: VisitId, personId: PersonId): Promise<void> {
  await em.query(
    `update interpreter_ask
        set state = case when person_id = $2 then 'accepted' else 'withdrawn' end, answered_at = $3
      where visit_id = $1 and (person_id = $2 and state = 'asked' or person_id <> $2 and state = 'waiting')
        and exists (select from interpreter_ask where visit_id = $1 and person_id = $2 and state = 'asked')`,
    [visitId, personId, toIso(now())],
  );
}

/** The time of who was asked and is not any more; with a seat it is hers in any case. */
export async function giveBack(em: EntityManager, { visitId, personId }: InterpreterAsk): Promise<void> {
  const seated: unknown[] = await em.query(
    `select 1 from seat where visit_id = $1 and person_id = $2 and state <> 'removed'`,
    [visitId, personId],
  );
  if (seated.length === 0) await releaseClaims(em, visitId, personId);
}

export async function tellOver(em: EntityManager, ask: InterpreterAsk, visit: Visit): Promise<void> {
  await announce(em, { topic: 'day', id: ask.personId, version: visit.version });
  await emit(em, 'ask.over', { askId: ask.id });
}

export async function become(em: EntityManager, ask: InterpreterAsk, state: AskState, reason?: string): Promise<void> {
  await em.query('update interpreter_ask set state = $2, answered_at = $3, reason = $4 where id = $1', [
    ask.id,
    state,
    toIso(now()),
    reason ?? null,
  ]);
}

/** In the order in which they are asked. */
export function readAsks(em: EntityManager, visitId: VisitId): Promise<InterpreterAsk[]> {
  return readRows(em, InterpreterAsk, 'where visit_id = $1 order by round, rank', [visitId]);
}

const roundOf = (asks: readonly InterpreterAsk[]) => Math.max(0, ...asks.map(({ round }) => round));

async function insertRound(em: EntityManager, { id }: Visit, plan: AskPlan & { round: number }): Promise<void> {
  await em.query(
    `insert into interpreter_ask (visit_id, person_id, rank, languages, minutes, round)
     select $1, person_id, rank, $3, $4, $5 from unnest($2::uuid[]) with ordinality as asked(person_id, rank)`,
    [id, plan.personIds, plan.languages, plan.minutes, plan.round],
  );
}

async function hasClaim(em: EntityManager, visitId: VisitId, personId: PersonId): Promise<boolean> {
  const rows: unknown[] = await em.query('select 1 from claim where visit_id = $1 and resource_id = $2', [
    visitId,
    personId,
  ]);
  return rows.length > 0;
}
