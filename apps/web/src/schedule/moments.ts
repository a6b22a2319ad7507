/*
 * An instant as a wall of UTC, which the server takes like any other, and back. Pure arithmetic: no clock and no zone of
 * this browser, whose data may be years old.
 */
const dayMs = 86_400_000;
const minuteMs = 60_000;

export interface Utc {
  date: string;
  time: string;
}

const two = (value: number) => String(value).padStart(2, '0');

/** By the days since 1 March of the year 0; an era is 400 years. */
export function utcOf(ms: number): Utc {
  const days = Math.floor(ms / dayMs) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const minutes = Math.floor((ms - Math.floor(ms / dayMs) * dayMs) / minuteMs);
  return {
    date: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
    time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  };
}

export function msOf({ date, time }: Utc): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * dayMs + (hour * 60 + minute) * minuteMs;
}

/** "2026-11-24T19:00:00Z". */
export const isoOf = (ms: number): string => {
  const { date, time } = utcOf(ms);
  return `${date}T${time}:00Z`;
};

export const msOfIso = (iso: string): number => msOf({ date: iso.slice(0, 10), time: iso.slice(11, 16) });

/** The day before or after on a calendar. */
export const dayBeside = (date: string, days: number): string =>
  utcOf(msOf({ date, time: '00:00' }) + days * dayMs).date;
