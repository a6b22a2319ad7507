import { readPeople } from '@okaeri/access';
import { readVisit } from '@okaeri/care';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { postMessage, replaceMessages } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { remindable, remindersDue } from './reminders';

/**
 * Makes the reminders of a visit what they should be now, whatever they were: it is called for every change, and twice
 * does no harm.
 */
export const planReminders: Handle<'planReminders'> = async (em, data) => {
  if ('visitId' in data) return planVisit(em, data.visitId as VisitId);
  const rows: { id: VisitId }[] = await em.query(
    `select v.id from visit v join seat s on s.visit_id = v.id
      where s.person_id = $1 and s.state <> 'removed' and v.status in ('booked', 'arrived') and v.starts_at > $2`,
    [data.personId, toIso(now())],
  );
  for (const { id } of rows) await planVisit(em, id);
};

async function planVisit(em: EntityManager, visitId: VisitId): Promise<void> {
  // Of two changes within a moment the one that is planned last must have seen both, or reminds who has no seat any more.
  await em.query('select 1 from visit where id = $1 for no key update', [visitId]);
  const record = await readVisit(em, visitId);
  if (!record || !remindable(record.visit, now())) {
    await replaceMessages(em, { entityId: visitId, kinds: ['visit_reminder'] });
    return;
  }
  const { visit } = record;
  const seats = record.seats.filter(({ state }) => state !== 'removed');
  await replaceMessages(em, { entityId: visitId, kinds: ['visit_reminder'], before: visit.calendarSequence });
  const seated = seats.map(({ personId }) => personId);
  await dropAbsent(em, visitId, seated);
  const people = await readPeople(em, seated);
  for (const person of people.values()) {
    await dropOthers(em, visitId, person.id, person.reminders);
    for (const { minutes, dueAt } of remindersDue(visit.startsAt, person.reminders, now())) {
      await postMessage(em, {
        kind: 'visit_reminder',
        personId: person.id,
        entity: 'visit',
        entityId: visitId,
        sequence: visit.calendarSequence,
        minutes,
        dueAt,
        demo: visit.demo,
      });
    }
  }
}

/** Those of people who have no seat any more. */
async function dropAbsent(em: EntityManager, visitId: VisitId, seated: readonly PersonId[]) {
  await em.query(
    `update notify_message set state = 'replaced'
      where entity_id = $1 and kind = 'visit_reminder' and state = 'queued' and person_id <> all($2::uuid[])`,
    [visitId, seated],
  );
}

/** Those that she does not want any more. */
async function dropOthers(em: EntityManager, visitId: VisitId, personId: PersonId, chosen: readonly number[]) {
  await em.query(
    `update notify_message set state = 'replaced'
      where entity_id = $1 and person_id = $2 and kind = 'visit_reminder' and state = 'queued' and minutes <> all($3::int[])`,
    [visitId, personId, chosen],
  );
}
