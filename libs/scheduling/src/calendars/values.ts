import { dayOf, daySeconds, daysInMonth } from './days';
import type { ContentLine } from './lines';

/** A point of time as a file writes it: seconds since 1970 as a clock on a wall shows them, and which clock that is. */
export interface FileTime {
  wall: number;
  /** A whole day of a calendar, without any hour. */
  isDay: boolean;
  /** `UTC`, a name that is still to be found out, or nothing: on whatever clock its owner has. */
  zone: string | null;
}

const pattern = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** `null` for what is no time. A zone's name that was written without the quotes that it needs is taken up too. */
export function timesOf(line: ContentLine): (FileTime | null)[] {
  const { zone, values } = withZone(line);
  const onlyDay = line.params.get('VALUE')?.toUpperCase() === 'DATE';
  return values.split(',').map((value) => timeOf(value.trim(), zone, onlyDay));
}

export const timeIn = (line: ContentLine): FileTime | null => timesOf(line)[0] ?? null;

/** `TZID=(UTC+09:00) Osaka:20261124T090000`: the first colon is not the one that ends the name. */
export function withZone({ params, value }: ContentLine): { zone: string | null; values: string } {
  const zone = params.get('TZID') || null;
  const colon = value.lastIndexOf(':');
  if (zone === null || colon === -1 || pattern.test(value) || value.includes('/')) return { zone, values: value };
  return { zone: `${zone}:${value.slice(0, colon)}`, values: value.slice(colon + 1) };
}

function timeOf(text: string, zone: string | null, onlyDay: boolean): FileTime | null {
  const [, y, m, d, hour, minute, second, offset] = pattern.exec(text) ?? [];
  if (y === undefined) return null;
  const [year, month, date] = [Number(y), Number(m), Number(d)];
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  const midnight = dayOf(year, month, date) * daySeconds;
  if (hour === undefined || onlyDay) return { wall: midnight, isDay: true, zone: null };
  const [h, min, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  // 24:00 and leap seconds are written by some; they are the moment after.
  if (h > 24 || min > 59 || s > 60) return null;
  const wall = midnight + h * 3600 + min * 60 + s;
  if (offset === undefined) return { wall, isDay: false, zone };
  return { wall: wall - offsetOf(offset), isDay: false, zone: 'UTC' };
}

/** `+0900`, `-023000` or `Z`, in seconds. */
export function offsetOf(text: string): number {
  const [, sign, hours, minutes, seconds] = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(text.trim()) ?? [];
  if (!sign) return 0;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return sign === '-' ? -size : size;
}

/** Days are of a calendar, seconds are exact; `null` for what is none. One below nothing is kept as that. */
export function durationOf(text: string): { days: number; seconds: number } | null {
  const found = /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,8})S)?)?$/i.exec(
    text.trim(),
  );
  if (!found) return null;
  const [, sign, ...parts] = found;
  if (parts.every((part) => part === undefined)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  const way = sign === '-' ? -1 : 1;
  return { days: way * (weeks * 7 + days), seconds: way * (hours * 3600 + minutes * 60 + seconds) };
}
