import type { EpisodeId, InstitutionId, PersonId, SeatId, SeatRole, VisitId } from '@okaeri/contracts';
import { readPairs } from '@okaeri/platform';
import { toDate } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Arrival, Episode, Institution, Seat, Visit } from './entities';

/** A visit with all that a page may tell of it. What of it a reader may see is decided by who asks. */
export interface VisitRecord {
  visit: Visit;
  episode: Episode;
  institution: Institution;
  /** In the order of roles: patient, physician, interpreter, then the others. */
  seats: Seat[];
  arrivals: ReadonlyMap<SeatId, Arrival>;
}

/** Whose visits: those with a seat for the person, and all of the institutions. */
export interface VisitsWanted {
  personId?: PersonId;
  institutionIds?: readonly InstitutionId[];
  /** Of these only. */
  ids?: readonly VisitId[];
  /** Starting at or after, and before. */
  from?: Temporal.Instant;
  to?: Temporal.Instant;
  /** Those in which she has this role. */
  role?: SeatRole;
  /** Those that nobody has ended. */
  open?: boolean;
  /** Only what follows this one in the order. */
  after?: { startsAt: Temporal.Instant; id: string };
  /** Newest first, for what is past. */
  backwards?: boolean;
  most?: number;
}

/** In a query over a visit and one of its seats: whoever holds that seat may know of the visit. */
const mayKnow = `(visit.status not in ('held', 'pending', 'lapsed') or seat.role not in ('patient', 'guest'))`;

/** `null` when there is none; whether the reader may know that is asked before. */
export async function readVisit(em: EntityManager, visitId: VisitId): Promise<VisitRecord | null> {
  return (await readVisitsById(em, [visitId])).get(visitId) ?? null;
}

/** The same for several, in a statement a table. */
export async function readVisitsById(
  em: EntityManager,
  visitIds: readonly VisitId[],
): Promise<Map<VisitId, VisitRecord>> {
  const records = await recordsOf(em, await em.findBy(Visit, { id: In([...visitIds]) }));
  return new Map(records.map((record) => [record.visit.id, record]));
}

/** A hold that ran out is in nobody's lists; before it is booked a visit is in those of staff alone. */
export async function readVisits(em: EntityManager, wanted: VisitsWanted): Promise<VisitRecord[]> {
  const query = em.createQueryBuilder(Visit, 'visit');
  query.where(
    `(visit.id in (select seat.visit_id from seat where seat.person_id = :personId and seat.state <> 'removed' and ${mayKnow})
      or visit.episode_id in (select episode.id from episode where episode.institution_id = any(:institutionIds)))`,
    { personId: wanted.personId ?? null, institutionIds: wanted.institutionIds ?? [] },
  );
  query.andWhere(`visit.status <> 'lapsed'`);
  if (wanted.ids) query.andWhere('visit.id = any(:ids)', { ids: wanted.ids });
  if (wanted.from) query.andWhere('visit.starts_at >= :from', { from: toDate(wanted.from) });
  if (wanted.to) query.andWhere('visit.starts_at < :to', { to: toDate(wanted.to) });
  if (wanted.open) query.andWhere(`visit.status in ('booked', 'arrived')`);
  if (wanted.role) {
    query.andWhere(
      'visit.id in (select seat.visit_id from seat where seat.person_id = :personId and seat.role = :role)',
      { role: wanted.role },
    );
  }
  if (wanted.after) {
    const { startsAt, id } = wanted.after;
    query.andWhere(`(visit.starts_at, visit.id) ${wanted.backwards ? '<' : '>'} (:afterStart, :afterId)`, {
      afterStart: toDate(startsAt),
      afterId: id,
    });
  }
  const order = wanted.backwards ? 'DESC' : 'ASC';
  query
    .orderBy('visit.startsAt', order)
    .addOrderBy('visit.id', order)
    .limit(wanted.most ?? 200);
  return recordsOf(em, await query.getMany());
}

/** The visits of an episode, the newest first; `personId`: those alone in which this person has a seat. */
export async function readEpisodeVisits(
  em: EntityManager,
  wanted: { episodeId: EpisodeId; personId: PersonId | null; most: number },
): Promise<VisitRecord[]> {
  const { episodeId, personId, most } = wanted;
  const query = em
    .createQueryBuilder(Visit, 'visit')
    .where(`visit.episode_id = :episodeId and visit.status <> 'lapsed'`, { episodeId })
    .orderBy('visit.startsAt', 'DESC')
    .addOrderBy('visit.id', 'DESC')
    .limit(most);
  if (personId) {
    query.andWhere(`visit.id in (select seat.visit_id from seat where seat.person_id = :personId and ${mayKnow})`, {
      personId,
    });
  }
  return recordsOf(em, await query.getMany());
}

/**
 * A visit and its seats as they are at one moment, without a lock: read one after the other, an end in between would look
 * as if every window had lost its seat to another. `null` when there is no such visit.
 */
export async function readSeats(em: EntityManager, visitId: VisitId): Promise<{ visit: Visit; seats: Seat[] } | null> {
  const pairs = await readPairs(em, [Visit, Seat], 'on b.visit_id = a.id where a.id = $1 order by b.id', [visitId]);
  const [first] = pairs;
  return first ? { visit: first[0], seats: pairs.map(([, seat]) => seat) } : null;
}

/** How far each of these visits has come; those that do not exist are left out. */
export async function readVersions(em: EntityManager, visitIds: readonly VisitId[]): Promise<Map<VisitId, number>> {
  const rows: { id: VisitId; version: number }[] = await em.query(
    'select id, version from visit where id = any($1::uuid[])',
    [visitIds],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

async function recordsOf(em: EntityManager, visits: Visit[]): Promise<VisitRecord[]> {
  if (visits.length === 0) return [];
  const episodes = await em.findBy(Episode, { id: In(visits.map(({ episodeId }) => episodeId)) });
  const institutions = await em.findBy(Institution, { id: In(episodes.map(({ institutionId }) => institutionId)) });
  const seats = await em.find(Seat, { where: { visitId: In(visits.map(({ id }) => id)) }, order: { id: 'ASC' } });
  const arrivals = await em.findBy(Arrival, { seatId: In(seats.map(({ id }) => id)) });
  return visits.map((visit) => {
    const episode = one(episodes, visit.episodeId);
    const own = seats.filter(({ visitId }) => visitId === visit.id);
    return {
      visit,
      episode,
      institution: one(institutions, episode.institutionId),
      seats: own.sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role)),
      arrivals: new Map(arrivals.map((arrival) => [arrival.seatId, arrival])),
    };
  });
}

const roleOrder: readonly Seat['role'][] = ['patient', 'physician', 'interpreter', 'coordinator', 'guest'];

function one<T extends { id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error('A foreign key of care points at nothing.');
  return row;
}
