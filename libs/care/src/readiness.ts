import { byHand, noSubject } from '@okaeri/contracts';
import type { OwnerRole, PersonId, TaskKind, VisitId, VisitStatus } from '@okaeri/contracts';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Visit } from './entities';
import { LockedVisit } from './locked-visit';
import { announceVisit } from './notices';

/** Something that a visit needs, told by facts and ticked by nobody. */
export interface Requirement {
  source: string;
  kind: Exclude<TaskKind, typeof byHand>;
  /** Whose it is, where a fact names nobody else. */
  ownerRole: OwnerRole;
  dueBeforeMinutes: number;
  escalateBeforeMinutes: number;
  /** What should be there for the visit now; a task that is no longer among them is gone. */
  facts(em: EntityManager, visitId: VisitId): Promise<readonly Fact[]>;
}

export interface Fact {
  /** Which seat or other thing, where there are several. */
  subject: string | null;
  done: boolean;
  ownerRole?: OwnerRole;
  ownerId?: PersonId | null;
  /** Since when the coordinator has to hear of it, however long it is until the visit. */
  escalatesAt?: Date | null;
}

/** Those that this process knows. A process that knows none weighs nothing: whoever comes next does. */
const known = new Map<string, Requirement>();

export const requirements = {
  add(requirement: Requirement): void {
    known.set(`${requirement.source} ${requirement.kind}`, requirement);
  },
  all: (): readonly Requirement[] => [...known.values()],
  /** Tasks of these are shown and counted. */
  sources: (): string[] => [...new Set([...[...known.values()].map(({ source }) => source), byHand])],
};

const weighed: readonly VisitStatus[] = ['pending', 'booked', 'arrived'];

/**
 * Makes the tasks of a visit what they should be by the facts of this moment, under its lock: in every transaction that
 * changes the visit, a seat or an ask of it. What a person has waived stays waived.
 */
export async function weigh(em: EntityManager, visit: Visit): Promise<void> {
  if (known.size === 0) return;
  const needed = [];
  for (const { source, kind, ownerRole, dueBeforeMinutes, escalateBeforeMinutes, facts } of known.values()) {
    const found = weighed.includes(visit.status) ? await facts(em, visit.id) : [];
    for (const { subject, done, escalatesAt = null, ...owner } of found) {
      const before = (minutes: number) => toIso(visit.startsAt.subtract({ minutes }));
      needed.push({
        ...{ source, kind, subject: subject ?? noSubject, done },
        ...{ owner_role: owner.ownerRole ?? ownerRole, owner_id: owner.ownerId ?? null },
        ...{ due_at: before(dueBeforeMinutes), escalate_at: escalatesAt ?? before(escalateBeforeMinutes) },
      });
    }
  }
  const changed: unknown[] = await em.query(
    `with needed as (
       select * from jsonb_to_recordset($2::jsonb)
                  as row(source text, kind text, subject uuid, owner_role text, owner_id uuid, done boolean, due_at timestamptz, escalate_at timestamptz)),
     kept as (
       insert into task (episode_id, visit_id, source, kind, subject, owner_role, owner_id, due_at, escalate_at, state, done_at, demo)
       select $3, $1, source, kind, subject, owner_role, owner_id, due_at, escalate_at, case when done then 'done' else 'open' end,
              case when done then $4::timestamptz end, $5 from needed
       on conflict (visit_id, source, kind, subject) where source <> 'coordinator' do update
          set owner_id = excluded.owner_id, due_at = excluded.due_at, escalate_at = excluded.escalate_at, version = task.version + 1,
              state = case when task.state = 'waived' then 'waived' else excluded.state end,
              done_at = case when task.state = 'waived' then task.done_at else excluded.done_at end,
              escalated_at = case when task.state = 'open' and task.escalate_at = excluded.escalate_at then task.escalated_at end
        where (task.owner_id, task.due_at, task.escalate_at, task.state) is distinct from
              (excluded.owner_id, excluded.due_at, excluded.escalate_at, case when task.state = 'waived' then 'waived' else excluded.state end)
       returning id),
     gone as (
       update task set state = 'gone', version = version + 1
        where visit_id = $1 and source = any($6) and state <> 'gone'
          and not exists (select from needed n where (n.source, n.kind, n.subject) = (task.source, task.kind, task.subject))
           or visit_id = $1 and source = 'coordinator' and state = 'open' and not $7
       returning id)
     select id from kept union all select id from gone`,
    [
      visit.id,
      JSON.stringify(needed),
      visit.episodeId,
      toIso(now()),
      visit.demo,
      requirements.sources().filter((source) => source !== byHand),
      weighed.includes(visit.status),
    ],
  );
  if (changed.length > 0) await announceVisit(em, visit, []);
}

/**
 * What the sweep weighs anew: visits ahead of a person whose device was tried out since then, for no visit changes by
 * that, and those that were booked before anything was weighed.
 */
export async function visitsToWeigh(em: EntityManager, minutes: number, most = 200): Promise<VisitId[]> {
  const rows: { id: VisitId }[] = await em.query(
    `select v.id from visit v
      where v.status in ('booked', 'arrived') and v.starts_at > $1 and (
            not exists (select from task t where t.visit_id = v.id and t.source <> 'coordinator')
            or exists (select from task t join ledger l on l.actor_id = t.owner_id
                        where t.visit_id = v.id and t.kind = 'device_test' and t.state = 'open'
                          and l.permission = 'check.run' and l.at > $1::timestamptz - $2 * interval '1 minute'))
      order by v.starts_at limit $3`,
    [toIso(now()), minutes, most],
  );
  return rows.map(({ id }) => id);
}

/** The sweep. */
export async function weighVisit(em: EntityManager, visitId: VisitId): Promise<boolean> {
  const { visit } = await LockedVisit.lock(em, visitId);
  await weigh(em, visit);
  return true;
}
