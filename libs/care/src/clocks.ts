import { OkaeriError, isOpen, isTold, openStatuses } from '@okaeri/contracts';
import type { ClockWall, InstitutionId, PersonId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { Temporal, instantOfWall, now, toIso, tzdataVersion } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { wallIn, wallsOf } from './booking';
import type { Seat, Visit } from './entities';
import { noteChange, timeOf } from './history';
import { LockedVisit } from './locked-visit';
import { moveVisit } from './move';

const present = () => tzdataVersion() ?? 'unknown';

/** Visits ahead whose clocks were counted with other zone data than ours and that nobody has looked at with this one. */
export async function visitsToRecount(em: EntityManager, most = 200): Promise<VisitId[]> {
  const rows: { id: VisitId }[] = await em.query(
    `select id from visit v
      where status = any($1) and tzdata <> $2 and starts_at > $3
        and not exists (select from clock_change c where c.visit_id = v.id and c.tzdata_after = $2)
      order by starts_at limit $4`,
    [openStatuses, present(), toIso(now()), most],
  );
  return rows.map(({ id }) => id);
}

/**
 * Holds what was promised against what clocks will show by the zone data of today. Where every promise is kept the visit
 * is noted as counted anew; where one is not it stays as it is until somebody decides. True where it is.
 */
export async function recountVisit(em: EntityManager, visitId: VisitId): Promise<boolean> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit, seats } = locked;
  if (!isOpen(visit.status) || visit.tzdata === present()) return false;
  const broken = promisesOf(visit, seats)
    .map((promise) => ({ ...promise, after: wallIn(promise.zone, visit.startsAt) }))
    .filter(({ before, after }) => !isSame(before, after));
  await em.query(
    `update clock_change set state = 'gone' where visit_id = $1 and state = 'open' and (tzdata_after <> $2 or $3)`,
    [visitId, present(), broken.length === 0],
  );
  if (broken.length === 0) {
    await em.query('update visit set tzdata = $2 where id = $1', [visitId, present()]);
    return false;
  }
  await em.query(
    `insert into clock_change (visit_id, tzdata_before, tzdata_after, walls) values ($1, $2, $3, $4::jsonb)
     on conflict (visit_id, tzdata_after) do nothing`,
    [visitId, visit.tzdata, present(), JSON.stringify(broken)],
  );
  // The visit as it was; those who look after it see on their board that there is something to decide.
  await locked.writeVisit({ tzdata: visit.tzdata });
  return true;
}

/** What each side was told that her clock would show. */
function promisesOf(visit: Visit, seats: readonly Seat[]): Omit<ClockWall, 'after'>[] {
  const sides = [
    { who: 'patient', zone: visit.patientZone, before: visit.patientWall },
    { who: 'institution', zone: visit.institutionZone, before: visit.institutionWall },
  ];
  const others = seats.flatMap(({ id, zone, wall, state }) =>
    zone && wall && state !== 'removed' && sides.every((side) => side.zone !== zone)
      ? [{ who: id, zone, before: wall }]
      : [],
  );
  return [...(visit.patientZone === visit.institutionZone ? sides.slice(0, 1) : sides), ...others];
}

const isSame = (one: string, other: string) => Temporal.PlainDateTime.from(one).equals(other);

export interface Decision {
  /** The time on the patient's clock as it was promised, or the moment. */
  keep: 'wall' | 'instant';
  by: PersonId;
  /** Of these institutions only; of another's visit nobody hears. */
  institutionIds: readonly InstitutionId[];
}

/**
 * Keeps one side of a promise that cannot be kept whole. Decided the same way again it is as it was. Throws `not_found`,
 * `conflict` where it was decided the other way or is over, and what keeps a visit from being moved.
 */
export async function decideClock(em: EntityManager, changeId: string, decision: Decision): Promise<VisitId> {
  const { keep, by, institutionIds } = decision;
  const [found]: { visitId: VisitId }[] = await em.query(
    `select c.visit_id as "visitId" from clock_change c join visit v on v.id = c.visit_id join episode e on e.id = v.episode_id
      where c.id = $1 and e.institution_id = any($2::uuid[])`,
    [changeId, institutionIds],
  );
  if (!found) throw new OkaeriError('not_found');
  const locked = await LockedVisit.lock(em, found.visitId);
  const [change]: { state: string }[] = await em.query('select state from clock_change where id = $1', [changeId]);
  if (change?.state === keep) return found.visitId;
  if (change?.state !== 'open' || !isOpen(locked.visit.status)) throw new OkaeriError('conflict');
  const startsAt = keep === 'wall' ? promisedInstant(locked.visit) : locked.visit.startsAt;
  if (startsAt.epochMilliseconds < now().epochMilliseconds) throw new OkaeriError('time_past');
  if (startsAt.equals(locked.visit.startsAt)) await recounted(em, locked, by);
  else await moveVisit(em, found.visitId, { startsAt, by, clock: true });
  await em.query('update clock_change set state = $2, decided_by = $3, decided_at = $4 where id = $1', [
    ...[changeId, keep, by, toIso(now())],
  ]);
  return found.visitId;
}

/** The moment at which the patient's clock shows what she was told; of two, the earlier. */
function promisedInstant({ patientWall, patientZone }: Visit): Temporal.Instant {
  const [date = '', time = ''] = patientWall.split('T');
  const instant = instantOfWall({ date, time, zone: patientZone, repeated: 'earlier' });
  if (instant === 'skipped') throw new OkaeriError('time_skipped');
  if (instant === 'repeated') throw new OkaeriError('time_repeated');
  return instant;
}

/** The same moment, on clocks as they are now. */
async function recounted(em: EntityManager, locked: LockedVisit, by: PersonId): Promise<void> {
  const { visit } = locked;
  const told = isTold(visit.status);
  const before = timeOf(visit);
  await locked.writeVisit({
    ...wallsOf(visit),
    // A calendar that keeps walls shows another hour from now on.
    ...(told ? { calendarSequence: visit.calendarSequence + 1 } : {}),
  });
  const changeId = await noteChange(em, visit, { kind: 'clock', by, before, after: timeOf(visit) });
  if (told) await emit(em, 'clock.decided', { visitId: visit.id, changeId });
}

/** What was promised to whom, of the last change of clocks that was decided; empty where there was none. */
export async function readPromises(em: EntityManager, visitId: VisitId): Promise<readonly ClockWall[]> {
  const [row]: { walls: ClockWall[] }[] = await em.query(
    `select walls from clock_change where visit_id = $1 and state in ('wall', 'instant') order by decided_at desc limit 1`,
    [visitId],
  );
  return row?.walls ?? [];
}

export interface ClockChangeRow {
  id: string;
  visitId: VisitId;
  startsAt: Temporal.Instant;
  walls: readonly ClockWall[];
}

/** Those that nobody has decided, of visits ahead of these institutions, the next visit first. */
export async function readClockChanges(
  em: EntityManager,
  wanted: { institutionIds: readonly InstitutionId[]; after: { startsAt: string; id: string } | null; most: number },
): Promise<ClockChangeRow[]> {
  const { institutionIds, after, most } = wanted;
  const rows: (Omit<ClockChangeRow, 'startsAt'> & { startsAt: Date })[] = await em.query(
    `select c.id, c.visit_id as "visitId", v.starts_at as "startsAt", c.walls
       from clock_change c join visit v on v.id = c.visit_id join episode e on e.id = v.episode_id
      where c.state = 'open' and v.status = any($1) and v.starts_at > $2 and e.institution_id = any($3::uuid[])
        and ($4::timestamptz is null or (v.starts_at, c.id) > ($4, $5::uuid))
      order by v.starts_at, c.id limit $6`,
    [openStatuses, toIso(now()), institutionIds, after?.startsAt ?? null, after?.id ?? null, most],
  );
  return rows.map(({ startsAt, ...row }) => ({
    ...row,
    startsAt: Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()),
  }));
}
