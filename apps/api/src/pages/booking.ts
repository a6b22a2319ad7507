import { localized, nameFor, readPeople } from '@okaeri/access';
import { readTeam, readThings, readThingsInUse, readVisit } from '@okaeri/care';
import type { Visit } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { AskState, BookingPage, PersonId, StaffRole, VisitId } from '@okaeri/contracts';
import { Temporal, clockWords, wallOf } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { episodeOf, seatedOf, whenOfEpisode } from '../booking/booked-people';
import { ownHold } from '../booking/own-hold';
import type { Reader } from './reader';

type Suits = NonNullable<BookingPage['move']>['suits'];

const standardMinutes = 30;
const daysAhead = 7;

/** What a coordinator needs to book a visit of an episode, or to move one of its visits. */
export async function bookingPage(
  em: EntityManager,
  reader: Reader,
  episodeId: string,
  move: string | undefined,
): Promise<BookingPage> {
  const record = await episodeOf(em, episodeId);
  const { episode, institution, patient } = record;
  const team = await readTeam(em, episode.id);
  const { locale, now } = reader;
  const staff = await staffOf(em, institution.id);
  const people = await readPeople(em, [...staff.keys()]);
  const working = (role: StaffRole) =>
    [...staff].flatMap(([id, roles]) => {
      const person = people.get(id);
      return person && roles.includes(role) ? [person] : [];
    });
  const inTeam = (id: PersonId) => team.some(({ personId }) => personId === id);
  const physicians = working('physician')
    .map((person) => ({ personId: person.id, name: nameFor(person, locale, 'physician'), team: inTeam(person.id) }))
    .sort((a, b) => Number(b.team) - Number(a.team) || a.name.bare.localeCompare(b.name.bare));
  const interpreters = working('interpreter')
    .map(({ id, languages, ...person }) => ({
      personId: id,
      name: nameFor(person, locale, 'interpreter'),
      languages,
      fits: languages.some((tag) => tag.split('-')[0] === patient.language),
    }))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || a.name.bare.localeCompare(b.name.bare));
  const city = localized(institution.city, locale);
  const home = localized(patient.place, locale);
  const first = physicians[0];
  const needsInterpreter = first && people.get(first.personId as PersonId)?.language !== patient.language;
  return {
    episodeId: episode.id,
    title: localized(episode.title, locale),
    patient: {
      personId: patient.id,
      name: nameFor(patient, locale, 'patient'),
      place: home,
      language: patient.language,
      now: clockWords({ instant: now, zone: patient.zone, place: home, locale, now }),
    },
    institution: {
      name: localized(institution.name, locale),
      now: clockWords({ instant: now, zone: institution.zone, place: city, locale, now }),
    },
    physicians,
    interpreters,
    things: await readThings(em, institution.id),
    zones: [
      { zone: institution.zone, place: city },
      { zone: patient.zone, place: home },
      { zone: reader.zone, place: reader.place },
    ].filter(({ zone }, at, all) => all.findIndex((each) => each.zone === zone) === at),
    defaults: {
      // What is moved is often moved today.
      from: wallOf(move ? now : now.add({ hours: 24 }), institution.zone).date,
      ...wallOf(usualTime(institution.zone, now), institution.zone),
      zone: institution.zone,
      minutes: standardMinutes,
      physicianId: first?.personId ?? null,
      interpreterId: needsInterpreter ? (interpreters.find(({ fits }) => fits)?.personId ?? null) : null,
    },
    hold: await ownHold(em, record, reader),
    move: move === undefined ? null : await moved(em, reader, record, move),
  };
}

/** A week from now on a working day in the morning there: mostly an evening across an ocean. */
function usualTime(zone: string, now: Temporal.Instant): Temporal.Instant {
  let day = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: daysAhead });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from('09:00') }).toInstant();
}

async function staffOf(em: EntityManager, institutionId: string): Promise<Map<PersonId, StaffRole[]>> {
  const rows: { id: PersonId; roles: StaffRole[] }[] = await em.query(
    `select person_id as id, array_agg(role) as roles from membership
      where institution_id = $1 and revoked_at is null and role in ('physician', 'interpreter') group by person_id`,
    [institutionId],
  );
  return new Map(rows.map(({ id, roles }) => [id, roles]));
}

async function moved(
  em: EntityManager,
  reader: Reader,
  record: Awaited<ReturnType<typeof episodeOf>>,
  visitId: string,
): Promise<BookingPage['move']> {
  const found = /^[0-9a-f-]{36}$/i.test(visitId) ? await readVisit(em, visitId as VisitId) : null;
  if (found?.episode.id !== record.episode.id) throw new OkaeriError('not_found');
  const people = await seatedOf(em, found.visit.id);
  const staff = people.filter(({ role }) => role !== 'patient');
  const patient = people.filter(({ role }) => role === 'patient');
  return {
    visitId: found.visit.id,
    when: whenOfEpisode(record, found.visit, reader),
    minutes: found.visit.minutes,
    version: found.visit.version,
    people: staff.map(({ person, role }) => ({ personId: person.id, name: nameFor(person, reader.locale, role) })),
    suits: {
      personIds: [...patient, ...staff].map(({ person }) => person.id),
      thingIds: await readThingsInUse(em, found.visit.id),
      interpreter: staff.some(({ role }) => role === 'interpreter') ? null : await askedFor(em, found.visit),
    },
  };
}

/** Who is asked to interpret, and will be asked again for another time. */
async function askedFor(em: EntityManager, { id, status }: Visit): Promise<Suits['interpreter']> {
  const rows: { personId: string; languages: [string, string]; state: AskState }[] = await em.query(
    `select person_id as "personId", languages, state from interpreter_ask
      where visit_id = $1 and round = (select max(round) from interpreter_ask where visit_id = $1) order by rank`,
    [id],
  );
  const [first] = rows;
  const again = status === 'pending' || rows.some(({ state }) => state === 'asked' || state === 'waiting');
  return first && again ? { languages: first.languages, personIds: rows.map(({ personId }) => personId) } : null;
}
