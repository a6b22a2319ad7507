import type { EpisodeId, Locale, PersonId, SeatRole, VisitId } from '@okaeri/contracts';
import { tzdataVersion } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { Seat, Visit } from './entities';

export interface Booking {
  episodeId: EpisodeId;
  startsAt: Temporal.Instant;
  minutes: number;
  patientZone: string;
  institutionZone: string;
  seats: readonly {
    personId: PersonId;
    role: SeatRole;
    language: Locale;
    interprets?: [string, string] | null;
  }[];
  demo?: boolean;
}

/** Writes a visit with its seats, and what the clocks of both sides will show by what is known of them today. */
export async function bookVisit(em: EntityManager, booking: Booking): Promise<VisitId> {
  const { episodeId, startsAt, minutes, patientZone, institutionZone, seats, demo = false } = booking;
  const visit = em.create(Visit, {
    episodeId,
    startsAt,
    minutes,
    demo,
    ...wallsOf({ startsAt, patientZone, institutionZone }),
  });
  const { id } = await em.save(visit);
  await em.insert(
    Seat,
    seats.map((seat) => ({ visitId: id, interprets: null, ...seat })),
  );
  return id;
}

/** The columns that hang on the instant of a visit; written again whenever that changes. */
export function wallsOf(at: Pick<Booking, 'startsAt' | 'patientZone' | 'institutionZone'>) {
  const wall = (zone: string) => at.startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString();
  return {
    patientZone: at.patientZone,
    institutionZone: at.institutionZone,
    patientWall: wall(at.patientZone),
    institutionWall: wall(at.institutionZone),
    tzdata: tzdataVersion() ?? 'unknown',
  };
}
