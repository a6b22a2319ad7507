import type { Person } from '@okaeri/access';
import type { PersonId, SeatRole, VisitId, VisitStatus } from '@okaeri/contracts';
import { outOfQuiet, planMessages } from '@okaeri/notify';
import type { PlannedMessage } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { Temporal, now, toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { remindable, remindersDue } from './reminders';

/** So many minutes before a visit a patient who may not come is asked once more whether she will. */
const nudgeMinutes = 20 * 60;
const kinds = ['visit_reminder', 'visit_nudge'] as const;

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

interface SeatedRow extends Pick<Person, 'zone' | 'reminders' | 'quietFrom' | 'quietTo'> {
  personId: PersonId;
  role: SeatRole;
  startsAt: Date;
  status: VisitStatus;
  sequence: number;
  demo: boolean;
}

/** Two statements, whatever number of people there is: who has a seat, and what they are to be sent. */
async function planVisit(em: EntityManager, visitId: VisitId): Promise<void> {
  // Of two changes within a moment the one that is planned last must have seen both, or reminds who has no seat any more.
  await em.query('select 1 from visit where id = $1 for no key update', [visitId]);
  const seated: SeatedRow[] = await em.query(
    `select s.person_id as "personId", s.role, v.starts_at as "startsAt", v.status, v.calendar_sequence as sequence, v.demo,
            p.zone, p.reminders, p.quiet_from as "quietFrom", p.quiet_to as "quietTo"
       from visit v join seat s on s.visit_id = v.id and s.state <> 'removed' join person p on p.id = s.person_id
      where v.id = $1`,
    [visitId],
  );
  await planMessages(
    em,
    { entity: 'visit', entityId: visitId, kinds, demo: seated[0]?.demo ?? false },
    seated.flatMap(plannedFor),
  );
}

function plannedFor(row: SeatedRow): PlannedMessage[] {
  const { personId, role, sequence, reminders, status } = row;
  const [startsAt, present] = [toInstant(row.startsAt), now()];
  if (!remindable({ status, startsAt }, present)) return [];
  const planned = remindersDue(startsAt, reminders, present).map(({ minutes, dueAt }) => ({
    ...{ kind: 'visit_reminder' as const, personId, sequence, minutes, dueAt: outOfQuiet(dueAt, startsAt, row) },
  }));
  if (role !== 'patient') return planned;
  const dueAt = outOfQuiet(startsAt.subtract({ minutes: nudgeMinutes }), startsAt, row);
  if (Temporal.Instant.compare(dueAt, present) <= 0) return planned;
  return [...planned, { kind: 'visit_nudge', personId, sequence, minutes: nudgeMinutes, dueAt }];
}
