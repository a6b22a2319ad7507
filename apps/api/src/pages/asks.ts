import { nameFor, readPeople } from '@okaeri/access';
import type { VisitRecord } from '@okaeri/care';
import { isOpen } from '@okaeri/contracts';
import type { AskState, AskedView, PersonId } from '@okaeri/contracts';
import { momentWords, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from './reader';

interface AskedRow {
  visitId: string;
  personId: PersonId;
  state: AskState;
  answerBy: Date | null;
  reason: string | null;
}

/** Whom the hospital asks for visits that are ahead, of the present round, in the order in which they are asked. */
export async function askedOf(
  em: EntityManager,
  visits: readonly VisitRecord[],
  reader: Reader,
): Promise<Map<string, AskedView[]>> {
  const ahead = visits.filter(({ visit }) => isOpen(visit.status)).map(({ visit }) => visit.id);
  if (ahead.length === 0) return new Map();
  const rows: AskedRow[] = await em.query(
    `select a.visit_id as "visitId", a.person_id as "personId", a.state, a.answer_by as "answerBy", a.reason
       from interpreter_ask a
      where a.visit_id = any($1::uuid[]) and a.state <> 'withdrawn'
        and a.round = (select max(round) from interpreter_ask b where b.visit_id = a.visit_id)
      order by a.visit_id, a.rank`,
    [ahead],
  );
  const people = await readPeople(
    em,
    rows.map(({ personId }) => personId),
  );
  const found = new Map<string, AskedView[]>();
  for (const { visitId, personId, state, answerBy, reason } of rows) {
    const person = people.get(personId);
    if (!person) continue;
    const view: AskedView = {
      personId,
      name: nameFor(person, reader.locale, 'interpreter'),
      state,
      answerByWords: state === 'asked' && answerBy ? momentIn(answerBy, reader) : null,
      reason,
    };
    found.set(visitId, [...(found.get(visitId) ?? []), view]);
  }
  return found;
}

const momentIn = (at: Date, { zone, locale, now }: Reader) =>
  momentWords({ instant: toInstant(at), zone, locale, now });
