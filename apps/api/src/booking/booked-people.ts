import { readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readEpisodes, readSeats, readThings } from '@okaeri/care';
import type { EpisodeRecord } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { EpisodeId, InstitutionId, PersonId, SeatRole, ThingView, VisitId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

export { whenOfEpisode } from '@okaeri/scheduling';

/** An episode with the people and things that a visit of it would take up; the patient, where she takes part, first. */
export interface Booked extends EpisodeRecord {
  patient: Person;
  people: readonly { person: Person; role: SeatRole }[];
  /** Rooms and devices that it would take up besides. */
  things: readonly ThingView[];
}

/** What of an institution a visit shall take up; anything else is `not_found`. */
export async function thingsOf(
  em: EntityManager,
  institutionId: InstitutionId,
  thingIds: readonly string[],
): Promise<ThingView[]> {
  const wanted = new Set(thingIds);
  if (wanted.size === 0) return [];
  const things = (await readThings(em, institutionId)).filter(({ thingId }) => wanted.has(thingId));
  if (things.length < wanted.size) throw new OkaeriError('not_found');
  return things;
}

/** Throws `not_found` for an episode that is not there. */
export async function episodeOf(em: EntityManager, episodeId: string): Promise<EpisodeRecord & { patient: Person }> {
  const record = (await readEpisodes(em, [episodeId as EpisodeId])).get(episodeId as EpisodeId);
  if (!record) throw new OkaeriError('not_found');
  const { patientId } = record.episode;
  const patient = (await readPeople(em, [patientId])).get(patientId);
  if (!patient) throw new OkaeriError('not_found');
  return { ...record, patient };
}

/** Whom somebody wants in a visit; a role of `null` stands for any. */
export interface Wanted {
  personId: string;
  role: SeatRole | null;
}

/** Who works at the institution in one of these roles; anybody else is `not_found`, so that nobody is found out here. */
export async function staffOf(
  em: EntityManager,
  { episode }: EpisodeRecord,
  wanted: readonly Wanted[],
): Promise<{ person: Person; role: SeatRole }[]> {
  const ids = wanted.map(({ personId }) => personId as PersonId);
  const members = await readMembers(em, ids);
  const staff = staffAmong(members, await readPeople(em, ids), episode, wanted);
  if (!staff) throw new OkaeriError('not_found');
  return staff;
}

interface Member {
  institutionId: InstitutionId;
  id: PersonId;
  role: SeatRole;
}

/** Where each of them works, and as what. */
export function readMembers(em: EntityManager, personIds: readonly PersonId[]): Promise<Member[]> {
  return em.query(
    `select institution_id as "institutionId", person_id as id, role from membership
      where person_id = any($1::uuid[]) and revoked_at is null`,
    [personIds],
  );
}

/** `null` where one of them does not work there in her role. */
export function staffAmong(
  members: readonly Member[],
  people: ReadonlyMap<PersonId, Person>,
  { institutionId }: EpisodeRecord['episode'],
  wanted: readonly Wanted[],
): { person: Person; role: SeatRole }[] | null {
  const staff = wanted.flatMap(({ personId, role }) => {
    const found = members.find(
      (each) => each.institutionId === institutionId && each.id === personId && (role === null || each.role === role),
    );
    const person = found && people.get(found.id);
    return person ? [{ person, role: found.role }] : [];
  });
  return staff.length === wanted.length ? staff : null;
}

/** Everybody whose time a visit takes up, as it is now. */
export async function seatedOf(em: EntityManager, visitId: VisitId): Promise<{ person: Person; role: SeatRole }[]> {
  const read = await readSeats(em, visitId);
  const seats = (read?.seats ?? []).filter(({ role, state }) => role !== 'coordinator' && state !== 'removed');
  const people = await readPeople(
    em,
    seats.map(({ personId }) => personId),
  );
  return seats.flatMap(({ personId, role }) => {
    const person = people.get(personId);
    return person ? [{ person, role }] : [];
  });
}
