import { localized, nameFor } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { localeTags } from '@okaeri/contracts';
import type { Clock, FoundSlot, Locale, SlotsAnswer, SlotsQuery } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { Temporal, clockWords, momentWords, toInstant, toIso, whenWords } from '@okaeri/words/time';
import type { Reader } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Cast } from './cast';
import { moodOf, reasonOf } from './reason';
import { localDay } from './search';
import type { Found, Party } from './search';
import type { Scheduled } from './parties';

/** Who asks: her language, her clock, and the present that the whole answer speaks of. */
export interface SlotReader extends Reader {
  now: Temporal.Instant;
}

interface Searched {
  cast: Cast;
  scheduled: ReadonlyMap<string, Scheduled>;
  must: readonly Party[];
  anyOf: readonly Party[];
  found: readonly Found[];
}

export async function answerOf(
  em: EntityManager,
  searched: Searched,
  { minutes }: Pick<SlotsQuery, 'minutes'>,
  reader: SlotReader,
): Promise<SlotsAnswer> {
  const { cast, scheduled, must, anyOf, found } = searched;
  const { locale } = reader;
  const nameOf = (id: string) => {
    const known = cast.people.get(id);
    return known && nameFor(known.person, locale, known.role);
  };
  const everybody = [...scheduled.values()].flatMap((each) => {
    const name = nameOf(each.party.id);
    return name ? [{ ...each, name }] : [];
  });
  const holidays = await readHolidays(em, everybody, found, locale);
  const earliest = Math.min(...found.map(({ s }) => s));
  const slots = found.map(({ s, choice }): FoundSlot => {
    const chosen = anyOf[choice];
    const people = [...must, ...(chosen ? [chosen] : [])].flatMap((party) => {
      const known = cast.people.get(party.id);
      return known ? [{ party, ...known, name: nameOf(party.id)?.display ?? '' }] : [];
    });
    const holidayOf = (party: Party) => holidays.get(`${party.id} ${localDay(party.zone, s)}`) ?? null;
    const when = whenOf(cast, { startsAt: instantOf(s), minutes }, reader);
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

/** On the reader's clock and on that of the side that lives on another one. */
function whenOf(
  { patient, institution }: Cast,
  slot: { startsAt: Temporal.Instant; minutes: number },
  reader: SlotReader,
) {
  const sides = [
    { zone: patient.zone, place: localized(patient.place, reader.locale) },
    { zone: institution.zone, place: localized(institution.city, reader.locale) },
  ];
  const other = sides.find(({ zone }) => zone !== reader.zone);
  return whenWords({ ...slot, reader, now: reader.now, ...(other ? { other } : {}) });
}

/** The national holidays of where each of them lives, on her own calendar, by "<person> <day>". */
async function readHolidays(
  em: EntityManager,
  everybody: readonly Scheduled[],
  found: readonly Found[],
  locale: Locale,
): Promise<Map<string, string>> {
  const asked = everybody.flatMap(({ party, resource: { country } }) =>
    country === null
      ? []
      : [...new Set(found.map(({ s }) => localDay(party.zone, s)))].map((day) => ({ party, country, day })),
  );
  const rows: { country: string; day: number; name: Localized }[] = await em.query(
    `select distinct h.country, w.day, h.name from holiday h
       join unnest($1::text[], $2::int[]) as w(country, day) on h.country = w.country and h.day = date '1970-01-01' + w.day`,
    [asked.map(({ country }) => country), asked.map(({ day }) => day)],
  );
  if (rows.length === 0) return new Map();
  const countries = new Intl.DisplayNames([localeTags[locale]], { type: 'region' });
  const words = new Map(
    rows.map(({ country, day, name }) => [
      `${country} ${day}`,
      say(locale, 'slots.holiday', { holiday: localized(name, locale), country: countries.of(country) ?? country }),
    ]),
  );
  return new Map(
    asked.flatMap(({ party, country, day }) => {
      const said = words.get(`${country} ${day}`);
      return said ? [[`${party.id} ${day}`, said] as const] : [];
    }),
  );
}
