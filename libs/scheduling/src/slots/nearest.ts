import { discomfort, prepared, startsOf, together } from './search';
import type { Party, Wanted } from './search';

/** Hours at which nobody is called out of bed, where patterns have to be passed over. */
const byDay = [8 * 60, 20 * 60] as const;
const always = [-Infinity, Infinity];

export interface NearestWanted extends Omit<Wanted, 'most'> {
  asked: number;
}

/**
 * The times nearest to the one that was asked for at which all of them are free: first within their hours, then at any
 * time that is day for each of them, then at any.
 */
export function nearest(parties: readonly Party[], wanted: NearestWanted, count = 3): number[] {
  const { from, to, minutes, asked } = wanted;
  const starts = (each: readonly Party[]) => {
    const all = each.map((party) => prepared(party, 0));
    return [...startsOf(all, together(all, [from, to]), wanted)].sort(
      (a, b) => Math.abs(a - asked) - Math.abs(b - asked) || a - b,
    );
  };
  const found = starts(parties).slice(0, count);
  if (found.length === count) return found;
  const atAnyTime = starts(parties.map((party) => ({ ...party, may: always })));
  const isDay = (s: number) => parties.every(({ zone }) => discomfort({ zone, good: byDay }, s, minutes) === 0);
  return [...new Set([...found, ...atAnyTime.filter(isDay), ...atAnyTime])].slice(0, count);
}
