import {
  Seat,
  Visit,
  bookVisit,
  cancelVisit,
  changeVisit,
  moveVisit,
  releaseClaims,
  takesTime,
  whoCollides,
} from '@okaeri/care';
import type { Slot } from '@okaeri/care';
import { isTold } from '@okaeri/contracts';
import type { PersonId, SeatId, VisitId, VisitStatus } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { DemoEpisode } from './episodes';
import { demoInstitution, demoPerson } from './people';
import { episodeId, personId } from './seed';

export const zonesOf = (episode: DemoEpisode) => ({
  patientZone: demoPerson(episode.patient).zone,
  institutionZone: demoInstitution(episode.institution).zone,
});

export const seatsOf = (episode: DemoEpisode) =>
  [{ persona: episode.patient, interprets: null }, ...episode.seats].map((seat) => {
    const { role, language } = demoPerson(seat.persona);
    return { personId: personId(seat.persona), role, language, interprets: seat.interprets ?? null };
  });

/** Makes a visit with a seat for everyone of the episode. `quiet`: nobody is written to. */
export async function plan(
  em: EntityManager,
  episode: DemoEpisode,
  startsAt: Temporal.Instant,
  { quiet = true } = {},
): Promise<VisitId> {
  const seats = seatsOf(episode);
  await makeRoom(em, seats.filter(takesTime), { startsAt, minutes: episode.minutes });
  return bookVisit(em, {
    episodeId: episodeId(episode.key),
    startsAt,
    minutes: episode.minutes,
    ...zonesOf(episode),
    seats,
    demo: true,
    quiet,
  });
}

/** Puts a visit at another time; everybody who looks at it is told, and nobody is written to. */
export async function move(
  em: EntityManager,
  episode: DemoEpisode,
  visitId: VisitId,
  startsAt: Temporal.Instant,
): Promise<void> {
  const taken = await em.query<{ personId: PersonId }[]>(
    'select resource_id as "personId" from claim where visit_id = $1',
    [visitId],
  );
  await makeRoom(em, taken, { startsAt, minutes: episode.minutes }, visitId);
  await moveVisit(em, visitId, { startsAt, quiet: true });
}

/**
 * The stage must never meet somebody's other visit: one that nobody has used goes on by a day, quietly, and one that
 * people have left is closed.
 */
async function makeRoom(
  em: EntityManager,
  people: readonly { personId: PersonId }[],
  slot: Slot,
  besides?: VisitId,
): Promise<void> {
  const ids = people.map(({ personId: id }) => id);
  for (const { id } of await inTheWay(em, ids, slot, besides)) {
    const visit = await em.findOneByOrFail(Visit, { id });
    // A time that is held or asked for is nobody's visit yet.
    if (!isTold(visit.status)) {
      await giveUp(em, visit);
      continue;
    }
    const seats = await em.findBy(Seat, { visitId: id });
    const used = visit.status !== 'booked' || seats.some(({ state }) => state !== 'invited');
    if (!used) await putOff(em, visit, seats);
    else await close(em, id);
  }
}

async function giveUp(em: EntityManager, { id, bookedBy }: Visit): Promise<void> {
  if (bookedBy) await cancelVisit(em, id, bookedBy, 'The stage of the demo world needs this time.');
  else await releaseClaims(em, id);
}

async function inTheWay(
  em: EntityManager,
  personIds: readonly PersonId[],
  { startsAt, minutes }: Slot,
  besides?: VisitId,
): Promise<{ id: VisitId }[]> {
  return em.query(
    `select distinct visit_id as id from claim
      where resource_id = any($1::uuid[]) and during && tstzrange($2, $3) and ($4::uuid is null or visit_id <> $4)
      order by id`,
    [personIds, toIso(startsAt), toIso(startsAt.add({ minutes })), besides ?? null],
  );
}

const daysToTry = 60;

async function putOff(em: EntityManager, { id, startsAt, minutes }: Visit, seats: readonly Seat[]): Promise<void> {
  const ids = seats.filter(takesTime).map(({ personId: each }) => each);
  for (let day = 1; day <= daysToTry; day += 1) {
    const later = startsAt.add({ hours: 24 * day });
    if ((await whoCollides(em, ids, { startsAt: later, minutes }, id)).length > 0) continue;
    await moveVisit(em, id, { startsAt: later, quiet: true });
    return;
  }
  await close(em, id);
}

/** Closes a visit that is behind us, as if it had gone well. */
export async function close(em: EntityManager, visitId: VisitId): Promise<void> {
  await changeVisit(em, visitId, async ({ status, startsAt, minutes }) => {
    await releaseClaims(em, visitId);
    if (status !== 'booked' && status !== 'arrived') return false;
    const endedAt = startsAt.add({ minutes });
    await em.update(Visit, { id: visitId }, { status: 'fulfilled', outcomeRule: 'met', endedAt });
    await emit(em, 'visit.ended', { visitId });
    await em.query(
      `update seat set state = 'left', waiting_since = null, connection = null, token_hash = null, lease_until = null,
              left_at = coalesce(left_at, $2), version = version + 1
        where visit_id = $1 and state <> 'removed'`,
      [visitId, toIso(endedAt)],
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
      // What physicians confer about is nobody's visit, and keeps its time.
      { episodeId: episodeId(episode.key), kind: 'visit', status: 'booked' },
      { episodeId: episodeId(episode.key), kind: 'visit', status: 'arrived' },
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
