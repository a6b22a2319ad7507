import { clockTable } from './clock-table';

/** What a clock and a calendar on the wall show. */
export interface OracleWall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 0: Sunday. */
  weekday: number;
  /** Minutes east of Greenwich. */
  offset: number;
}

const floor = Math.floor;

/** Days since 1 January 1970; the year is counted from March, so that a leap day is its last. */
function daysOf(year: number, month: number, day: number): number {
  const [y, m] = month < 3 ? [year - 1, month + 9] : [year, month - 3];
  return day + floor((153 * m + 2) / 5) + 365 * y + floor(y / 4) - floor(y / 100) + floor(y / 400) - 719_469;
}

/** Minutes since 1970 of "2026-11-24T19:00" and of "2026-11-25T00:00Z"; seconds are left out. */
export function minuteOf(text: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return daysOf(year, month, day) * 1440 + hour * 60 + minute;
}

const [begin, end] = [minuteOf('2025-01-02T00:00Z'), minuteOf('2028-12-30T00:00Z')];

/** Minutes east of Greenwich at an instant. */
function offsetAt(zone: string, minute: number): number {
  const clock = clockTable[zone];
  if (!clock || minute < begin || minute > end) throw new Error(`The table of clocks says nothing of ${zone} then.`);
  return clock.turns.reduce((offset, [turn, after]) => (minuteOf(turn) <= minute ? after : offset), clock.offset);
}

/** What the wall shows somewhere at an instant, given in minutes since 1970. */
export function wallAt(zone: string, minute: number): OracleWall {
  const offset = offsetAt(zone, minute);
  const local = minute + offset;
  const days = floor(local / 1440);
  let [year, month] = [1970 + floor(days / 366), 1];
  while (daysOf(year + 1, 1, 1) <= days) year += 1;
  while (month < 12 && daysOf(year, month + 1, 1) <= days) month += 1;
  const rest = local - days * 1440;
  const weekday = (days + 4) % 7;
  return {
    year,
    month,
    day: days - daysOf(year, month, 1) + 1,
    hour: floor(rest / 60),
    minute: rest % 60,
    weekday,
    offset,
  };
}

/** The instants at which a wall shows this: none where it is skipped, two where it comes again. */
export function instantsOf(zone: string, wall: string): number[] {
  const clock = clockTable[zone];
  const offsets = new Set([clock?.offset ?? 0, ...(clock?.turns ?? []).map(([, offset]) => offset)]);
  const candidates = [...offsets].map((offset) => ({ minute: minuteOf(wall) - offset, offset }));
  return candidates
    .filter(({ minute, offset }) => offsetAt(zone, minute) === offset)
    .map(({ minute }) => minute)
    .sort((one, other) => one - other);
}

const two = (value: number) => String(value).padStart(2, '0');

/** "2026-11-24T19:00", as a calendar file and a form write it. */
export function wallText({ year, month, day, hour, minute }: OracleWall): string {
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** "2026-11-25T00:00Z". */
export function instantText(minute: number): string {
  const days = floor(minute / 1440);
  let year = 1970;
  while (daysOf(year + 1, 1, 1) <= days) year += 1;
  let month = 1;
  while (month < 12 && daysOf(year, month + 1, 1) <= days) month += 1;
  const rest = minute - days * 1440;
  return `${year}-${two(month)}-${two(days - daysOf(year, month, 1) + 1)}T${two(floor(rest / 60))}:${two(rest % 60)}Z`;
}
