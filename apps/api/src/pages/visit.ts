import { isSharedIn, localized, readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readMoves, readThingsToldTo, readVisit } from '@okaeri/care';
import type { Seat, VisitRecord } from '@okaeri/care';
import { readCallbacks, readSteps } from '@okaeri/consult';
import { OkaeriError, hostRole, overStatuses } from '@okaeri/contracts';
import type { VisitId, VisitPage, VisitSeat } from '@okaeri/contracts';
import { filesOf, notesOf } from '@okaeri/records';
import type { VisitNotes } from '@okaeri/records';
import { say } from '@okaeri/words';
import { clockWords, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { cardOf, nameOf, ownSeat, personsOf } from './card';
import type { People } from './card';
import { limitsOf } from './limits';
import type { Reader } from './reader';

/** Everything about one visit, for one of its people. */
export async function visitPage(em: EntityManager, reader: Reader, visitId: VisitId): Promise<VisitPage> {
  const record = await readVisit(em, visitId);
  const mine = record && ownSeat(record, reader);
  if (!record || !mine) throw new OkaeriError('not_found');
  const people = await readPeople(em, personsOf([record]));
  const removed = mine.state === 'removed';
  const movedFrom = (await readMoves(em, [visitId])).get(visitId)?.before?.startsAt;
  const things = (await readThingsToldTo(em, [record], reader)).get(visitId);
  const host = mine.role === hostRole && !removed;
  const desk = host || (mine.role === 'coordinator' && !removed);
  const reads =
    !removed &&
    readsNote(mine) &&
    (host || (await isSharedIn(em, { episodeId: record.episode.id, ...reader }, 'notes')));
  const { note, others } = reads ? await notesOf(em, reader, visitId, host) : noNotes;
  const seats = record.seats.map((seat) => seatOf(record, people, reader, seat, mine));
  return {
    card: cardOf(record, people, reader, mine.role, { movedFrom, things }),
    me: {
      seatId: mine.id,
      role: mine.role,
      state: mine.state,
      arrivalNeeded: mine.role === 'patient' && !record.arrivals.has(mine.id),
      host,
    },
    seats,
    phone: record.institution.phone || null,
    arrivalDefaults: mine.role === 'patient' ? arrivalDefaults(record, reader.person, mine) : null,
    version: record.visit.version,
    episodeId: record.episode.id,
    episodeTitle: localized(record.episode.title, reader.locale),
    purpose: record.visit.purpose,
    files: removed ? [] : await filesOf(em, reader, visitId),
    note,
    otherNotes: others,
    mayWrite: host,
    mayAddFiles: !removed && !overStatuses.includes(record.visit.status),
    outcomeRule: record.visit.outcomeRule,
    kind: record.visit.kind,
    callbacks: removed ? [] : callbacksOf(await readCallbacks(em, visitId), seats, mine, reader),
    limits: host ? limitsOf(await readSteps(em, visitId), seats, mine.id, reader) : [],
    mayQuality: desk,
    mayWait: desk,
    recordOf: !removed && readsNote(mine) ? record.episode.patientId : null,
  };
}

const noNotes: VisitNotes = { note: null, others: [] };

/** Not for those who only helped: an interpreter, somebody of the family. */
function readsNote({ role }: Seat): boolean {
  return role === 'patient' || role === 'physician' || role === 'coordinator';
}

/** Whom to ring is for the one who rings; who asked for it reads that it was heard. */
function callbacksOf(
  waiting: Awaited<ReturnType<typeof readCallbacks>>,
  seats: readonly VisitSeat[],
  mine: Seat,
  reader: Reader,
): VisitPage['callbacks'] {
  return waiting.flatMap(({ seatId, askedAt }) => {
    const seat = seats.find((one) => one.seatId === seatId);
    if (!seat || !(mine.role === hostRole || mine.role === 'coordinator' || mine.id === seatId)) return [];
    const { time } = clockWords({ ...reader, instant: askedAt, now: reader.now });
    return [
      {
        ...{ seatId, name: seat.name, number: seat.arrival?.callbackNumber ?? null },
        sinceWords: say(reader.locale, 'callback.since', { time }),
      },
    ];
  });
}

function seatOf(record: VisitRecord, people: People, reader: Reader, seat: Seat, mine: Seat): VisitSeat {
  const person = people.get(seat.personId);
  // Where a patient is and her number are for the one who must be able to send help, and for nobody else.
  const arrival = mine.role === hostRole ? record.arrivals.get(seat.id) : undefined;
  return {
    seatId: seat.id,
    role: seat.role,
    state: seat.state,
    name: nameOf(people, seat.personId, reader, seat.role),
    place: localized(person?.place ?? {}, reader.locale),
    language: seat.language,
    interprets: seat.interprets,
    waitingSince: seat.waitingSince ? toIso(seat.waitingSince) : null,
    waitRank: seat.waitRank,
    arrival: arrival
      ? {
          place: arrival.place,
          country: arrival.country,
          callbackNumber: arrival.callbackNumber,
          emergencyNumber: arrival.emergencyNumber,
        }
      : null,
  };
}

/** What she said last time for this visit, else what is on file. Where she is now she must say herself. */
function arrivalDefaults(record: VisitRecord, person: Person, mine: Seat): NonNullable<VisitPage['arrivalDefaults']> {
  const said = record.arrivals.get(mine.id);
  return {
    country: said?.country ?? person.country,
    callbackNumber: said?.callbackNumber ?? person.phone ?? '',
    place: said?.place ?? '',
  };
}
