import { Seat, Visit, bookVisit, changeVisit, wallsOf } from '@okaeri/care';
import type { PersonId, SeatId, VisitId, VisitStatus } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { DemoEpisode } from './episodes';
import { demoInstitution, demoPerson } from './people';
import { episodeId, personId } from './seed';

const zonesOf = (episode: DemoEpisode) => ({
  patientZone: demoPerson(episode.patient).zone,
  institutionZone: demoInstitution(episode.institution).zone,
});

/** Makes a visit with a seat for everyone of the episode. */
export async function plan(em: EntityManager, episode: DemoEpisode, startsAt: Temporal.Instant): Promise<VisitId> {
  const seats = [{ persona: episode.patient, interprets: null }, ...episode.seats].map((seat) => {
    const { role, language } = demoPerson(seat.persona);
    return { personId: personId(seat.persona), role, language, interprets: seat.interprets ?? null };
  });
  const visitId = await bookVisit(em, {
    episodeId: episodeId(episode.key),
    startsAt,
    minutes: episode.minutes,
    ...zonesOf(episode),
    seats,
    demo: true,
  });
  for (const seat of seats) await announce(em, { topic: 'day', id: seat.personId, version: 1 });
  return visitId;
}

/** Puts a visit at another time; everybody who looks at it is told. */
export async function move(
  em: EntityManager,
  episode: DemoEpisode,
  visitId: VisitId,
  startsAt: Temporal.Instant,
): Promise<void> {
  await changeVisit(em, visitId, async () => {
    await em.update(Visit, { id: visitId }, { startsAt, ...wallsOf({ startsAt, ...zonesOf(episode) }) });
    return true;
  });
}

/** Closes a visit that is behind us, as if it had gone well. */
export async function close(em: EntityManager, visitId: VisitId): Promise<void> {
  await changeVisit(em, visitId, async ({ status, startsAt, minutes }) => {
    if (status !== 'booked' && status !== 'arrived') return false;
    await em.update(Visit, { id: visitId }, { status: 'fulfilled' });
    await em.query(
      `update seat set state = 'left', waiting_since = null, connection = null, token_hash = null, lease_until = null,
              left_at = coalesce(left_at, $2), version = version + 1
        where visit_id = $1 and state <> 'removed'`,
      [visitId, toIso(startsAt.add({ minutes }))],
    );
    return true;
  });
}

export interface OpenVisit {
  id: VisitId;
  startsAt: Temporal.Instant;
  minutes: number;
  status: VisitStatus;
  seats: readonly { id: SeatId; personId: PersonId; state: Seat['state']; connection: string | null }[];
}

/** Visits of an episode that nobody has ended, by time. */
export async function openVisits(em: EntityManager, episode: DemoEpisode): Promise<OpenVisit[]> {
  const visits = await em.find(Visit, {
    where: [
      { episodeId: episodeId(episode.key), status: 'booked' },
      { episodeId: episodeId(episode.key), status: 'arrived' },
    ],
    order: { startsAt: 'ASC' },
  });
  const open: OpenVisit[] = [];
  for (const { id, startsAt, minutes, status } of visits) {
    open.push({ id, startsAt, minutes, status, seats: await em.findBy(Seat, { visitId: id }) });
  }
  return open;
}

/** Whether an episode has a past yet. */
export function hasPast(em: EntityManager, episode: DemoEpisode): Promise<boolean> {
  return em.existsBy(Visit, { episodeId: episodeId(episode.key), status: 'fulfilled' });
}
