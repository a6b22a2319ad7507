import type { HomePage } from '@okaeri/contracts';
import { doorClosesMinutes } from '@okaeri/contracts';
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
  return {
    next: next?.card ?? null,
    later: later.map(({ card }) => card),
    past: past.map(({ card }) => card),
    now: clockOf(reader),
  };
}
