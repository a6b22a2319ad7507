import { offsetAt } from '@okaeri/words/time';
import type { ZoneTable } from '@okaeri/words/time';
import { intersect, subtract, widen } from './spans';
import type { Spans } from './spans';

/** One who has to be there: a person, a room or a device. All times are minutes since 1970. */
export interface Party {
  id: string;
  zone: ZoneTable;
  /** When she may have visits, and what takes her time already. */
  may: Spans;
  taken: Spans;
  /** Beginnings of her visits, which the most of a day is counted by. */
  starts: readonly number[];
  buffer: number;
  perDay: number | null;
  notice: number;
  /** The hours that are good for her, in minutes since midnight. */
  good: readonly [from: number, to: number];
  /** Minutes outside of her good hours in her last visits. */
  borne: number;
}

export interface Wanted {
  from: number;
  to: number;
  now: number;
  minutes: number;
  step: number;
  most: number;
}

export interface Found {
  s: number;
  cost: number;
  /** Which of those of whom one is enough, -1: none was wanted. */
  choice: number;
}

const day = 1440;
const perDayShown = 3;
/** The cost of a time at which somebody is not free. */
const never = Number.POSITIVE_INFINITY;
/** A day later is worth 35 minutes before breakfast. */
const waitCost = 1200;

/** The day of somebody's calendar at a minute, in days since 1970. */
export const localDay = (zone: ZoneTable, minute: number): number =>
  Math.floor((minute + offsetAt(zone, minute)) / day);

/** What her clock shows at a minute, in minutes since midnight. */
export const wallMinute = (zone: ZoneTable, minute: number): number => (minute + offsetAt(zone, minute)) % day;

/** Minutes by which a visit that begins at that minute of the day reaches out of the hours that are good. */
export const beyond = (good: Party['good'], wall: number, minutes: number): number =>
  Math.max(0, good[0] - wall, wall + minutes - good[1]);

export function discomfort({ zone, good }: Pick<Party, 'zone' | 'good'>, s: number, minutes: number): number {
  return beyond(good, wallMinute(zone, s), minutes);
}

/** Who had to bear more than the others of late weighs more. */
export const weightOf = (borne: number, least: number): number =>
  4 + Math.min(12, Math.floor((4 * (borne - least)) / 60));

export function prepared(party: Party, least: number) {
  const counts = new Map<number, number>();
  if (party.perDay !== null) {
    for (const s of party.starts) {
      const date = localDay(party.zone, s);
      counts.set(date, (counts.get(date) ?? 0) + 1);
    }
  }
  const full = new Set([...counts].filter(([, count]) => count >= (party.perDay ?? Infinity)).map(([date]) => date));
  const free = subtract(party.may, widen(party.taken, party.buffer));
  return { party, full, weight: weightOf(party.borne, least), free };
}

export type Prepared = ReturnType<typeof prepared>;

const isFull = ({ full, party }: Prepared, s: number) => full.size > 0 && full.has(localDay(party.zone, s));

/** When all of them are free. */
export const together = (all: readonly Prepared[], window: Spans): Spans =>
  all.reduce<Spans>((left, { free }) => intersect(left, free), window);

/** The starts of a grid at which all of them are free for so long. */
export function* startsOf(
  all: readonly Prepared[],
  free: Spans,
  { now, minutes, step }: Pick<Wanted, 'now' | 'minutes' | 'step'>,
): Generator<number> {
  const earliest = now + Math.max(...all.map(({ party }) => party.notice));
  for (let i = 0; i < free.length; i += 2) {
    const end = free[i + 1] as number;
    for (let s = Math.ceil(Math.max(free[i] as number, earliest) / step) * step; s + minutes <= end; s += step) {
      if (!all.some((each) => isFull(each, s))) yield s;
    }
  }
}

/**
 * The best times for all of `parties`, the reader's side first, and for one of `anyOf` besides, best first where they cost
 * the same: at most three a day of the reader's calendar, cheapest first. Whole numbers throughout, so that a slow model
 * can be held against it to the last of them.
 */
export function search(parties: readonly [Party, ...Party[]], anyOf: readonly Party[], wanted: Wanted): Found[] {
  const { from, to, now, minutes, step, most } = wanted;
  const least = Math.min(...[...parties, ...anyOf].map(({ borne }) => borne));
  const must = parties.map((party) => prepared(party, least));
  const common = together(must, [from, to]);
  const first = Math.ceil(from / step);
  const size = Math.max(0, Math.ceil(to / step) - first);
  const costs = new Float64Array(size).fill(never);
  const chosen = new Int16Array(size).fill(-1);
  const choices = anyOf.length === 0 ? [null] : anyOf.map((party) => prepared(party, least));
  choices.forEach((choice, rank) => {
    const all = choice ? [...must, choice] : must;
    const free = choice ? intersect(common, choice.free) : common;
    for (const s of startsOf(all, free, wanted)) {
      let cost = Math.floor((s - now) / day) * waitCost;
      for (const { party, weight } of all) cost += weight * discomfort(party, s, minutes) ** 2;
      const at = s / step - first;
      if (cost >= (costs[at] as number)) continue;
      costs[at] = cost;
      chosen[at] = choice ? rank : -1;
    }
  });
  return bestOf(parties[0].zone, first, step, costs, chosen).slice(0, most);
}

const order = (a: Found, b: Found) => a.cost - b.cost || a.s - b.s;

/** Relies on days that follow each other: nowhere are clocks put back by more than the time since midnight. */
function bestOf(zone: ZoneTable, first: number, step: number, costs: Float64Array, chosen: Int16Array): Found[] {
  const best: Found[] = [];
  let today: Found[] = [];
  let date = NaN;
  for (let at = 0; at < costs.length; at += 1) {
    const cost = costs[at] as number;
    if (cost === never) continue;
    const s = (first + at) * step;
    const d = localDay(zone, s);
    if (d !== date) {
      best.push(...today);
      today = [];
      date = d;
    }
    // Later ones of the same cost come behind: what is full of as good ones takes no more.
    if (today.length === perDayShown && cost >= (today[perDayShown - 1] as Found).cost) continue;
    today = [...today, { s, cost, choice: chosen[at] as number }].sort(order).slice(0, perDayShown);
  }
  return [...best, ...today].sort(order);
}

/** Whether all of `must` and one of `anyOf` are free at a start of the grid. */
export function isStart(
  must: readonly Party[],
  anyOf: readonly Party[],
  { asked, ...wanted }: Pick<Wanted, 'now' | 'minutes' | 'step'> & { asked: number },
): boolean {
  const choices = anyOf.length === 0 ? [[]] : anyOf.map((party) => [party]);
  return choices.some((choice) => {
    const all = [...must, ...choice].map((party) => prepared(party, 0));
    return [...startsOf(all, together(all, [asked, asked + wanted.minutes]), wanted)].includes(asked);
  });
}
