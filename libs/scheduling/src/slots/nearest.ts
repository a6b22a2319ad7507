import { discomfort, prepared, startsOf, together } from './search';
import type { Party, Wanted } from './search';
import type { Spans } from './spans';

/** Hours at which nobody is called out of bed, where patterns have to be passed over. */
const byDay = [8 * 60, 20 * 60] as const;
const always = [-Infinity, Infinity];
const near = 12 * 60;

export interface NearestWanted extends Omit<Wanted, 'most'> {
  asked: number;
}

/**
 * The times nearest to the one that was asked for at which all of them are free: first within their hours, then at any
 * time that is day for each of them, then at any.
 */
export function nearest(parties: readonly Party[], wanted: NearestWanted, count = 3): number[] {
  const { from, to, minutes, asked } = wanted;
  const starts = (each: readonly Party[], window: Spans) => {
    const all = each.map((party) => prepared(party, 0));
    return [...startsOf(all, together(all, window), wanted)].sort(
      (a, b) => Math.abs(a - asked) - Math.abs(b - asked) || a - b,
    );
  };
  // Most often they are on the day itself.
  const close = starts(parties, [Math.max(from, asked - near), Math.min(to, asked + near + minutes)]);
  const found = (close.length < count ? starts(parties, [from, to]) : close).slice(0, count);
  if (found.length === count) return found;
  const atAnyTime = starts(
    parties.map((party) => ({ ...party, may: always })),
    [from, to],
  );
  const isDay = (s: number) => parties.every(({ zone }) => discomfort({ zone, good: byDay }, s, minutes) === 0);
  return [...new Set([...found, ...atAnyTime.filter(isDay), ...atAnyTime])].slice(0, count);
}
