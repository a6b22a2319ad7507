import { Person } from '@okaeri/access';
import { readEpisodes } from '@okaeri/care';
import type { EpisodeId, PersonId } from '@okaeri/contracts';
import { readRows } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { readMembers, staffAmong } from './booked-people';
import type { Booked, Wanted } from './booked-people';

/** What somebody would book, before it is looked at whether there is such an episode and such people. */
export interface BookingAsked {
  byId: PersonId;
  episodeId: string;
  staff: readonly Wanted[];
  withPatient: boolean;
}

export interface BookingFacts {
  by: Person;
  booked: Booked;
}

/** These people, and the patients of these episodes. */
async function readPeopleOf(
  em: EntityManager,
  episodeIds: readonly EpisodeId[],
  ids: readonly PersonId[],
): Promise<Map<PersonId, Person>> {
  const people = await readRows(
    em,
    Person,
    `where id in (select unnest($1::uuid[]) union select patient_id from episode where id = any($2::uuid[]))`,
    [ids, episodeIds],
  );
  return new Map(people.map((person) => [person.id, person]));
}

/** Of several at once. Left out is what names an episode that is not there, or somebody who does not work at its institution. */
export async function bookingFacts(
  em: EntityManager,
  asked: readonly BookingAsked[],
): Promise<Map<BookingAsked, BookingFacts>> {
  const staffIds = [...new Set(asked.flatMap(({ staff }) => staff.map(({ personId }) => personId as PersonId)))];
  const episodeIds = asked.map(({ episodeId }) => episodeId as EpisodeId);
  const [episodes, members, persons] = await Promise.all([
    readEpisodes(em, episodeIds),
    readMembers(em, staffIds),
    readPeopleOf(em, episodeIds, [...asked.map(({ byId }) => byId), ...staffIds]),
  ]);
  const facts = new Map<BookingAsked, BookingFacts>();
  for (const each of asked) {
    const record = episodes.get(each.episodeId as EpisodeId);
    const by = persons.get(each.byId);
    const patient = record && persons.get(record.episode.patientId);
    const staff = record && staffAmong(members, persons, record.episode, each.staff);
    if (!by || !patient || !staff) continue;
    const people = each.withPatient ? [{ person: patient, role: 'patient' as const }, ...staff] : staff;
    facts.set(each, { by, booked: { ...record, patient, people, things: [] } });
  }
  return facts;
}
