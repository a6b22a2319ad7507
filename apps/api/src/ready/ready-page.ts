import { nameFor, readPeople } from '@okaeri/access';
import { countReady, readEpisodes, readReady, readTasks, readThingsOfVisits } from '@okaeri/care';
import type { ReadyRow } from '@okaeri/care';
import { OkaeriError, readyBlockers } from '@okaeri/contracts';
import type { ReadyPage, ReadyQuery, ReadyVisit } from '@okaeri/contracts';
import { pieceOf, readCursor } from '@okaeri/platform';
import { whenOfEpisode } from '@okaeri/scheduling';
import { say } from '@okaeri/words';
import { toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';
import { caredFor } from '../people/registration';
import { nextOf } from './next';
import { peopleOfTasks, taskViewOf } from './task-words';

/** Visits ahead of the reader's institutions: what keeps them from being ready first, then by time. */
export async function readyPageOf(
  em: EntityManager,
  reader: Reader,
  { after, limit, blocker, q }: ReadyQuery,
): Promise<{ page: ReadyPage; rows: readonly ReadyRow[] }> {
  const institutionIds = await caredFor(em, reader.personId);
  const counts = await countReady(em, institutionIds);
  const wanted = { institutionIds, blocker, q, after: afterOf(after), most: limit + 1 };
  const { rows, next } = pieceOf(await readReady(em, wanted), limit, ({ rank, startsAt, visitId }) => ({
    value: `${rank}~${toIso(startsAt)}`,
    id: visitId,
  }));
  const page = {
    counts: readyBlockers.flatMap((kind) => {
      const count = counts.get(kind) ?? 0;
      return count > 0 ? [{ kind, words: say(reader.locale, `ready.blocked.${kind}`), count }] : [];
    }),
    total: [...counts.values()].reduce((sum, each) => sum + each, 0),
    items: await readyVisits(em, reader, rows),
    next,
  };
  return { page, rows };
}

/** Of a reader who looks after them. */
async function readyVisits(em: EntityManager, reader: Reader, rows: readonly ReadyRow[]): Promise<ReadyVisit[]> {
  const ids = rows.map(({ visitId }) => visitId);
  const tasks = await readTasks(em, ids);
  const things = await readThingsOfVisits(em, ids);
  const episodes = await readEpisodes(
    em,
    rows.map(({ episodeId }) => episodeId),
  );
  const people = await readPeople(em, [
    ...rows.flatMap(({ patientId, physicianId }) => [patientId, ...(physicianId ? [physicianId] : [])]),
    ...peopleOfTasks(tasks),
  ]);
  return rows.map((row) => {
    const { visitId, episodeId, status, version, blockedBy } = row;
    const record = episodes.get(episodeId);
    const patient = people.get(row.patientId);
    const physician = row.physicianId && people.get(row.physicianId);
    if (!record || !patient || !physician) throw new OkaeriError('internal');
    const own = tasks.filter((task) => task.visitId === visitId);
    return {
      ...{ visitId, episodeId, status, version, blockedBy },
      patient: nameFor(patient, reader.locale, 'patient'),
      physician: nameFor(physician, reader.locale, 'physician'),
      when: whenOfEpisode({ ...record, patient }, row, reader),
      things: (things.get(visitId) ?? []).map(({ name }) => name),
      next: nextOf(row, own, people, reader),
      tasks: own.map((task) => taskViewOf(task, people, reader, true)),
    };
  });
}

function afterOf(given: string | undefined) {
  const cursor = readCursor(
    given,
    ({ value, id }) => /^\d{1,2}~\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && /^[0-9a-f-]{36}$/.test(id),
  );
  if (!cursor) return null;
  const [rank = '', startsAt = ''] = cursor.value.split('~');
  return { rank: Number(rank), startsAt, id: cursor.id };
}
