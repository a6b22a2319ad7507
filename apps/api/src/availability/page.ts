import { localized, nameFor, readMemberships, readPerson } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { Institution, Thing } from '@okaeri/care';
import { OkaeriError, localeTags } from '@okaeri/contracts';
import type { AvailabilityPage, InstitutionId, PersonId, PersonName, SeatRole } from '@okaeri/contracts';
import { knownCountries, readAvailability, readHolidays } from '@okaeri/scheduling';
import type { ResourceKind } from '@okaeri/scheduling';
import { say } from '@okaeri/words';
import { clockWords, dateOfDay, dayNumber, momentWords, wallOf } from '@okaeri/words/time';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';

const year = 365;

interface Place {
  zone: string;
  place: Localized;
}

/** A person, or a room or device, as the page of its hours names it. */
interface Resource {
  kind: ResourceKind;
  what: AvailabilityPage['what'];
  name: PersonName | null;
  title: string;
  /** Her own clock first, then those of where she works. */
  places: readonly Place[];
}

/** Whether the reader may know was asked before; and whoever may read it may write it. */
export async function availabilityOf(em: EntityManager, resourceId: string, reader: Reader): Promise<AvailabilityPage> {
  const { locale } = reader;
  const { kind, what, name, title, places } = await resourceOf(em, resourceId, reader);
  const { form, assumed, changedBy, changedAt } = await readAvailability(em, resourceId, kind);
  const zone = form.zone ?? places[0]?.zone ?? reader.zone;
  const inWords = (each: string, place?: Localized) => {
    const at = { zone: each, place: place ? localized(place, locale) : '', locale };
    const { zoneName } = clockWords({ ...at, instant: reader.now, now: reader.now });
    return at.place ? say(locale, 'slots.zone', { place: at.place, zone: zoneName }) : zoneName;
  };
  const placeIn = (each: string) => places.find((known) => known.zone === each)?.place;
  const by = changedBy && (await readPerson(em, changedBy));
  const countries = new Intl.DisplayNames([localeTags[locale]], { type: 'region' });
  const today = wallOf(reader.now, zone).date;
  const holidays = await readHolidays(em, form.holidays, today, dateOfDay(dayNumber(today) + year));
  return {
    ...{ resourceId, what, name, title, zone, assumed, form },
    zoneWords: inWords(zone, placeIn(zone)),
    dayWords: [...new Set(form.days.map(({ date }) => date))].map((date) => ({ date, words: dateIn(date, reader) })),
    holidays: holidays.map(({ date, name: holiday, countries: keeps }) => ({
      ...{ date, countries: keeps },
      words: say(locale, 'slots.holiday.day', { date: dateIn(date, reader), holiday: localized(holiday, locale) }),
    })),
    countries: (await knownCountries(em))
      .map((country) => ({ country, words: countries.of(country) ?? country }))
      .sort((a, b) => a.words.localeCompare(b.words, localeTags[locale])),
    zones: [...new Set([zone, ...places.map((each) => each.zone)])].map((each) => ({
      zone: each,
      words: inWords(each, placeIn(each)),
    })),
    changedWords:
      by && changedAt
        ? say(locale, 'slots.availability.changed', {
            name: nameFor(by, locale).display,
            when: momentWords({ instant: changedAt, zone: reader.zone, locale, now: reader.now }),
          })
        : null,
    mayWrite: true,
  };
}

/** A day of a calendar, with its weekday. */
function dateIn(date: string, { locale, now }: Reader): string {
  const instant = now.add({ hours: 24 * (dayNumber(date) - dayNumber(wallOf(now, 'UTC').date)) });
  return clockWords({ instant, zone: 'UTC', place: '', locale, now }).date;
}

const order: readonly SeatRole[] = ['physician', 'interpreter', 'coordinator'];

async function resourceOf(em: EntityManager, id: string, { locale }: Reader): Promise<Resource> {
  const person = await readPerson(em, id as PersonId);
  if (person) {
    const memberships = await readMemberships(em, person.id);
    const works = await institutionsOf(
      em,
      memberships.map(({ institutionId }) => institutionId),
    );
    const staff = memberships.length > 0;
    const what = staff
      ? (order.find((role) => memberships.some((each) => each.role === role)) ?? 'coordinator')
      : 'patient';
    const name = nameFor(person, locale, what);
    return {
      kind: staff ? 'staff' : 'patient',
      ...{ what, name, title: name.display },
      places: [{ zone: person.zone, place: person.place }, ...works],
    };
  }
  const thing = await em.findOneBy(Thing, { id });
  if (!thing) throw new OkaeriError('not_found');
  return {
    ...{ kind: 'thing', what: thing.kind, name: null, title: thing.name },
    places: await institutionsOf(em, [thing.institutionId]),
  };
}

async function institutionsOf(em: EntityManager, ids: readonly InstitutionId[]): Promise<Place[]> {
  const found = await em.findBy(Institution, { id: In([...new Set(ids)]) });
  return found.map(({ zone, city }) => ({ zone, place: city }));
}
