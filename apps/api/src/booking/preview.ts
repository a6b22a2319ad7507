import { localized } from '@okaeri/access';
import { readThingsOfVisits, readVisit } from '@okaeri/care';
import type { BookingPreview, BookingWarning, PreviewAnswer, VisitId } from '@okaeri/contracts';
import { clockWords, hourAt, now, wallOf } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';
import { episodeOf, seatedOf, staffOf, thingsOf, whenOfEpisode } from './booked-people';
import type { Booked } from './booked-people';
import type { Timetable } from './timetable';
import { instantOf } from './wall-time';

const wakes = 7;
const sleeps = 22;

/** What a time would mean for everybody, before it is booked. Nothing is held. */
export async function previewOf(
  em: EntityManager,
  timetable: Timetable,
  form: BookingPreview,
  reader: Reader,
): Promise<PreviewAnswer> {
  const slot = { startsAt: instantOf(form), minutes: form.minutes, zone: form.zone };
  const record = await episodeOf(em, form.episodeId);
  const [people, things] = await Promise.all([peopleOf(em, record, form), wantedThings(em, record, form)]);
  const booked: Booked = { ...record, people, things };
  const found = await timetable.collisions(booked, slot, reader, form.visitId as VisitId | undefined);
  const places = new Map(booked.people.map(({ person }) => [person.zone, localized(person.place, reader.locale)]));
  places.set(record.institution.zone, localized(record.institution.city, reader.locale));
  return {
    when: whenOfEpisode(booked, slot, reader),
    walls: [...places].map(([zone, place]) =>
      clockWords({ instant: slot.startsAt, zone, place, locale: reader.locale, now: reader.now }),
    ),
    wall: { ...wallOf(slot.startsAt, record.institution.zone), zone: record.institution.zone },
    ...found,
    warnings: warningsOf(booked, slot.startsAt),
  };
}

/** The patient where she takes part, and those who were named: they work there, or sit in the visit that would be moved. */
async function peopleOf(
  em: EntityManager,
  record: Omit<Booked, 'people' | 'things'>,
  { personIds, visitId, episodeId, withPatient }: BookingPreview,
): Promise<Booked['people']> {
  const [own]: { id: VisitId }[] = await em.query('select id from visit where id = $1 and episode_id = $2', [
    visitId ?? null,
    episodeId,
  ]);
  const seated = own ? await seatedOf(em, own.id) : [];
  const known = new Set([record.patient.id as string, ...seated.map(({ person }) => person.id as string)]);
  const others = [...new Set(personIds)].filter((id) => !known.has(id));
  const staff = await staffOf(
    em,
    record,
    others.map((personId) => ({ personId, role: null })),
  );
  // Of a visit that is moved it is known whether she takes part.
  const patient = own
    ? seated.filter(({ role }) => role === 'patient')
    : withPatient
      ? [{ person: record.patient, role: 'patient' as const }]
      : [];
  return [...patient, ...seated.filter(({ role }) => role !== 'patient'), ...staff];
}

/** Those that were named; of a visit that is moved those that it has, and they go with it. */
async function wantedThings(
  em: EntityManager,
  { institution }: Pick<Booked, 'institution'>,
  { thingIds, visitId, episodeId }: BookingPreview,
): Promise<Booked['things']> {
  if (thingIds.length > 0 || !visitId) return thingsOf(em, institution.id, thingIds);
  const found = await readVisit(em, visitId as VisitId);
  if (found?.episode.id !== episodeId) return [];
  return (await readThingsOfVisits(em, [found.visit.id])).get(found.visit.id) ?? [];
}

export function warningsOf(booked: Booked, startsAt: ReturnType<typeof instantOf>): BookingWarning[] {
  const night = (zone: string) => hourAt(startsAt, zone) < wakes || hourAt(startsAt, zone) >= sleeps;
  const physician = booked.people.find(({ role }) => role === 'physician')?.person;
  return [
    ...(booked.people.some(({ role }) => role === 'patient') && night(booked.patient.zone)
      ? (['night_patient'] as const)
      : []),
    ...(physician && night(physician.zone) ? (['night_physician'] as const) : []),
    ...(startsAt.epochMilliseconds < now().epochMilliseconds ? (['past'] as const) : []),
  ];
}
