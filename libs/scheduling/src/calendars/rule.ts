import { dayOf, daySeconds } from './days';

export const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** A rule that repeats (RFC 5545, 3.3.10). */
export interface Rule {
  freq: Frequency;
  interval: number;
  count: number | null;
  until: Until | null;
  weekStart: number;
  bySecond: readonly number[];
  byMinute: readonly number[];
  byHour: readonly number[];
  /** `nth` 0: each of that weekday. */
  byDay: readonly { nth: number; weekday: number }[];
  byMonthDay: readonly number[];
  byYearDay: readonly number[];
  byWeekNo: readonly number[];
  byMonth: readonly number[];
  bySetPos: readonly number[];
}

/** Until then, in whichever form a program wrote it. */
export interface Until {
  wall: number;
  form: 'day' | 'wall' | 'utc';
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** `null` for what is no rule, or one of another calendar. Parts that nobody knows are passed over. */
export function ruleOf(text: string): Rule | null {
  const parts = new Map(
    text
      .split(';')
      .map((part) => part.split('='))
      .map(([key = '', value = '']) => [key.trim().toUpperCase(), value.trim().toUpperCase()]),
  );
  const freq = frequencies.find((known) => known === parts.get('FREQ'));
  if (!freq || !['GREGORIAN', undefined].includes(parts.get('RSCALE'))) return null;
  const until = parts.has('UNTIL') ? untilOf(parts.get('UNTIL') ?? '') : null;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : null;
  if (parts.get('UNTIL') && !until) return null;
  if (!(interval >= 1) || (count !== null && !(count >= 0))) return null;
  const list = (key: string, from: number, to: number) =>
    (parts.get(key) ?? '')
      .split(',')
      .filter(Boolean)
      .map(Number)
      .filter((value) => Number.isInteger(value) && from <= value && value <= to);
  return {
    freq,
    interval: Math.min(Math.floor(interval), 100_000),
    count: count === null ? null : Math.floor(count),
    until,
    weekStart: weekdays.indexOf(parts.get('WKST') ?? 'MO') + 1 || 1,
    bySecond: list('BYSECOND', 0, 60),
    byMinute: list('BYMINUTE', 0, 59),
    byHour: list('BYHOUR', 0, 23),
    byDay: daysOf(parts.get('BYDAY') ?? ''),
    byMonthDay: signed(list('BYMONTHDAY', -31, 31)),
    byYearDay: signed(list('BYYEARDAY', -366, 366)),
    byWeekNo: signed(list('BYWEEKNO', -53, 53)),
    byMonth: list('BYMONTH', 1, 12),
    bySetPos: signed(list('BYSETPOS', -366, 366)),
  };
}

const signed = (values: readonly number[]) => values.filter((value) => value !== 0);

function daysOf(text: string): { nth: number; weekday: number }[] {
  return text.split(',').flatMap((part) => {
    const [, nth, day] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part.trim()) ?? [];
    return day ? [{ nth: Number(nth ?? 0), weekday: weekdays.indexOf(day) + 1 }] : [];
  });
}

function untilOf(text: string): Until | null {
  const [, y, m, d, time, utc] = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d{2}:?\d{2}:?(?:\d{2})?)(Z)?)?$/.exec(text) ?? [];
  if (y === undefined) return null;
  const midnight = dayOf(Number(y), Number(m), Number(d)) * daySeconds;
  if (time === undefined) return { wall: midnight, form: 'day' };
  const [hour = 0, minute = 0, second = 0] = (time.replaceAll(':', '').match(/../g) ?? []).map(Number);
  return { wall: midnight + hour * 3600 + minute * 60 + second, form: utc ? 'utc' : 'wall' };
}
