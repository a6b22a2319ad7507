import type { Locale } from '@okaeri/contracts';
import { calendarWords } from './conventions';
import { Temporal } from './now';

/** A time as somebody reads it off a clock on a wall, in a zone. */
export interface Wall {
  /** "2026-11-24" and "19:00". */
  date: string;
  time: string;
  zone: string;
  /** Which of the two, in the night in which clocks are put back. */
  repeated?: 'earlier' | 'later' | undefined;
}

/**
 * The instant of a wall time. `skipped`: clocks are put forward over it, there is none; `repeated`: there are two, and
 * nobody has said which.
 */
export function instantOfWall({ date, time, zone, repeated }: Wall): Temporal.Instant | 'skipped' | 'repeated' {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return earlier.toInstant();
  // Over a gap the two lie on both sides of it, and neither shows what was asked for.
  if (!earlier.toPlainDateTime().equals(wall)) return 'skipped';
  if (!repeated) return 'repeated';
  return (repeated === 'earlier' ? earlier : later).toInstant();
}

/** What a clock on a wall shows, ready for a form. */
export function wallOf(instant: Temporal.Instant, zone: string): { date: string; time: string } {
  const at = instant.toZonedDateTimeISO(zone);
  return { date: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** The hour of the day there, 0 to 23. */
export function hourAt(instant: Temporal.Instant, zone: string): number {
  return instant.toZonedDateTimeISO(zone).hour;
}

/** The minute of the day there, 0 to 1439. */
export function minuteAt(instant: Temporal.Instant, zone: string): number {
  const { hour, minute } = instant.toZonedDateTimeISO(zone);
  return hour * 60 + minute;
}

/** A day of a calendar in words, such as a birth date: "14 March 1958". */
export function dayWords(date: string, locale: Locale): string {
  return calendarWords(locale, Temporal.PlainDate.from(date));
}
