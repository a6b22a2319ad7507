import { localized } from '@okaeri/access';
import { Episode } from '@okaeri/care';
import { doorClosesMinutes } from '@okaeri/contracts';
import type { HomePage, VisitCard } from '@okaeri/contracts';
import { threadHead } from '@okaeri/followup';
import { noteHeads } from '@okaeri/records';
import { toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { listVisits } from './lists';
import { clockOf } from './reader';
import type { Reader } from './reader';

/** The longest visit there can be, and the time its door stays open: what began before that is past for certain. */
const longestHours = 24 + doorClosesMinutes / 60;
const pastShown = 10;

/** The patient's first page: the next visit, those after it, those behind her. */
export async function homePage(em: EntityManager, reader: Reader): Promise<HomePage> {
  const edge = reader.now.subtract({ hours: longestHours });
  const [recent, old] = await Promise.all([
    listVisits(em, reader, { from: edge, most: 60 }),
    listVisits(em, reader, { to: edge, backwards: true, most: pastShown }),
  ]);
  const ahead = recent.filter(({ card }) => card.door !== 'over');
  const behind = recent.filter(({ card }) => card.door === 'over').reverse();
  const past = [...behind, ...old].slice(0, pastShown);
  const [next, ...later] = ahead;
  const tasks = await tasksOf(em, reader, next?.card);
  return {
    next: next?.card ?? null,
    later: later.map(({ card }) => card),
    past: past.map(({ card }) => card),
    now: clockOf(reader),
    ...tasks,
  };
}

const soonDays = 7;

/** What she may read and do: threads of her episodes, signed notes, and the steps before her next visit. */
async function tasksOf(
  em: EntityManager,
  reader: Reader,
  next: VisitCard | undefined,
): Promise<Required<Pick<HomePage, 'threads' | 'notes' | 'tasks'>>> {
  const episodes = await em.find(Episode, { where: { patientId: reader.personId }, order: { openedAt: 'DESC' } });
  const heads = await threadHead(
    em,
    episodes.map(({ id }) => id),
    reader.personId,
  );
  const notes = await noteHeads(em, reader);
  const soon = next && toInstant(next.when.startsAt).since(reader.now).total('days') <= soonDays;
  const tasks: HomePage['tasks'] = [];
  if (next && next.confirmed === false) tasks.push('confirm');
  if (soon && next.door !== 'over') tasks.push('test_device', 'add_files');
  if (notes.some(({ read }) => !read)) tasks.push('read_note');
  if (!next) tasks.push('settings');
  return {
    threads: episodes.map(({ id, title }) => ({
      episodeId: id,
      title: localized(title, reader.locale),
      unread: heads.get(id)?.unread ?? 0,
    })),
    notes: notes.map(({ visitId, title, atWords, read }) => ({ visitId, title, atWords, read })),
    tasks,
  };
}
