import { readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readEpisodes } from '@okaeri/care';
import type { EpisodeId, PersonId } from '@okaeri/contracts';
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

/** Of several at once. Left out is what names an episode that is not there, or somebody who does not work at its institution. */
export async function bookingFacts(
  em: EntityManager,
  asked: readonly BookingAsked[],
): Promise<Map<BookingAsked, BookingFacts>> {
  const staffIds = [...new Set(asked.flatMap(({ staff }) => staff.map(({ personId }) => personId as PersonId)))];
  const episodes = await readEpisodes(
    em,
    asked.map(({ episodeId }) => episodeId as EpisodeId),
  );
  const records = [...episodes.values()];
  const members = await readMembers(em, [...new Set(records.map(({ institution }) => institution.id))], staffIds);
  const patientIds = records.map(({ episode }) => episode.patientId);
  const persons = await readPeople(em, [...asked.map(({ byId }) => byId), ...patientIds, ...staffIds]);
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
