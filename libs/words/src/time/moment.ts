import type { Locale } from '@okaeri/contracts';
import { say } from '../say';
import { dateWords, timeWords } from './conventions';
import { now } from './now';
import type { Temporal } from './now';

/** When something happened or will happen, to the minute: "today at 9:41 a.m.", "Tuesday 24 November at 7:00 p.m.". */
export function momentWords(input: {
  instant: Temporal.Instant;
  zone: string;
  locale: Locale;
  now?: Temporal.Instant;
}): string {
  const { locale, zone } = input;
  const at = input.instant.toZonedDateTimeISO(zone);
  const present = (input.now ?? now()).toZonedDateTimeISO(zone);
  const time = timeWords(locale, at);
  const { days } = present.toPlainDate().until(at.toPlainDate());
  if (days === 0) return say(locale, 'time.moment.today', { time });
  if (days === -1) return say(locale, 'time.moment.yesterday', { time });
  return say(locale, 'time.moment.other', { date: dateWords(locale, at, at.year !== present.year), time });
}
