import { nameFor } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import type { ReadyRow, TaskRow } from '@okaeri/care';
import { byHand } from '@okaeri/contracts';
import type { PersonId, ReadyBlocker, ReadyVisit, SeatRole } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { momentWords } from '@okaeri/words/time';
import type { Reader } from '../pages/reader';

/** The one next thing that somebody who looks after a visit does about what keeps it from being ready. */
export function nextOf(
  { blockedBy, patientId }: ReadyRow,
  tasks: readonly TaskRow[],
  people: ReadonlyMap<PersonId, Person>,
  reader: Reader,
): ReadyVisit['next'] {
  const { locale } = reader;
  if (blockedBy === null) return null;
  const task = tasks.find(({ state, ...each }) => state === 'open' && isAbout(each, blockedBy));
  const taskId = task?.taskId ?? null;
  const nameOf = (personId: PersonId | null | undefined, role: SeatRole) => {
    const person = personId && people.get(personId);
    return person ? nameFor(person, locale, role).display : '';
  };
  switch (blockedBy) {
    case 'interpreter': {
      if (!task?.askedId || !task.answerBy) return { words: say(locale, 'ready.next.ask'), act: 'ask', taskId };
      const name = nameOf(task.askedId, 'interpreter');
      const moment = momentWords({ ...reader, instant: task.answerBy });
      return { words: say(locale, 'ready.next.asked', { name, moment }), act: null, taskId };
    }
    case 'presence_declined':
      return { words: say(locale, 'ready.next.move'), act: 'move', taskId };
    case 'clock_changed':
      return { words: say(locale, 'ready.next.decide'), act: 'decide', taskId };
    case 'mail_bounced':
      return {
        words: say(locale, 'ready.next.address', { name: nameOf(patientId, 'patient') }),
        act: 'address',
        taskId,
      };
    case 'coordinator':
    case 'coordinator_late':
      return { words: say(locale, 'ready.next.done', { title: task?.title ?? '' }), act: 'done', taskId };
    case 'device_test':
    case 'presence': {
      const role = task?.ownerRole ?? 'patient';
      const name = nameOf(task?.ownerId, role);
      // There are letters between her and the hospital alone; of staff it is waited for.
      return role === 'patient'
        ? { words: say(locale, 'ready.next.write', { name }), act: 'write', taskId }
        : { words: say(locale, 'ready.next.wait', { name }), act: null, taskId };
    }
  }
}

/** Whether a task that is open is what keeps the visit; the patient's is the first that is written about. */
function isAbout({ source, kind, declined }: Omit<TaskRow, 'state'>, blocker: ReadyBlocker): boolean {
  if (blocker === 'coordinator' || blocker === 'coordinator_late') return source === byHand;
  if (blocker === 'presence_declined') return declined;
  return kind === blocker;
}
