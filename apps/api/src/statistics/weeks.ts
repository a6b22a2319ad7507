import type { Counted } from '@okaeri/scheduling';
import { Temporal } from '@okaeri/words/time';

const nothing = { attended: 0, late: 0, noshow: 0, technical: 0, notReceived: 0, cancelled: 0 };

/** Weeks by their Mondays without a gap, so that a picture of them is true to time; none where nothing was in any. */
export function everyWeek(counted: readonly Counted[], { from, to }: { from: string; to: string }): Counted[] {
  if (counted.length === 0) return [];
  const known = new Map(counted.map((week) => [week.key, week]));
  const first = Temporal.PlainDate.from(from);
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks = Math.floor(monday.until(to, { largestUnit: 'days' }).days / 7) + 1;
  return Array.from({ length: weeks }, (_, at) => {
    const key = monday.add({ weeks: at }).toString();
    return known.get(key) ?? { key, ...nothing };
  });
}
