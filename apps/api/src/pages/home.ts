import { localized } from '@okaeri/access';
import { Episode } from '@okaeri/care';
import { doorClosesMinutes } from '@okaeri/contracts';
import type { HomePage, VisitId } from '@okaeri/contracts';
import { threadHead } from '@okaeri/followup';
import { noteHeads } from '@okaeri/records';
import { wallOf } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { offersOf } from '../planning/waitlist-page';
import { tasksOfVisits } from '../ready/task-words';
import { listVisits } from './lists';
import { clockOf } from './reader';
import type { Reader } from './reader';
import { hasTested, tasksOf } from './tasks';
import type { Ahead } from './tasks';

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
  return {
    next: next?.card ?? null,
    later: later.map(({ card }) => card),
    past: past.map(({ card }) => card),
    now: clockOf(reader),
    ...(await aroundVisits(
      em,
      reader,
      ahead.map(({ record, card }) => ({ card, episodeId: record.episode.id })),
    )),
  };
}

/** What the team wrote to her, and what is hers to do. */
async function aroundVisits(
  em: EntityManager,
  reader: Reader,
  ahead: readonly Ahead[],
): Promise<Pick<HomePage, 'threads' | 'notes' | 'tasks' | 'todos' | 'mayChoose' | 'offers'>> {
  const episodes = await em.find(Episode, { where: { patientId: reader.personId }, order: { openedAt: 'DESC' } });
  const heads = await threadHead(
    em,
    episodes.map(({ id }) => id),
    reader.personId,
  );
  const notes = await noteHeads(em, reader);
  const todos = await tasksOfVisits(
    em,
    reader,
    ahead.map(({ card }) => card.visitId as VisitId),
    false,
  );
  const threads = episodes.map(({ id, title }) => ({
    episodeId: id,
    title: localized(title, reader.locale),
    unread: heads.get(id)?.unread ?? 0,
  }));
  return {
    threads,
    notes: notes.map(({ noteId, visitId, title, atWords, read }) => ({ noteId, visitId, title, atWords, read })),
    tasks: tasksOf({ reader, ahead, notes, threads, tested: await hasTested(em, reader) }),
    mayChoose: await ownChoices(em, episodes, reader),
    offers: await offersOf(em, reader),
    todos: [...todos.values()].flat().filter(({ act }) => act === 'done'),
  };
}

/** Where her hospital lets her choose a time, and she has not used all of it. */
async function ownChoices(
  em: EntityManager,
  episodes: readonly Episode[],
  { locale, now, zone }: Reader,
): Promise<HomePage['mayChoose']> {
  const rows: { id: string }[] = await em.query(
    `select distinct episode_id as id from booking_allowance
      where episode_id = any($1::uuid[]) and revoked_at is null and remaining > 0 and latest >= $2`,
    [episodes.map(({ id }) => id), wallOf(now, zone).date],
  );
  const open = new Set(rows.map(({ id }) => id));
  return episodes
    .filter(({ id }) => open.has(id))
    .map(({ id, title }) => ({ episodeId: id, title: localized(title, locale) }));
}
