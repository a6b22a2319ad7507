import { localized, readPerson } from '@okaeri/access';
import { readThingsToldTo, readVisit } from '@okaeri/care';
import type { VisitRecord } from '@okaeri/care';
import { isAhead } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { originOf, visitFile } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { thingWords } from '../visit-about';
import type { VisitFile } from './put-visit';

/** Where addresses in what is written lead to. */
export interface WrittenHouse {
  mailDomain: string;
  publicUrl: string;
  demo: boolean;
}

/** `take`: nothing of it may lie in her calendar; `keep`: what lies there stays as it is. */
export type DueVisit = { todo: 'put'; sequence: number; visit: VisitFile } | { todo: 'take' | 'keep' };

/**
 * What is to be done about a visit in a calendar of one of its people; what is over stays in it. `writes`: she wants her
 * visits there.
 */
export function todoFor(
  { visit, seats }: Pick<VisitRecord, 'visit' | 'seats'>,
  { personId, writes }: { personId: PersonId; writes: boolean },
  at: Temporal.Instant,
): DueVisit['todo'] {
  const seat = seats.find((each) => each.personId === personId && each.state !== 'removed');
  if (!seat || visit.status === 'cancelled') return 'take';
  const isOver = visit.startsAt.add({ minutes: visit.minutes }).epochMilliseconds <= at.epochMilliseconds;
  if (!isAhead(visit.status) || isOver) return 'keep';
  return writes ? 'put' : 'take';
}

/** The same in her mails and in her calendars. */
export const uidOf = (visitId: VisitId, mailDomain: string) => `${visitId}@${mailDomain}`;

/** The same as in the mails that she gets: who, when and where to press. */
export async function dueVisit(
  em: EntityManager,
  { visitId, personId, writes }: { visitId: VisitId; personId: PersonId; writes: boolean },
  house: WrittenHouse,
): Promise<DueVisit> {
  const record = await readVisit(em, visitId);
  const person = await readPerson(em, personId);
  if (!record || !person) return { todo: 'take' };
  const todo = todoFor(record, { personId, writes }, now());
  if (todo !== 'put') return { todo };
  const { visit, institution } = record;
  const { id, kind, startsAt, minutes, calendarSequence: sequence } = visit;
  const summary = say(person.language, `mail.${kind}.summary`, {
    institution: localized(institution.name, person.language),
  });
  const url = `${originOf(person, house)}/visits/${id}`;
  const things = (await readThingsToldTo(em, [record], { personId, zone: person.zone })).get(id);
  const entry = {
    ...{ visitId: id, sequence, startsAt, minutes, cancelled: false, changedAt: now(), summary, url },
    description: thingWords(things, person.language),
  };
  const uid = uidOf(id, house.mailDomain);
  return { todo, sequence, visit: { uid, name: `${id}.ics`, file: await visitFile(entry, house.mailDomain) } };
}
