import { randomUUID } from 'node:crypto';
import { isTold } from '@okaeri/contracts';
import type { EpisodeId, Locale, PersonId, SeatRole, VisitId, VisitKind } from '@okaeri/contracts';
import { Statement, emitIn, insertOf } from '@okaeri/platform';
import { toIso, tzdataVersion } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { askInterpreters } from './asks';
import type { AskPlan } from './asks';
import { claimPeopleIn, claimThings, holdPeople, holdThings, takesTime } from './claims';
import { Visit } from './entities';
import { changeIn, timeOf } from './history';
import { announceVisitIn } from './notices';
import { weigh } from './readiness';

export interface BookedSeat {
  personId: PersonId;
  role: SeatRole;
  language: Locale;
  interprets?: [string, string] | null;
  /** Of a guest. */
  relation?: string | null;
  /** Of who has chosen the time herself. */
  confirmedAt?: Temporal.Instant;
}

export interface Booking {
  episodeId: EpisodeId;
  startsAt: Temporal.Instant;
  minutes: number;
  patientZone: string;
  institutionZone: string;
  seats: readonly BookedSeat[];
  demo?: boolean;
  by?: PersonId;
  /** Reminders are planned, but nobody is told. */
  quiet?: boolean;
  id?: VisitId;
  purpose?: string | undefined;
  kind?: VisitKind;
  /** Of one that is held its hospital alone hears, as of one for which an interpreter is asked. */
  status?: 'held';
  heldUntil?: Temporal.Instant;
  /** Whose time it takes up without a seat in it: interpreters, one of whom will be asked. */
  besides?: readonly PersonId[];
  /** Rooms and devices that it takes up. */
  thingIds?: readonly string[];
  /** Interpreters who are asked; it is pending until one of them accepts. */
  ask?: AskPlan | null;
  /** By the patient, within what she is allowed. */
  selfBooked?: boolean;
  seriesId?: string;
}

/**
 * Writes a visit with its seats, and what the clocks of both sides will show by what is known of them today. The time of
 * everybody but coordinators is taken up: where somebody has something else, it fails with what `isOverlap` knows.
 */
export async function bookVisit(em: EntityManager, booking: Booking): Promise<VisitId> {
  const taken = takenBy(booking);
  const thingIds = [...new Set(booking.thingIds)];
  await holdPeople(em, [...taken, ...(booking.ask?.personIds ?? [])]);
  await holdThings(em, thingIds);
  const visit = visitOf(booking);
  await writeBooked(em, visit, booking, taken);
  await claimThings(em, visit.id, thingIds, visit);
  if (booking.ask) await askInterpreters(em, visit, booking.ask);
  await weigh(em, visit);
  return visit.id;
}

const statusOf = ({ status, ask }: Booking) => status ?? (ask ? 'pending' : 'booked');

function visitOf(booking: Booking): Visit {
  const { episodeId, startsAt, minutes, patientZone, institutionZone } = booking;
  return Object.assign(new Visit(), {
    ...{ id: booking.id ?? (randomUUID() as VisitId), version: 1, calendarSequence: 0 },
    ...{ episodeId, startsAt, minutes },
    demo: booking.demo ?? false,
    status: statusOf(booking),
    heldUntil: booking.heldUntil ?? null,
    kind: booking.kind ?? ('visit' as const),
    purpose: booking.purpose || null,
    bookedBy: booking.by ?? null,
    selfBooked: booking.selfBooked ?? false,
    seriesId: booking.seriesId ?? null,
    ...wallsOf({ startsAt, patientZone, institutionZone }),
  });
}

/** All that is known of it beforehand goes in one statement: somebody waits for it, and others for the people that it holds. */
async function writeBooked(
  em: EntityManager,
  visit: Visit,
  booking: Booking,
  taken: readonly PersonId[],
): Promise<void> {
  const { seats, by = null, quiet = false } = booking;
  const { id } = visit;
  const statement = new Statement();
  statement.add(insertOf(em, Visit, visit, statement.parameters));
  statement.add(seatsIn(statement, visit, seats));
  claimPeopleIn(statement, id, taken, visit);
  statement.add(changeIn(statement, visit, { kind: statusOf(booking), by, after: timeOf(visit) }), 'change');
  if (isTold(visit.status)) {
    const changeId = '(select id::text from change)';
    emitIn(statement, 'visit.booked', { visitId: id, changeId: '0', quiet }, { changeId });
  }
  announceVisitIn(statement, visit, seats);
  await statement.run(em);
}

function seatsIn(statement: Statement, { id, startsAt }: Visit, seats: readonly BookedSeat[]): string {
  const rows = seats.map(({ confirmedAt, ...seat }) => ({ ...seat, confirmedAt: confirmedAt && toIso(confirmedAt) }));
  return `insert into seat (visit_id, starts_at, person_id, role, language, interprets, relation, confirmed_at)
     select ${statement.place(id)}, ${statement.place(toIso(startsAt))}::timestamptz, "personId", role, language, interprets, relation, "confirmedAt"
       from jsonb_to_recordset(${statement.place(JSON.stringify(rows))}::jsonb) as row("personId" uuid, role text,
            language text, interprets text[], relation text, "confirmedAt" timestamptz)`;
}

/** Everybody whose time a booking takes up, once. */
export function takenBy({ seats, besides = [] }: Pick<Booking, 'seats' | 'besides'>): PersonId[] {
  return [...new Set([...seats.filter(takesTime).map(({ personId }) => personId), ...besides])];
}

/** What a clock on a wall in this zone shows, ISO 8601 without offset. */
export const wallIn = (zone: string, startsAt: Temporal.Instant): string =>
  startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString();

/** The columns that hang on the instant of a visit; written again whenever that changes. */
export function wallsOf(at: Pick<Booking, 'startsAt' | 'patientZone' | 'institutionZone'>) {
  return {
    patientZone: at.patientZone,
    institutionZone: at.institutionZone,
    patientWall: wallIn(at.patientZone, at.startsAt),
    institutionWall: wallIn(at.institutionZone, at.startsAt),
    tzdata: tzdataVersion() ?? 'unknown',
  };
}
