import { readPerson } from '@okaeri/access';
import { OkaeriError, isOpen } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { announce, emit } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { agree, askInterpreters, askNext, become, giveBack, holdAsked, readAsks, tellOver, withdrawAsks } from './asks';
import type { AskPlan } from './asks';
import { alikeAsks, waitingFor } from './asks-told';
import { releaseClaims } from './claims';
import { Seat } from './entities';
import { noteChange, timeOf } from './history';
import { LockedVisit, factsOf } from './locked-visit';
import { overCode, seatAfter } from './moves';
import { announceVisit } from './notices';
import { weigh } from './readiness';
import type { InterpreterAsk } from './readiness.entities';
import { departed } from './seats';

/** `alike`: others of the same series that she answers in the same way; `unlike`: those that she answers the other way. */
export interface Answer {
  answer: 'accept' | 'decline';
  reason?: string | undefined;
  alike?: readonly string[];
  unlike?: readonly string[];
}

/**
 * What an interpreter says who was asked: of one visit, or of several of a series in one piece. Her word counts while nobody
 * has taken the question back, also after its time; the same word twice is one. Throws `ask_over`, also where one of them is.
 */
export async function answerAsks(em: EntityManager, askId: string, form: Answer): Promise<void> {
  const { answer, reason, alike = [], unlike = [] } = form;
  const other = answer === 'accept' ? 'decline' : 'accept';
  const said = new Map<string, Answer['answer']>(unlike.map((id) => [id, other]));
  for (const id of [askId, ...alike]) said.set(id, answer);
  const asks = await alikeAsks(em, askId, [...said.keys()]);
  if (asks.length < said.size) throw new OkaeriError('not_found');
  const agreed = await waitingFor(
    em,
    asks.filter((id) => said.get(id) === 'accept'),
  );
  // Of several that take place by her word people hear in one piece.
  const together = agreed.length > 1;
  for (const id of asks) await answerAsk(em, id, { answer: said.get(id) ?? answer, reason, quiet: together });
  const [first] = agreed;
  if (together && first) await emit(em, 'series.booked', { visitId: first, visitIds: agreed });
}

/** The same of one visit. `quiet`: its people hear of it with others. */
export async function answerAsk(
  em: EntityManager,
  askId: string,
  { answer, reason, quiet = false }: Pick<Answer, 'answer' | 'reason'> & { quiet?: boolean },
): Promise<void> {
  const { locked, ask } = await lockAsk(em, askId);
  const said = answer === 'accept' ? 'accepted' : 'declined';
  if (ask.state === said) return;
  const { status, startsAt } = locked.visit;
  const past = startsAt.epochMilliseconds <= now().epochMilliseconds;
  if (ask.state !== 'asked' || !isOpen(status) || past) throw new OkaeriError('ask_over');
  if (answer === 'accept') {
    await agree(em, ask.visitId, ask.personId);
    await seatInterpreter(em, locked, ask, quiet);
  } else {
    await become(em, ask, said, reason);
    await refused(em, locked, ask, { by: ask.personId, reason: reason ?? null });
  }
}

/** The sweep: whoever has not answered in time. False where she has, or the question was taken back. */
export async function expireAsk(em: EntityManager, askId: string): Promise<boolean> {
  const { locked, ask } = await lockAsk(em, askId);
  if (ask.state !== 'asked' || !ask.answerBy) return false;
  if (ask.answerBy.epochMilliseconds > now().epochMilliseconds) return false;
  await become(em, ask, 'expired');
  await tellOver(em, ask, locked.visit);
  await refused(em, locked, ask, null);
  return true;
}

export async function asksToExpire(em: EntityManager, most = 200): Promise<string[]> {
  const rows: { id: string }[] = await em.query(
    `select id from interpreter_ask where state = 'asked' and answer_by <= $1 order by answer_by limit $2`,
    [toIso(now()), most],
  );
  return rows.map(({ id }) => id);
}

/** A coordinator has interpreters asked for a visit that waits for one, or stands without. Throws `ask_open`, `conflict`. */
export async function askFor(em: EntityManager, visitId: VisitId, plan: AskPlan): Promise<void> {
  const { visit, seats } = await LockedVisit.lock(em, visitId);
  if (!isOpen(visit.status)) throw new OkaeriError(overCode(visit.status));
  if (visit.startsAt.epochMilliseconds <= now().epochMilliseconds) throw new OkaeriError('not_allowed_now');
  const known = seats.some(({ personId }) => plan.personIds.includes(personId));
  if (visit.status === 'held' || known) throw new OkaeriError('conflict');
  await askInterpreters(em, visit, plan);
  await weigh(em, visit);
  await announceVisit(em, visit, []);
}

/** She who interprets stays; whoever is still asked need not answer. */
export async function takeAsksBack(em: EntityManager, visitId: VisitId): Promise<void> {
  const { visit } = await LockedVisit.lock(em, visitId);
  const asks = await readAsks(em, visitId);
  if (asks.every(({ state }) => state !== 'asked' && state !== 'waiting')) return;
  await withdrawAsks(em, visit);
  await weigh(em, visit);
  await announceVisit(em, visit, []);
}

async function lockAsk(em: EntityManager, askId: string): Promise<{ locked: LockedVisit; ask: InterpreterAsk }> {
  const [row]: { visitId: VisitId }[] = await em.query(
    'select visit_id as "visitId" from interpreter_ask where id = $1',
    [askId],
  );
  if (!row) throw new OkaeriError('not_found');
  const locked = await LockedVisit.lock(em, row.visitId);
  const ask = (await readAsks(em, row.visitId)).find(({ id }) => id === askId);
  if (!ask) throw new OkaeriError('not_found');
  return { locked, ask };
}

/** Her seat, and with it the visit that waited for her: only now are its people told. */
async function seatInterpreter(
  em: EntityManager,
  locked: LockedVisit,
  ask: InterpreterAsk,
  quiet: boolean,
): Promise<void> {
  const { visit, seats } = locked;
  const { personId, languages } = ask;
  const known = seats.find((seat) => seat.personId === personId);
  if (known?.state === 'removed') throw new OkaeriError('ask_over');
  const confirmed = { confirmedAt: now() };
  if (known) locked.changeSeat(known, confirmed, 'keep');
  else {
    const person = await readPerson(em, personId);
    if (!person) throw new OkaeriError('internal');
    const seat = { visitId: visit.id, personId, role: 'interpreter' as const, language: person.language };
    await em.insert(Seat, { ...seat, interprets: languages, ...confirmed });
  }
  const waited = visit.status === 'pending';
  const before = timeOf(visit);
  await locked.writeVisit(waited ? { status: 'booked' } : {});
  const agreedId = await noteChange(em, visit, { kind: 'agreed', by: personId, after: { personId } });
  await announce(em, { topic: 'day', id: personId, version: visit.version });
  if (waited) {
    const changeId = await noteChange(em, visit, { kind: 'booked', by: visit.bookedBy, before, after: timeOf(visit) });
    await emit(em, 'visit.booked', { visitId: visit.id, changeId, quiet });
  } else if (!known) {
    await emit(em, 'visit.seatAdded', { visitId: visit.id, personId, changeId: agreedId });
  }
  await weigh(em, visit);
  await announceVisit(em, visit, []);
}

/** She will not, or did not say: her time is hers again, and the next one is asked. */
async function refused(
  em: EntityManager,
  locked: LockedVisit,
  ask: InterpreterAsk,
  said: { by: PersonId; reason: string | null } | null,
): Promise<void> {
  const { visit, seats } = locked;
  const { personId } = ask;
  await holdAsked(em, visit.id);
  if (said) await noteChange(em, visit, { kind: 'declined', ...said, after: { personId } });
  const seat = seats.find((each) => each.personId === personId && each.state !== 'removed');
  if (seat) {
    // She had accepted an earlier time, and this one is in her calendar.
    locked.changeSeat(seat, departed(seat, seatAfter(factsOf(seat), 'remove')), 'end');
    await releaseClaims(em, visit.id, personId);
    await locked.writeVisit();
    const changeId = await noteChange(em, visit, { kind: 'seat_removed', by: null, after: { personId } });
    await emit(em, 'visit.seatRemoved', { visitId: visit.id, personId, changeId });
  }
  await giveBack(em, ask);
  await announce(em, { topic: 'day', id: personId, version: visit.version });
  await askNext(em, visit);
  await weigh(em, visit);
  await announceVisit(em, visit, []);
}
