import type { VisitId } from '@okaeri/contracts';
import type { Handle } from '@okaeri/platform';
import { tellCoordinators } from './coordinators';

/** That somebody cannot come, to those who find another time or another person. */
export const tellDeclined: Handle<'tellDeclined'> = async (em, { visitId, personId }) => {
  const [seat]: { id: string; sequence: number; demo: boolean }[] = await em.query(
    `select s.id, v.calendar_sequence as sequence, v.demo from seat s join visit v on v.id = s.visit_id
      where s.visit_id = $1 and s.person_id = $2`,
    [visitId, personId],
  );
  if (!seat) return;
  const { id: entityId, sequence, demo } = seat;
  await tellCoordinators(em, visitId as VisitId, { kind: 'seat_declined', entity: 'seat', entityId, sequence, demo });
};

/** That something is still open which others were to have done. */
export const tellTask: Handle<'tellTask'> = async (em, { taskId }) => {
  const [task]: { visitId: VisitId; sequence: number; demo: boolean }[] = await em.query(
    `select v.id as "visitId", v.calendar_sequence as sequence, v.demo from task t join visit v on v.id = t.visit_id
      where t.id = $1`,
    [taskId],
  );
  if (!task) return;
  const { visitId, demo } = task;
  // At another time it may be late once more; the clock of the demo world moves its visits without end.
  const sequence = demo ? 0 : task.sequence;
  await tellCoordinators(em, visitId, { kind: 'task_due', entity: 'task', entityId: taskId, sequence, demo });
};
