import { localized, nameFor } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import type { Slot } from '@okaeri/care';
import { localeTags } from '@okaeri/contracts';
import type { Clock, FoundSlot, Locale, SlotsAnswer, SlotsQuery, When } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { Temporal, clockWords, momentWords, toInstant, toIso, whenWords } from '@okaeri/words/time';
import type { Reader } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Cast } from './cast';
import { moodOf, reasonOf } from './reason';
import { localDay } from './search';
import type { Found, Party } from './search';
import type { Scheduled } from './parties';
import type { Window } from './patterns';

const day = 1440;

/** Who asks: her language, her clock, and the present that the whole answer speaks of. */
export interface SlotReader extends Reader {
  now: Temporal.Instant;
}

/** What a search went by, and what it found. */
export interface Search {
  cast: Cast;
  scheduled: ReadonlyMap<string, Scheduled>;
  /** National holidays of where they live. */
  closed: readonly ClosedDay[];
  must: readonly Party[];
  anyOf: readonly Party[];
  found: readonly Found[];
}

export function answerOf(searched: Search, { minutes }: Pick<SlotsQuery, 'minutes'>, reader: SlotReader): SlotsAnswer {
  const { cast, scheduled, closed, must, anyOf, found } = searched;
  const { locale } = reader;
  const nameOf = (id: string) => {
    const known = cast.people.get(id);
    return known && nameFor(known.person, locale, known.role);
  };
  const everybody = [...scheduled.values()].flatMap((each) => {
    const name = nameOf(each.party.id);
    return name ? [{ ...each, name }] : [];
  });
  const holidayIn = holidaysIn(closed, locale);
  const earliest = Math.min(...found.map(({ s }) => s));
  const slots = found.map(({ s, choice }): FoundSlot => {
    const chosen = anyOf[choice];
    const people = [...must, ...(chosen ? [chosen] : [])].flatMap((party) => {
      const known = cast.people.get(party.id);
      return known ? [{ party, ...known, name: nameOf(party.id)?.display ?? '' }] : [];
    });
    const holidayOf = (party: Party) => holidayIn(cast.people.get(party.id)?.person.country, localDay(party.zone, s));
    const when = whenOfEpisode(cast, { startsAt: instantOf(s), minutes }, reader);
    // Most of them live where one of the two sides does: a clock is put into words once.
    const clocks = new Map([when.yours, when.theirs].flatMap((clock) => (clock ? [[clock.zone, clock] as const] : [])));
    const clockOf = ({ zone: { zone } }: Party, place: string): Clock => {
      const known = clocks.get(zone) ?? clockWords({ locale, place, zone, instant: instantOf(s), now: reader.now });
      clocks.set(zone, known);
      return { ...known, place };
    };
    return {
      startsAt: toIso(instantOf(s)),
      when,
      interpreterId: chosen?.id ?? null,
      clocks: people.map(({ party, person }) => ({
        personId: person.id,
        clock: clockOf(party, localized(person.place, locale)),
        mood: moodOf(party, s, minutes),
        holiday: holidayOf(party),
      })),
      reason: reasonOf({
        ...{ locale, s, minutes, people },
        first: s === earliest,
        holidays: [...new Set(people.flatMap(({ party }) => holidayOf(party) ?? []))],
        timeOf: ({ zone: { zone } }, minute) =>
          clockWords({ locale, place: '', zone, instant: instantOf(minute), now: reader.now }).time,
      }),
    };
  });
  return {
    slots,
    stale: everybody.flatMap(({ resource: { id, staleSince }, name }) => {
      if (!staleSince) return [];
      const when = momentWords({ instant: toInstant(staleSince), zone: reader.zone, locale, now: reader.now });
      return [{ personId: id, name, sinceWords: say(locale, 'slots.stale.since', { when }) }];
    }),
    assumed: everybody.filter(({ resource }) => resource.version === null).map(({ resource }) => resource.id),
  };
}

const instantOf = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);

/** A time of an episode on the reader's clock and on that of the side that lives on another one. */
export function whenOfEpisode(
  { patient, institution }: Pick<Cast, 'patient' | 'institution'>,
  slot: Slot,
  reader: SlotReader,
): When {
  const sides = [
    { zone: patient.zone, place: localized(patient.place, reader.locale) },
    { zone: institution.zone, place: localized(institution.city, reader.locale) },
  ];
  const other = sides.find(({ zone }) => zone !== reader.zone);
  return whenWords({ ...slot, reader, now: reader.now, ...(other ? { other } : {}) });
}

export interface ClosedDay {
  country: string;
  /** Since 1970. */
  day: number;
  name: Localized;
}

/** The national holidays of the countries in which these people live, on any of their calendars. */
export function readClosed(em: EntityManager, { people }: Cast, { from, to }: Window): Promise<ClosedDay[]> {
  return em.query(
    `select country, (day - date '1970-01-01') as day, name from holiday
      where country = any($1::text[]) and day between date '1970-01-01' + $2::int and date '1970-01-01' + $3::int`,
    [[...people.values()].map(({ person }) => person.country), Math.floor(from / day) - 1, Math.floor(to / day) + 1],
  );
}

/** "Culture Day in Japan", of a country and a day; `null` where it is a day like others. */
function holidaysIn(
  closed: readonly ClosedDay[],
  locale: Locale,
): (country: string | undefined, date: number) => string | null {
  const found = new Map(closed.map((each) => [`${each.country} ${each.day}`, each]));
  return (country, date) => {
    const holiday = found.get(`${country} ${date}`);
    if (!holiday || !country) return null;
    const place = new Intl.DisplayNames([localeTags[locale]], { type: 'region' }).of(country) ?? country;
    return say(locale, 'slots.holiday', { holiday: localized(holiday.name, locale), country: place });
  };
}
