import { OkaeriError } from '@okaeri/contracts';
import type { EpisodeId, Notice, PersonId, SeatRole, VisitId, VisitStatus } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** What files and notes need to know of their visit. */
export interface VisitFacts {
  visitId: VisitId;
  episodeId: EpisodeId;
  patientId: PersonId;
  status: VisitStatus;
  startsAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  version: number;
  demo: boolean;
}

/** Throws `not_found`. With `lock`, nobody ends or moves it until the transaction is over. */
export async function visitFacts(em: EntityManager, visitId: VisitId, lock = false): Promise<VisitFacts> {
  const rows: (Omit<VisitFacts, 'startsAt' | 'endedAt'> & { startsAt: Date; endedAt: Date | null })[] = await em.query(
    `select v.id as "visitId", v.episode_id as "episodeId", e.patient_id as "patientId", v.status,
            v.starts_at as "startsAt", v.ended_at as "endedAt", v.version, v.demo
       from visit v join episode e on e.id = v.episode_id where v.id = $1 ${lock ? 'for share of v' : ''}`,
    [visitId],
  );
  const [row] = rows;
  if (!row) throw new OkaeriError('not_found');
  return { ...row, startsAt: toInstant(row.startsAt), endedAt: row.endedAt && toInstant(row.endedAt) };
}

/** Whoever looks at the visit or at the case reads again; `days` are people whose first page tells of it. */
export async function tellLookers(
  em: EntityManager,
  { visitId, episodeId, version }: VisitFacts,
  days: readonly PersonId[] = [],
): Promise<void> {
  const notices: Notice[] = days.map((id) => ({ topic: 'day', id, version }));
  await announce(
    em,
    { topic: 'visit', id: visitId, version },
    { topic: 'episode', id: episodeId, version },
    ...notices,
  );
}

/** Who has which seat in the visit: names are said by it. */
export async function rolesIn(em: EntityManager, visitId: VisitId): Promise<Map<PersonId, SeatRole>> {
  const rows: { personId: PersonId; role: SeatRole }[] = await em.query(
    'select person_id as "personId", role from seat where visit_id = $1',
    [visitId],
  );
  return new Map(rows.map(({ personId, role }) => [personId, role]));
}
