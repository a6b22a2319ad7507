import type { Person } from '@okaeri/access';
import { Temporal } from '@okaeri/words/time';

const day = 1440;
/** She has this long at least, and whoever is asked next another day before the visit begins. */
const least = 15;
const spare = 24 * 60;

/**
 * Until when somebody has to answer who is asked now: her minutes count outside her quiet hours only, so that who is
 * asked in the night has them from the morning on.
 */
export function answerBy(
  now: Temporal.Instant,
  minutes: number,
  { zone, quietFrom, quietTo }: Pick<Person, 'zone' | 'quietFrom' | 'quietTo'>,
  startsAt: Temporal.Instant,
): Temporal.Instant {
  let at = now.toZonedDateTimeISO(zone);
  let left = minutes;
  if (quietFrom !== null && quietTo !== null && quietFrom !== quietTo) {
    while (left > 0) {
      const wall = at.hour * 60 + at.minute;
      const quiet = quietFrom < quietTo ? wall >= quietFrom && wall < quietTo : wall >= quietFrom || wall < quietTo;
      const until = nextWall(at, quiet ? quietTo : quietFrom);
      if (quiet) {
        at = until;
        continue;
      }
      const loud = Math.ceil(at.until(until).total('minutes'));
      at = at.add({ minutes: Math.min(left, loud) });
      left -= Math.min(left, loud);
    }
  } else {
    at = at.add({ minutes });
  }
  const latest = startsAt.subtract({ minutes: spare });
  const earliest = now.add({ minutes: least });
  const found = [at.toInstant(), latest].toSorted(Temporal.Instant.compare)[0] ?? latest;
  return Temporal.Instant.compare(found, earliest) < 0 ? earliest : found;
}

/** When the wall shows this minute of the day for the next time. */
function nextWall(at: Temporal.ZonedDateTime, minute: number): Temporal.ZonedDateTime {
  const time = Temporal.PlainTime.from({ hour: Math.floor((minute % day) / 60), minute: minute % 60 });
  const today = at.withPlainTime(time);
  return Temporal.ZonedDateTime.compare(today, at) > 0 ? today : at.add({ days: 1 }).withPlainTime(time);
}
