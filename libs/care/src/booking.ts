import { isTold } from '@okaeri/contracts';
import type { EpisodeId, Locale, PersonId, SeatRole, VisitId, VisitKind } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { tzdataVersion } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { askInterpreters } from './asks';
import type { AskPlan } from './asks';
import { claimPeople, claimThings, holdPeople, holdThings, takesTime } from './claims';
import { Seat, Visit } from './entities';
import { noteChange, timeOf } from './history';
import { announceVisit } from './notices';
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
  const { id, episodeId, startsAt, minutes, patientZone, institutionZone, seats, demo = false } = booking;
  const { status = booking.ask ? 'pending' : 'booked', heldUntil = null } = booking;
  const taken = takenBy(booking);
  const thingIds = [...new Set(booking.thingIds)];
  await holdPeople(em, [...taken, ...(booking.ask?.personIds ?? [])]);
  await holdThings(em, thingIds);
  const visit = await em.save(
    em.create(Visit, {
      ...(id ? { id } : {}),
      episodeId,
      startsAt,
      minutes,
      demo,
      status,
      heldUntil,
      kind: booking.kind ?? 'visit',
      purpose: booking.purpose || null,
      bookedBy: booking.by ?? null,
      selfBooked: booking.selfBooked ?? false,
      seriesId: booking.seriesId ?? null,
      ...wallsOf({ startsAt, patientZone, institutionZone }),
    }),
  );
  await em.insert(
    Seat,
    seats.map((seat) => ({ visitId: visit.id, interprets: null, ...seat })),
  );
  await claimPeople(em, visit.id, taken, { startsAt, minutes });
  await claimThings(em, visit.id, thingIds, { startsAt, minutes });
  const changeId = await noteChange(em, visit, { kind: status, by: booking.by ?? null, after: timeOf(visit) });
  if (isTold(status)) await emit(em, 'visit.booked', { visitId: visit.id, changeId, quiet: booking.quiet ?? false });
  if (booking.ask) await askInterpreters(em, visit, booking.ask);
  await weigh(em, visit);
  await announceVisit(em, visit, seats);
  return visit.id;
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
