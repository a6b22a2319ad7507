import type { Me } from '@okaeri/contracts';
import { firstPageOf } from '../app/first-page';
import { paths } from '../app/paths';
import type { WordKey } from '../locale/catalogues';

export interface Room {
  to: string;
  label: WordKey;
}

const rooms = {
  home: { to: paths.start, label: 'menu.home' },
  visits: { to: paths.myVisits, label: 'menu.visits' },
  files: { to: paths.myFiles, label: 'menu.files' },
  record: { to: paths.record, label: 'menu.record' },
  today: { to: paths.today, label: 'menu.today' },
  board: { to: paths.board, label: 'menu.board' },
  ready: { to: paths.ready, label: 'menu.ready' },
  statistics: { to: paths.statistics, label: 'menu.statistics' },
  people: { to: paths.people, label: 'menu.people' },
  hours: { to: paths.hours, label: 'menu.hours' },
  jobs: { to: paths.start, label: 'menu.jobs' },
} as const satisfies Record<string, Room>;

/** The rooms of this reader's work, in the order of her day. */
export function roomsOf(me: Pick<Me, 'roles' | 'institutions'>, steward: boolean): Room[] {
  const { roles } = me;
  const is = (role: Me['roles'][number]) => roles.includes(role);
  const physician = is('physician');
  const coordinator = is('coordinator');
  const found: Room[] = [];
  if (coordinator) found.push(rooms.board, rooms.ready);
  if (physician || coordinator) found.push(rooms.today);
  if (is('interpreter') && !physician && !coordinator) found.push(rooms.jobs);
  if (physician || is('interpreter')) found.push(rooms.hours);
  if (coordinator || is('administrator')) found.push(rooms.people);
  // Four rooms fit a phone: a coordinator comes there from the page of what is ahead.
  if (is('administrator') && !coordinator) found.push(rooms.statistics);
  if (found.length === 0 && is('patient')) found.push(rooms.home, rooms.visits, rooms.files, rooms.record);
  // Her first page has one address, whichever room it is.
  const first = firstPageOf(me, steward);
  if (first === 'set-up') return [];
  return found.map((room) => (room === rooms[first as keyof typeof rooms] ? { ...room, to: paths.start } : room));
}
