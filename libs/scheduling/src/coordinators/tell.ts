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
  const [task]: { visitId: VisitId | null; demo: boolean }[] = await em.query(
    'select visit_id as "visitId", demo from task where id = $1',
    [taskId],
  );
  if (!task?.visitId) return;
  await tellCoordinators(em, task.visitId, { kind: 'task_due', entity: 'task', entityId: taskId, demo: task.demo });
};
