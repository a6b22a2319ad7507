import { localized, nameFor } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { doorOf } from '@okaeri/care';
import type { Seat, Visit, VisitRecord } from '@okaeri/care';
import { isAhead, overStatuses } from '@okaeri/contracts';
import type { PersonId, PersonName, SeatRole, ThingView, VisitCard, When } from '@okaeri/contracts';
import { momentWords, toInstant, toIso, whenWords } from '@okaeri/words/time';
import type { Reader } from './reader';

/** The people of a page, read in one go. */
export type People = ReadonlyMap<PersonId, Person>;

/** Told of everybody who waits: those who let people in, and those who look after that. Others learn of themselves. */
const toldOfWaiting: readonly SeatRole[] = ['physician', 'coordinator'];

const unknown: PersonName = { display: '', bare: '', original: null, originalLang: 'en' };

export function personsOf(records: readonly VisitRecord[]): PersonId[] {
  return records.flatMap(({ episode, seats }) => [episode.patientId, ...seats.map(({ personId }) => personId)]);
}

/** As the reader speaks of her in this role; nobody is polite to herself. */
export function nameOf(people: People, personId: PersonId | undefined, reader: Reader, role: SeatRole): PersonName {
  const person = personId && people.get(personId);
  return person ? nameFor(person, reader.locale, personId === reader.personId ? undefined : role) : unknown;
}

/** The reader's own seat; a page about a visit is never made for somebody without one. */
export function ownSeat(record: VisitRecord, reader: Reader): Seat | undefined {
  return record.seats.find(({ personId }) => personId === reader.personId);
}

/** Both clocks: the reader's, and that of the side of the visit that lives on another one. */
export function whenOf(record: VisitRecord, people: People, reader: Reader): When {
  const { visit, institution, episode } = record;
  const patient = people.get(episode.patientId);
  const sides = [
    ...(patient ? [{ zone: visit.patientZone, place: localized(patient.place, reader.locale) }] : []),
    { zone: visit.institutionZone, place: localized(institution.city, reader.locale) },
  ];
  const other = sides.find(({ zone }) => zone !== reader.zone);
  return whenWords({
    startsAt: visit.startsAt,
    minutes: visit.minutes,
    reader,
    now: reader.now,
    ...(other ? { other } : {}),
  });
}

function minutesSince(since: { epochMilliseconds: number }, reader: Reader): number {
  return Math.max(0, Math.floor((reader.now.epochMilliseconds - since.epochMilliseconds) / 60_000));
}

/** Those somebody has put in an order first; the others as they came. */
function inOrder(seats: readonly Seat[]): Seat[] {
  const place = ({ waitRank }: Seat) => waitRank ?? Number.MAX_SAFE_INTEGER;
  const since = ({ waitingSince }: Seat) => waitingSince?.epochMilliseconds ?? 0;
  return seats.toSorted((a, b) => place(a) - place(b) || since(a) - since(b));
}

function waitingOf(record: VisitRecord, people: People, reader: Reader, myRole: SeatRole): VisitCard['waiting'] {
  const seesAll = toldOfWaiting.includes(myRole);
  return inOrder(record.seats).flatMap(({ id, personId, role, state, waitingSince }) => {
    if (state !== 'waiting' || !waitingSince || !(seesAll || personId === reader.personId)) return [];
    const name = nameOf(people, personId, reader, role);
    return [{ seatId: id, name, role, since: toIso(waitingSince), minutes: minutesSince(waitingSince, reader) }];
  });
}

/** A time that has passed says nothing any more. */
function expectedWords(expectedAt: Visit['expectedAt'], reader: Reader): string | null {
  if (!expectedAt || expectedAt.epochMilliseconds <= reader.now.epochMilliseconds) return null;
  return momentWords({ ...reader, instant: expectedAt });
}

/** What of a visit is read beside it. */
interface Known {
  /** When it was to be, before it was moved. */
  movedFrom: string | null | undefined;
  /** Those that this reader is told of. */
  things: readonly ThingView[] | undefined;
}

/** A visit in a list, as this reader sees it. */
export function cardOf(
  record: VisitRecord,
  people: People,
  reader: Reader,
  myRole: SeatRole,
  { movedFrom, things }: Known,
): VisitCard {
  const { visit, episode, institution, seats } = record;
  const physician = seats.find(({ role }) => role === 'physician');
  const isPatient = myRole === 'patient';
  const otherId = isPatient ? physician?.personId : episode.patientId;
  const patient = people.get(episode.patientId);
  const own = ownSeat(record, reader);
  const isOver = overStatuses.includes(visit.status);
  const interpreter = seats.find(({ role, state }) => role === 'interpreter' && state !== 'removed');
  return {
    visitId: visit.id,
    status: visit.status,
    when: whenOf(record, people, reader),
    title: localized(episode.title, reader.locale),
    institution: localized(institution.name, reader.locale),
    other: nameOf(people, otherId, reader, isPatient ? 'physician' : 'patient'),
    otherPlace: localized((isPatient ? institution.city : patient?.place) ?? {}, reader.locale),
    myRole,
    door: doorOf(visit, reader.now),
    waiting: waitingOf(record, people, reader, myRole),
    kind: visit.kind,
    version: visit.version,
    confirmed: own && isAhead(visit.status) && own.state !== 'removed' ? own.confirmedAt !== null : null,
    declined: isAhead(visit.status) && (own?.declinedAt ?? null) !== null,
    episodeId: myRole === 'physician' || myRole === 'coordinator' ? episode.id : null,
    movedFrom: movedFrom && !isOver ? momentWords({ ...reader, instant: toInstant(movedFrom) }) : null,
    interpreter: interpreter ? nameOf(people, interpreter.personId, reader, 'interpreter') : null,
    expectedWords: isOver ? null : expectedWords(visit.expectedAt, reader),
    things: isOver ? [] : (things ?? []).map(({ name }) => name),
  };
}
