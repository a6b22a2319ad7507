import { nameFor, readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readTasks } from '@okaeri/care';
import type { TaskRow } from '@okaeri/care';
import { byHand } from '@okaeri/contracts';
import type { PersonId, SeatRole, TaskAct, TaskView, VisitId } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { momentWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';

/** Everybody whose name is in the words of these tasks. */
export function peopleOfTasks(tasks: readonly TaskRow[]): PersonId[] {
  return tasks.flatMap(({ ownerId, doneBy, askedId, patientId }) =>
    [ownerId, doneBy, askedId, patientId].filter((id) => id !== null),
  );
}

/** By visit, for those who treat her or look after her. */
export async function tasksOfVisits(
  em: EntityManager,
  reader: Reader,
  visitIds: readonly VisitId[],
  coordinates: boolean,
): Promise<Map<string, TaskView[]>> {
  const tasks = await readTasks(em, visitIds);
  const people = await readPeople(em, peopleOfTasks(tasks));
  const views = new Map<string, TaskView[]>();
  for (const task of tasks) {
    views.set(task.visitId, [...(views.get(task.visitId) ?? []), taskViewOf(task, people, reader, coordinates)]);
  }
  return views;
}

/** `coordinates`: the reader looks after the visit, so that what is the coordinators' is hers. */
export function taskViewOf(
  task: TaskRow,
  people: ReadonlyMap<PersonId, Person>,
  reader: Reader,
  coordinates: boolean,
): TaskView {
  const { taskId, kind, source, note, state, dueAt, ownerRole, ownerId } = task;
  const { locale } = reader;
  const open = state === 'open';
  const ticks = source === byHand && (coordinates || ownerId === reader.personId);
  return {
    ...{ taskId, kind, source, note, state },
    words: wordsOf(task, people, reader),
    ownerWords: nameOf(ownerId, ownerRole, people, reader) ?? say(locale, `ready.owner.${ownerRole}`),
    dueWords: say(locale, 'ready.due', { moment: momentWords({ ...reader, instant: dueAt }) }),
    late: open && dueAt.epochMilliseconds <= reader.now.epochMilliseconds,
    doneWords: doneWordsOf(task, people, reader),
    mine: ownerId === reader.personId || (coordinates && ownerRole === 'coordinator'),
    act: !open ? null : ticks ? 'done' : coordinates ? actOf(task) : null,
  };
}

/** What has to happen, true before it is done and after. */
function wordsOf(task: TaskRow, people: ReadonlyMap<PersonId, Person>, reader: Reader): string {
  const { kind, title, ownerId, ownerRole, declined, state } = task;
  const { locale } = reader;
  const name = nameOf(ownerId, ownerRole, people, reader) ?? '';
  switch (kind) {
    case 'coordinator':
      return title ?? '';
    case 'interpreter':
      return say(locale, 'ready.task.interpreter');
    case 'device_test':
      return say(locale, 'ready.task.device_test', { name });
    case 'presence':
      return say(locale, declined && state === 'open' ? 'ready.task.declined' : 'ready.task.presence', { name });
  }
}

function actOf({ kind, declined, askedId, ownerRole }: TaskRow): TaskAct | null {
  if (kind === 'interpreter') return askedId ? null : 'ask';
  if (declined) return 'move';
  return ownerRole === 'patient' ? 'write' : null;
}

function doneWordsOf(task: TaskRow, people: ReadonlyMap<PersonId, Person>, reader: Reader): string | null {
  const { state, doneAt, doneBy } = task;
  const name = nameOf(doneBy, 'coordinator', people, reader);
  if (!doneAt || name === null || (state !== 'done' && state !== 'waived')) return null;
  return say(reader.locale, `ready.${state}`, { name, moment: momentWords({ ...reader, instant: doneAt }) });
}

function nameOf(
  personId: PersonId | null,
  role: SeatRole,
  people: ReadonlyMap<PersonId, Person>,
  { locale }: Reader,
): string | null {
  const person = personId && people.get(personId);
  return person ? nameFor(person, locale, role).display : null;
}
