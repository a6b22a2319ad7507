import { normal, subtract } from './spans';

const day = 1440;

/** A window of each week, in minutes since midnight; `to` is beyond 1440 where it ends the next morning. */
export interface Rule {
  kind: 'open' | 'break' | 'on_call';
  /** 1: Monday. */
  weekday: number;
  from: number;
  to: number;
  /** First and last day on which it begins, in days since 1970. */
  validFrom: number | null;
  validTo: number | null;
}

/** One day that is otherwise. What is `off` is off, whatever else is said of it. */
export interface Exception {
  kind: 'off' | 'open';
  day: number;
  from: number;
  to: number;
}

export interface Pattern {
  rules: readonly Rule[];
  days: readonly Exception[];
}

/** 1: Monday, of a day since 1970, which was a Thursday. */
export const weekdayOf = (date: number): number => ((date + 3) % 7) + 1;

/** When somebody may have visits by her own clock, in minutes of a wall that is never turned. */
export function localOpen(
  { rules, days }: Pattern,
  firstDay: number,
  lastDay: number,
  { holidays, onCall }: { holidays: ReadonlySet<number>; onCall: boolean },
): number[] {
  const open: number[] = [];
  const breaks: number[] = [];
  const closed: number[] = [];
  // What begins on the day before may reach into the first.
  for (let date = firstDay - 1; date <= lastDay; date += 1) {
    if (holidays.has(date)) closed.push(date * day, (date + 1) * day);
    for (const { kind, weekday, from, to, validFrom, validTo } of rules) {
      if (weekday !== weekdayOf(date) || (validFrom !== null && date < validFrom)) continue;
      if (validTo !== null && date > validTo) continue;
      if (kind === 'on_call' && !onCall) continue;
      (kind === 'break' ? breaks : open).push(date * day + from, date * day + to);
    }
  }
  const said = (wanted: Exception['kind']) =>
    days
      .filter((each) => each.kind === wanted && each.day >= firstDay - 1 && each.day <= lastDay)
      .flatMap((each) => [each.day * day + each.from, each.day * day + each.to]);
  const usual = subtract(subtract(normal(open), normal(closed)), normal(breaks));
  return subtract(normal([...usual, ...said('open')]), normal(said('off')));
}
