import { localized, readPerson } from '@okaeri/access';
import type { Actor, Person } from '@okaeri/access';
import { OkaeriError } from '@okaeri/contracts';
import type { Clock, Locale, PersonId } from '@okaeri/contracts';
import { clockWords, now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** For whom a page is made: her language, her clock, and the one present that the whole page speaks of. */
export interface Reader {
  personId: PersonId;
  person: Person;
  locale: Locale;
  zone: string;
  place: string;
  now: Temporal.Instant;
}

export async function readerOf(em: EntityManager, actor: Actor): Promise<Reader> {
  const person = await readPerson(em, actor.personId);
  if (!person) throw new OkaeriError('sign_in_needed');
  return asReader(person);
}

/** The same of somebody who has been read. */
export function asReader(person: Person): Reader {
  const locale = person.language;
  return { personId: person.id, person, locale, zone: person.zone, place: localized(person.place, locale), now: now() };
}

export function clockOf(reader: Reader): Clock {
  return clockWords({ ...reader, instant: reader.now, now: reader.now });
}
