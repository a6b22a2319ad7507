import type { SeriesForm } from '@okaeri/contracts';
import { Temporal, instantOfWall, wallOf } from '@okaeri/words/time';

export interface SeriesDate {
  /** As it was planned, in the zone of the form: by this it is left out or swapped. */
  date: string;
  startsAt: Temporal.Instant;
  /** The clock that is kept shows no such time on that day; `startsAt` is the next that it shows. */
  missing: boolean;
  swapped: boolean;
  skipped: boolean;
}

export type SeriesAsked = Pick<SeriesForm, 'zone' | 'everyWeeks' | 'times' | 'repeated' | 'skip' | 'swaps'>;

/**
 * The wall of the side that keeps it, week after week. Where a wall shows a time twice, it is as the form says, else the
 * earlier.
 */
export function seriesDates(form: SeriesAsked, first: Temporal.Instant, keeps: string): SeriesDate[] {
  const { date, time } = wallOf(first, keeps);
  return Array.from({ length: form.times }, (_, at): SeriesDate => {
    const then = Temporal.PlainDate.from(date).add({ weeks: at * form.everyWeeks });
    const wall = { date: then.toString(), time, zone: keeps, repeated: form.repeated ?? ('earlier' as const) };
    const found = at === 0 ? first : instantOfWall(wall);
    const missing = found === 'skipped' || found === 'repeated';
    const planned = missing ? afterGap(then, time, keeps) : found;
    const named = wallOf(planned, form.zone).date;
    const swap = form.swaps.find((each) => each.date === named);
    return {
      date: named,
      startsAt: swap ? Temporal.Instant.from(swap.startsAt) : planned,
      missing: missing && !swap,
      swapped: swap !== undefined,
      skipped: form.skip.includes(named),
    };
  });
}

function afterGap(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return date
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(zone, { disambiguation: 'later' })
    .toInstant();
}

/** Two that take up the same people at once: one of them was swapped to where another is. */
export function collide(startsAt: readonly Temporal.Instant[], minutes: number): boolean {
  const sorted = startsAt.map(({ epochMilliseconds }) => epochMilliseconds).sort((a, b) => a - b);
  return sorted.some((at, index) => index > 0 && at < (sorted[index - 1] ?? at) + minutes * 60_000);
}
