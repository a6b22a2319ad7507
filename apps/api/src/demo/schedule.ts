import { Institution, Seat, Visit, changeVisit } from '@okaeri/care';
import type { PersonId, SeatId, SeatRole, VisitId, VisitStatus } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { Person } from '@okaeri/access';
import { Temporal, tzdataVersion } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { DemoEpisode } from './episodes';
import { people } from './people';
import { episodeId, institutionId, personId } from './seed';

/** The clock on a wall, as it is promised when a visit is made. */
const wall = (startsAt: Temporal.Instant, zone: string) =>
  startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

interface Clocks {
  startsAt: Temporal.Instant;
  patientZone: string;
  institutionZone: string;
  patientWall: string;
  institutionWall: string;
  tzdata: string;
}

async function clocks(em: EntityManager, episode: DemoEpisode, startsAt: Temporal.Instant): Promise<Clocks> {
  const { zone: patientZone } = await em.findOneByOrFail(Person, { id: personId(episode.patient) });
  const { zone: institutionZone } = await em.findOneByOrFail(Institution, { id: institutionId(episode.institution) });
  return {
    startsAt,
    patientZone,
    institutionZone,
    patientWall: wall(startsAt, patientZone),
    institutionWall: wall(startsAt, institutionZone),
    tzdata: tzdataVersion() ?? 'unknown',
  };
}

/** Makes a visit with a seat for everyone of the episode. */
export async function bookVisit(
  em: EntityManager,
  episode: DemoEpisode,
  startsAt: Temporal.Instant,
  status: Extract<VisitStatus, 'booked' | 'fulfilled'> = 'booked',
): Promise<VisitId> {
  const { id } = await em.save(
    em.create(Visit, {
      ...(await clocks(em, episode, startsAt)),
      episodeId: episodeId(episode.key),
      minutes: episode.minutes,
      status,
      demo: true,
    }),
  );
  const held = status === 'fulfilled' ? attended(startsAt, episode.minutes) : {};
  for (const { persona, interprets } of [{ persona: episode.patient, interprets: undefined }, ...episode.seats]) {
    const { role, language } = demoPerson(persona);
    await em.insert(Seat, {
      visitId: id,
      personId: personId(persona),
      role,
      language,
      interprets: interprets ?? null,
      ...held,
    });
    await announce(em, { topic: 'day', id: personId(persona), version: 1 });
  }
  return id;
}

function attended(startsAt: Temporal.Instant, minutes: number): Partial<Seat> {
  const end = startsAt.add({ minutes });
  return { state: 'left', admittedAt: startsAt, joinedAt: startsAt, leftAt: end };
}

function demoPerson(persona: string): { role: SeatRole; language: Person['language'] } {
  const found = people.find((each) => each.persona === persona);
  if (!found) throw new Error(`Nobody in the demo world is called ${persona}.`);
  return found;
}

/** Puts a visit at another time; everybody who looks at it is told. */
export async function moveVisit(
  em: EntityManager,
  episode: DemoEpisode,
  visitId: VisitId,
  startsAt: Temporal.Instant,
): Promise<void> {
  const moved = await clocks(em, episode, startsAt);
  await changeVisit(em, visitId, async () => {
    await em.update(Visit, { id: visitId }, moved);
    return true;
  });
}

/** Closes a visit that is behind us, as if it had gone well. */
export async function closeVisit(em: EntityManager, visitId: VisitId): Promise<void> {
  await changeVisit(em, visitId, async (visit) => {
    if (visit.status !== 'booked' && visit.status !== 'arrived') return false;
    await em.update(Visit, { id: visitId }, { status: 'fulfilled' });
    const leftAt = visit.startsAt.add({ minutes: visit.minutes });
    await em.query(
      `update seat set state = 'left', waiting_since = null, connection = null, token_hash = null, lease_until = null,
              left_at = coalesce(left_at, $2), version = version + 1
        where visit_id = $1 and state <> 'removed'`,
      [visitId, leftAt.toString()],
    );
    return true;
  });
}

export interface DemoVisit {
  id: VisitId;
  startsAt: Temporal.Instant;
  minutes: number;
  status: VisitStatus;
  seats: { id: SeatId; personId: PersonId; state: Seat['state']; connection: string | null }[];
}

/** Visits of an episode that nobody has ended, by time. */
export async function openVisits(em: EntityManager, episode: DemoEpisode): Promise<DemoVisit[]> {
  const visits = await em.find(Visit, {
    where: [
      { episodeId: episodeId(episode.key), status: 'booked' },
      { episodeId: episodeId(episode.key), status: 'arrived' },
    ],
    order: { startsAt: 'ASC' },
  });
  return Promise.all(
    visits.map(async ({ id, startsAt, minutes, status }) => ({
      id,
      startsAt,
      minutes,
      status,
      seats: await em.findBy(Seat, { visitId: id }),
    })),
  );
}

/** Whether an episode has a past yet. */
export function hasPast(em: EntityManager, episode: DemoEpisode): Promise<boolean> {
  return em.existsBy(Visit, { episodeId: episodeId(episode.key), status: 'fulfilled' });
}
