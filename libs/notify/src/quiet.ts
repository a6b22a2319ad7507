import type { Person } from '@okaeri/access';
import { Temporal } from '@okaeri/words/time';

/** What lies further ahead of a visit than this can wait for a morning, or come the evening before. */
const canWaitMinutes = 180;
/** Whoever is reminded this shortly before a visit has nothing of it. */
const leastMinutes = 120;

export type QuietHours = Pick<Person, 'zone' | 'quietFrom' | 'quietTo'>;

/**
 * When a reminder that is due then goes out, by its reader's quiet hours: at their end, where that leaves her time until
 * the visit, else just before they begin. What is due shortly before the visit goes out when it is due.
 */
export function outOfQuiet(due: Temporal.Instant, startsAt: Temporal.Instant, hours: QuietHours): Temporal.Instant {
  if (due.until(startsAt).total('minutes') < canWaitMinutes) return due;
  const quiet = quietAround(due, hours);
  if (!quiet) return due;
  return quiet.ends.until(startsAt).total('minutes') >= leastMinutes
    ? quiet.ends
    : quiet.begins.subtract({ minutes: 1 });
}

/**
 * When something that wakes its reader may come instead of now: at the end of her quiet hours. `null`: now, for it is not
 * in them, or of no use any more when they are over.
 */
export function afterQuiet(
  now: Temporal.Instant,
  usefulUntil: Temporal.Instant,
  hours: QuietHours,
): Temporal.Instant | null {
  const ends = quietAround(now, hours)?.ends;
  return ends && ends.until(usefulUntil).total('minutes') >= leastMinutes ? ends : null;
}

/** The quiet hours that a moment lies in, by her own clock: they begin and end when it shows so, also where it is turned. */
function quietAround(
  at: Temporal.Instant,
  { zone, quietFrom, quietTo }: QuietHours,
): { begins: Temporal.Instant; ends: Temporal.Instant } | null {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return null;
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const shown = (day: Temporal.PlainDate, minute: number) =>
    day
      .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
      .toZonedDateTime(zone)
      .toInstant();
  for (const day of [today.subtract({ days: 1 }), today]) {
    const begins = shown(day, quietFrom);
    const ends = shown(quietFrom < quietTo ? day : day.add({ days: 1 }), quietTo);
    if (Temporal.Instant.compare(begins, at) <= 0 && Temporal.Instant.compare(at, ends) < 0) return { begins, ends };
  }
  return null;
}
