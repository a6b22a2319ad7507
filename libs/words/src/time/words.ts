import { localeTags } from '@okaeri/contracts';
import type { Clock, Locale, When } from '@okaeri/contracts';
import { say } from '../say';
import { dateWords, timeWords, zoneWords } from './conventions';
import { Temporal, now, toIso } from './now';

/** Where a reader is: her zone, the place in her own words, her language. */
export interface Reader {
  zone: string;
  place: string;
  locale: Locale;
}

/** The wall clock of one place in the reader's words. The year is said only where it is not the present one. */
export function clockWords(input: Reader & { instant: Temporal.Instant; now?: Temporal.Instant }): Clock {
  const at = input.instant.toZonedDateTimeISO(input.zone);
  const present = (input.now ?? now()).toZonedDateTimeISO(input.zone);
  return {
    place: input.place,
    zone: input.zone,
    zoneName: zoneWords(input.locale, at),
    date: dateWords(input.locale, at, at.year !== present.year),
    time: timeWords(input.locale, at),
  };
}

/** The same of what was promised of a clock, whatever it will show: ISO 8601 without offset. */
export function promiseWords(input: Reader & { wall: string; now?: Temporal.Instant }): Clock {
  const { wall, ...reader } = input;
  const present = (input.now ?? now()).toZonedDateTimeISO(input.zone).toPlainDateTime();
  const inUtc = (at: Temporal.PlainDateTime) => at.toZonedDateTime('UTC').toInstant();
  const words = clockWords({
    ...{ ...reader, zone: 'UTC', instant: inUtc(Temporal.PlainDateTime.from(wall)), now: inUtc(present) },
  });
  return { ...words, zone: input.zone };
}

/** The same for both sides of a visit, with a sentence that says it all. `other` is left out where zones are one. */
export function whenWords(input: {
  startsAt: Temporal.Instant;
  minutes: number;
  reader: Reader;
  other?: { zone: string; place: string };
  now?: Temporal.Instant;
}): When {
  const { startsAt, minutes, reader } = input;
  const present = input.now ?? now();
  const endsAt = startsAt.add({ minutes });
  const yours = clockWords({ ...reader, instant: startsAt, now: present });
  const theirs =
    input.other && input.other.zone !== reader.zone
      ? clockWords({ ...input.other, locale: reader.locale, instant: startsAt, now: present })
      : null;
  const running = Temporal.Instant.compare(startsAt, present) <= 0 && Temporal.Instant.compare(present, endsAt) < 0;
  return {
    startsAt: toIso(startsAt),
    endsAt: toIso(endsAt),
    minutes,
    yours,
    theirs,
    relative: running
      ? relative(reader.locale, 0, 'second')
      : relativeWords({ instant: startsAt, now: present, zone: reader.zone, locale: reader.locale }),
    sentence: sentence({
      startsAt,
      present,
      over: Temporal.Instant.compare(endsAt, present) <= 0,
      reader,
      yours,
      theirs,
    }),
  };
}

/**
 * "in 12 minutes", "in 3 hours", "tomorrow", "in 5 days". Days are counted on the reader's calendar. Hours are rounded
 * towards now, so that nobody comes late for having read them.
 */
export function relativeWords(input: {
  instant: Temporal.Instant;
  zone: string;
  locale: Locale;
  now?: Temporal.Instant;
}): string {
  const present = input.now ?? now();
  const minutes = Math.trunc(input.instant.since(present).total('minutes'));
  if (minutes === 0) return relative(input.locale, 0, 'second');
  if (Math.abs(minutes) < 90) return relative(input.locale, minutes, 'minute');
  const days = daysBetween(present, input.instant, input.zone);
  const hours = Math.trunc(minutes / 60);
  if (days === 0 || Math.abs(hours) < 6) return relative(input.locale, hours, 'hour');
  if (Math.abs(days) < 14) return relative(input.locale, days, 'day');
  if (Math.abs(days) < 60) return relative(input.locale, Math.trunc(days / 7), 'week');
  if (Math.abs(days) < 730) return relative(input.locale, Math.trunc(days / 30.44), 'month');
  return relative(input.locale, Math.trunc(days / 365.25), 'year');
}

const relatives = new Map<Locale, Intl.RelativeTimeFormat>();

function relative(locale: Locale, amount: number, unit: Intl.RelativeTimeFormatUnit): string {
  let format = relatives.get(locale);
  if (!format) {
    format = new Intl.RelativeTimeFormat(localeTags[locale], { numeric: 'auto' });
    relatives.set(locale, format);
  }
  return format.format(amount, unit).toLocaleLowerCase(localeTags[locale]);
}

function daysBetween(from: Temporal.Instant, to: Temporal.Instant, zone: string): number {
  const day = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  return day(from).until(day(to)).days;
}

function sentence(input: {
  startsAt: Temporal.Instant;
  present: Temporal.Instant;
  over: boolean;
  reader: Reader;
  yours: Clock;
  theirs: Clock | null;
}): string {
  const { reader, yours, theirs } = input;
  const days = daysBetween(input.present, input.startsAt, reader.zone);
  const near =
    days === 0 ? 'time.day.today' : days === 1 ? 'time.day.tomorrow' : days === -1 ? 'time.day.yesterday' : null;
  const date = near ? say(reader.locale, near, { date: yours.date }) : yours.date;
  const values = { date, time: yours.time, place: yours.place };
  const said = theirs
    ? say(reader.locale, input.over ? 'time.sentence.bothPast' : 'time.sentence.both', {
        ...values,
        otherDate: theirs.date,
        otherTime: theirs.time,
        otherPlace: theirs.place,
      })
    : say(reader.locale, 'time.sentence.one', values);
  return said.charAt(0).toLocaleUpperCase(localeTags[reader.locale]) + said.slice(1);
}
