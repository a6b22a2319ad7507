import { OkaeriError, byHand, isOpen, isTold } from '@okaeri/contracts';
import type { OwnerRole, PersonId, VisitId } from '@okaeri/contracts';
import { announce, emit, readRows } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Visit } from './entities';
import { LockedVisit } from './locked-visit';
import { overCode } from './moves';
import { announceVisit } from './notices';
import { requirements } from './readiness';
import { Task } from './readiness.entities';

/*
 * What people do about the tasks of a visit, always under its lock: somebody else may tick the same one at the same
 * moment, and the visit may be called off.
 */

export interface NewTask {
  title: string;
  note: string | null;
  ownerRole: OwnerRole;
  dueAt: Temporal.Instant;
  /** `null`: the house itself, about something that was answered to it. */
  by: PersonId | null;
}

/** Something that a person wants done before a visit. Throws `not_allowed_now` of a time that is only held. */
export async function writeTask(em: EntityManager, visitId: VisitId, task: NewTask): Promise<string> {
  const { visit, seats } = await LockedVisit.lock(em, visitId);
  if (!isOpen(visit.status)) throw new OkaeriError(overCode(visit.status));
  if (visit.status === 'held') throw new OkaeriError('not_allowed_now');
  const { title, note, ownerRole, dueAt, by } = task;
  const owner = seats.find(({ role, state }) => role === ownerRole && state !== 'removed');
  const ownerId = ownerRole === 'coordinator' ? null : (owner?.personId ?? null);
  const [row]: { id: string }[] = await em.query(
    `insert into task (episode_id, visit_id, source, kind, title, note, owner_role, owner_id, due_at, escalate_at, created_by, demo)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $8, $9, $10) returning id`,
    [visit.episodeId, visitId, byHand, title, note, ownerRole, ownerId, toIso(dueAt), by, visit.demo],
  );
  if (!row) throw new OkaeriError('internal');
  await tell(em, visit, ownerId);
  return row.id;
}

/** It is done; twice by the same person is once. Throws `task_over`, and `not_allowed_now` of what facts alone can tick. */
export async function doneTask(em: EntityManager, taskId: string, by: PersonId): Promise<void> {
  const { visit, task } = await lockTask(em, taskId);
  if (task.source !== byHand) throw new OkaeriError('not_allowed_now');
  await close(em, visit, task, { state: 'done', by, note: task.note });
}

/** It need not be done, and why; what facts say of it later changes nothing. Throws `task_over`. */
export async function waiveTask(em: EntityManager, taskId: string, by: PersonId, reason: string): Promise<void> {
  const { visit, task } = await lockTask(em, taskId);
  await close(em, visit, task, { state: 'waived', by, note: reason });
}

/** The sweep: what is still open once somebody else has to hear of it, told once for all of a visit. */
export async function escalateVisit(em: EntityManager, visitId: VisitId): Promise<boolean> {
  const { visit } = await LockedVisit.lock(em, visitId);
  if (!isOpen(visit.status)) return false;
  const rows: { id: string }[] = await em.query(
    `with told as (update task t set escalated_at = $2, version = version + 1 where visit_id = $1 and ${overdue} returning id)
     select id from told order by id`,
    [visitId, toIso(now()), requirements.sources()],
  );
  const [first] = rows;
  if (!first) return false;
  await emit(em, 'task.escalated', { taskId: first.id });
  await announceVisit(em, visit, []);
  return true;
}

export async function visitsToEscalate(em: EntityManager, most = 200): Promise<VisitId[]> {
  const rows: { id: VisitId }[] = await em.query(
    // By way of the few that are late: the visits ahead are all that the house has.
    `with late as materialized (select distinct t.visit_id from task t where ${overdue})
     select v.id from late join visit v on v.id = late.visit_id
      where v.status in ('pending', 'booked', 'arrived') and v.starts_at > $2
      order by v.starts_at limit $1`,
    [most, toIso(now()), requirements.sources()],
  );
  return rows.map(({ id }) => id);
}

/**
 * What was late from its first moment, as with a visit that is booked for today, is given a quarter of an hour: its people
 * have just been told.
 */
const overdue = `t.state = 'open' and t.escalated_at is null and t.escalate_at <= $2 and t.source = any($3)
  and (t.escalate_at >= t.created_at or t.created_at <= $2::timestamptz - interval '15 minutes')`;

async function lockTask(em: EntityManager, taskId: string): Promise<{ visit: Visit; task: Task }> {
  const [row]: { visitId: VisitId | null }[] = await em.query('select visit_id as "visitId" from task where id = $1', [
    taskId,
  ]);
  if (!row?.visitId) throw new OkaeriError('not_found');
  const { visit } = await LockedVisit.lock(em, row.visitId);
  const [task] = await readRows(em, Task, 'where id = $1 for update', [taskId]);
  if (!task) throw new OkaeriError('not_found');
  return { visit, task };
}

async function close(
  em: EntityManager,
  visit: Visit,
  task: Task,
  to: { state: 'done' | 'waived'; by: PersonId; note: string | null },
): Promise<void> {
  if (task.state === to.state && task.doneBy === to.by) return;
  if (task.state !== 'open') throw new OkaeriError('task_over');
  await em.query(
    'update task set state = $2, done_at = $3, done_by = $4, note = $5, version = version + 1 where id = $1',
    [task.id, to.state, toIso(now()), to.by, to.note],
  );
  await tell(em, visit, task.ownerId);
}

async function tell(em: EntityManager, visit: Visit, ownerId: PersonId | null): Promise<void> {
  await announceVisit(em, visit, []);
  if (ownerId && isTold(visit.status)) {
    await announce(em, { topic: 'day', id: ownerId, version: visit.version });
  }
}
