import { localized, nameFor, readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { nearestFree, readEpisode, readSeats, whoCollides } from '@okaeri/care';
import type { EpisodeRecord, Slot } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { Conflict, EpisodeId, FreeTime, PersonId, SeatRole, VisitId, When } from '@okaeri/contracts';
import { now, wallOf, whenWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';

/** An episode with the people whom a visit of it would take up, the patient first. */
export interface Booked extends EpisodeRecord {
  patient: Person;
  people: readonly { person: Person; role: SeatRole }[];
}

/** Throws `not_found` for an episode that is not there. */
export async function episodeOf(em: EntityManager, episodeId: string): Promise<EpisodeRecord & { patient: Person }> {
  const record = await readEpisode(em, episodeId as EpisodeId);
  if (!record) throw new OkaeriError('not_found');
  const { patientId } = record.episode;
  const patient = (await readPeople(em, [patientId])).get(patientId);
  if (!patient) throw new OkaeriError('not_found');
  return { ...record, patient };
}

/** Who works at the institution in one of these roles; anybody else is `not_found`, so that nobody is found out here. */
export async function staffOf(
  em: EntityManager,
  { episode }: EpisodeRecord,
  wanted: readonly { personId: string; role: SeatRole | null }[],
): Promise<{ person: Person; role: SeatRole }[]> {
  const rows: { id: PersonId; role: SeatRole }[] = await em.query(
    `select person_id as id, role from membership
      where institution_id = $1 and person_id = any($2::uuid[]) and revoked_at is null`,
    [episode.institutionId, wanted.map(({ personId }) => personId)],
  );
  const people = await readPeople(
    em,
    rows.map(({ id }) => id),
  );
  return wanted.map(({ personId, role }) => {
    const found = rows.find((row) => row.id === personId && (role === null || row.role === role));
    const person = found && people.get(found.id);
    if (!found || !person) throw new OkaeriError('not_found');
    return { person, role: found.role };
  });
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

/** A time of an episode on the reader's clock and on that of the side that lives on another one. */
export function whenOfEpisode(
  { patient, institution }: Pick<Booked, 'patient' | 'institution'>,
  slot: Slot,
  reader: Reader,
): When {
  const sides = [
    { zone: patient.zone, place: localized(patient.place, reader.locale) },
    { zone: institution.zone, place: localized(institution.city, reader.locale) },
  ];
  const other = sides.find(({ zone }) => zone !== reader.zone);
  return whenWords({ ...slot, reader, now: reader.now, ...(other ? { other } : {}) });
}

/** Who of them has something else then, and the nearest time at which nobody has. */
export async function collisions(
  em: EntityManager,
  booked: Booked,
  asked: Slot & { zone: string },
  reader: Reader,
  besides?: VisitId,
): Promise<{ conflicts: Conflict[]; free: FreeTime | null }> {
  const ids = booked.people.map(({ person }) => person.id);
  const taken = await whoCollides(em, ids, asked, besides);
  const conflicts = booked.people
    .filter(({ person }) => taken.includes(person.id))
    .map(({ person, role }) => ({ personId: person.id, name: nameFor(person, reader.locale, role) }));
  if (conflicts.length === 0) return { conflicts, free: null };
  const at = await nearestFree(em, {
    startsAt: asked.startsAt,
    minutes: asked.minutes,
    personIds: ids,
    zones: [...new Set([booked.patient.zone, booked.institution.zone])],
    notBefore: now().add({ minutes: 5 }),
    ...(besides ? { besides } : {}),
  });
  if (!at) return { conflicts, free: null };
  const slot = { startsAt: at, minutes: asked.minutes };
  return { conflicts, free: { ...wallOf(at, asked.zone), when: whenOfEpisode(booked, slot, reader) } };
}
