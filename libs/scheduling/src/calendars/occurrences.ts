import { dateOf, dayOf, daySeconds, daysInMonth, weekdayOf } from './days';
import type { Rule } from './rule';

/** What may still be counted, for one file together: whoever wrote it does not decide how long this process counts. */
export interface Budget {
  steps: number;
}

export interface Span {
  from: number;
  to: number;
}

/** A rule may be followed through so many of its days, weeks, months or years. */
const stepsOfRule = 20_000;

/** More than one each five minutes is no appointment of anybody. */
const mostADay = 288;

/** Whether it repeats so often that it would be a day's whole length, or is meant to keep a reader busy. */
export function isDense({ freq, byHour, byMinute, bySecond }: Rule): boolean {
  if (freq === 'SECONDLY' || freq === 'MINUTELY') return true;
  const hours = freq === 'HOURLY' ? 24 : Math.max(1, byHour.length);
  return hours * Math.max(1, byMinute.length) * Math.max(1, bySecond.length) > mostADay;
}

/**
 * The beginnings that a rule gives within a span, in seconds as a wall clock shows them. Of a rule without a number of
 * times only the span is looked at, however long ago it began. `null`: it is too dense, or too long to be followed.
 */
export function occurrences(rule: Rule, start: number, within: Span, budget: Budget): number[] | null {
  if (isDense(rule)) return null;
  const found: number[] = [];
  const at = periods(rule, start);
  const starts = startsOf(rule, start);
  let left = rule.count ?? Infinity;
  let steps = stepsOfRule;
  // What a number of times reaches has to be counted from the first one.
  const first = rule.count === null ? Math.max(0, at.near(within.from) - 1) : 0;
  for (let k = first; left > 0; k += 1) {
    const period = at.period(k);
    if (period.from > within.to) break;
    const walls = positioned(rule, starts(period));
    steps -= 1;
    budget.steps -= period.days.length + walls.length;
    if (steps < 0 || budget.steps < 0) return null;
    for (const wall of walls) {
      if (wall < start) continue;
      if (left-- <= 0) break;
      if (wall >= within.from && wall < within.to) found.push(wall);
    }
  }
  return found;
}

interface Period {
  /** Its first second, and its days. */
  from: number;
  days: readonly number[];
  /** Of an hour: which. */
  hour: number | null;
}

interface Periods {
  period(k: number): Period;
  /** Which of them is not after that second. */
  near(wall: number): number;
}

function periods({ freq, interval, weekStart }: Rule, start: number): Periods {
  const day = Math.floor(start / daySeconds);
  const { year, month } = dateOf(day);
  const range = (from: number, length: number) => Array.from({ length }, (_, at) => from + at);
  if (freq === 'HOURLY') {
    const hour = Math.floor(start / 3600);
    return {
      period: (k) => {
        const from = (hour + k * interval) * 3600;
        const ofDay = Math.floor(from / daySeconds);
        return { from, days: [ofDay], hour: (from - ofDay * daySeconds) / 3600 };
      },
      near: (wall) => Math.floor((wall / 3600 - hour) / interval),
    };
  }
  if (freq === 'DAILY' || freq === 'WEEKLY') {
    const length = freq === 'DAILY' ? 1 : 7;
    const begin = freq === 'DAILY' ? day : day - ((weekdayOf(day) - weekStart + 7) % 7);
    return {
      period: (k) => {
        const from = begin + k * interval * length;
        return { from: from * daySeconds, days: range(from, length), hour: null };
      },
      near: (wall) => Math.floor((wall / daySeconds - begin) / (interval * length)),
    };
  }
  if (freq === 'MONTHLY') {
    const first = year * 12 + month - 1;
    return {
      period: (k) => {
        const [y, m] = [Math.floor((first + k * interval) / 12), ((first + k * interval) % 12) + 1];
        const from = dayOf(y, m, 1);
        return { from: from * daySeconds, days: range(from, daysInMonth(y, m)), hour: null };
      },
      near: (wall) => {
        const to = dateOf(Math.floor(wall / daySeconds));
        return Math.floor((to.year * 12 + to.month - 1 - first) / interval);
      },
    };
  }
  return {
    period: (k) => {
      const from = dayOf(year + k * interval, 1, 1);
      return { from: from * daySeconds, days: range(from, dayOf(year + k * interval + 1, 1, 1) - from), hour: null };
    },
    near: (wall) => Math.floor((dateOf(Math.floor(wall / daySeconds)).year - year) / interval),
  };
}

function startsOf(rule: Rule, start: number): (period: Period) => number[] {
  const fits = dayFilter(rule, start);
  const ofDay = start - Math.floor(start / daySeconds) * daySeconds;
  const [h, m, s] = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
  const [minutes, seconds] = [or(rule.byMinute, m), or(rule.bySecond, s)];
  const ofHour = [...new Set(minutes.flatMap((b) => seconds.map((c) => b * 60 + c)))].sort((a, b) => a - b);
  const timesIn = (hours: readonly number[]) => hours.flatMap((a) => ofHour.map((rest) => a * 3600 + rest));
  const ofEachDay = timesIn([...new Set(or(rule.byHour, h))].sort((a, b) => a - b));
  return ({ days, hour }) => {
    if (hour !== null && rule.byHour.length > 0 && !rule.byHour.includes(hour)) return [];
    const times = hour === null ? ofEachDay : timesIn([hour]);
    return days.filter(fits).flatMap((day) => times.map((time) => day * daySeconds + time));
  };
}

const or = (values: readonly number[], other: number): readonly number[] => (values.length > 0 ? values : [other]);

/** Whether a day is one of the rule's; what the rule leaves open is as its first day has it. */
function dayFilter(rule: Rule, start: number): (day: number) => boolean {
  const { freq, byMonth, byMonthDay, byYearDay, byWeekNo, byDay } = rule;
  const first = Math.floor(start / daySeconds);
  const given = dateOf(first);
  const open = [byMonthDay, byYearDay, byWeekNo, byDay].every(({ length }) => length === 0);
  const months = freq === 'YEARLY' && open ? or(byMonth, given.month) : byMonth;
  const dates = (freq === 'YEARLY' || freq === 'MONTHLY') && open ? [given.date] : byMonthDay;
  // A week of a year, or a week: on the weekday of the first.
  const onlyWeek = byWeekNo.length > 0 && byDay.length === 0 && byMonthDay.length === 0 && byYearDay.length === 0;
  const weekdays = (freq === 'WEEKLY' && open) || onlyWeek ? [{ nth: 0, weekday: weekdayOf(first) }] : byDay;
  return (day) => {
    const { year, month, date } = dateOf(day);
    if (months.length > 0 && !months.includes(month)) return false;
    if (dates.length > 0 && !dates.includes(date) && !dates.includes(date - daysInMonth(year, month) - 1)) return false;
    if (byYearDay.length > 0) {
      const [begin, end] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)];
      if (!byYearDay.includes(day - begin + 1) && !byYearDay.includes(day - end)) return false;
    }
    if (byWeekNo.length > 0 && !isInWeek(rule, day, year)) return false;
    return weekdays.length === 0 || weekdays.some((each) => isWeekday(rule, each, day));
  };
}

function isWeekday({ freq, byMonth }: Rule, { nth, weekday }: { nth: number; weekday: number }, day: number): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === 0 || (freq !== 'YEARLY' && freq !== 'MONTHLY')) return true;
  const { year, month } = dateOf(day);
  const ofYear = freq === 'YEARLY' && byMonth.length === 0;
  const from = ofYear ? dayOf(year, 1, 1) : dayOf(year, month, 1);
  const to = ofYear ? dayOf(year + 1, 1, 1) : from + daysInMonth(year, month);
  return nth === Math.floor((day - from) / 7) + 1 || nth === -(Math.floor((to - 1 - day) / 7) + 1);
}

/** The first week of a year is the first with four days in it; a day at the turn may be of a week of the other year. */
function isInWeek({ byWeekNo, weekStart }: Rule, day: number, year: number): boolean {
  const firstOf = (y: number) => {
    const january = dayOf(y, 1, 1);
    const into = (weekdayOf(january) - weekStart + 7) % 7;
    return into <= 3 ? january - into : january - into + 7;
  };
  const owner = day < firstOf(year) ? year - 1 : day >= firstOf(year + 1) ? year + 1 : year;
  const begin = firstOf(owner);
  const week = Math.floor((day - begin) / 7) + 1;
  const weeks = (firstOf(owner + 1) - begin) / 7;
  return byWeekNo.includes(week) || byWeekNo.includes(week - weeks - 1);
}

function positioned({ bySetPos }: Rule, walls: readonly number[]): readonly number[] {
  if (bySetPos.length === 0) return walls;
  const places = new Set(bySetPos.map((at) => (at > 0 ? at - 1 : walls.length + at)));
  return walls.filter((_, at) => places.has(at));
}
