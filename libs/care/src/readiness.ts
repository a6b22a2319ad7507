import { byHand, noSubject } from '@okaeri/contracts';
import type { OwnerRole, TaskKind, VisitId, VisitStatus } from '@okaeri/contracts';
import { Statement } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Visit } from './entities';
import { LockedVisit } from './locked-visit';
import { announceVisitIn } from './notices';

/** Something that a visit needs, told by facts and ticked by nobody. */
export interface Requirement {
  source: string;
  kind: Exclude<TaskKind, typeof byHand>;
  /** Whose it is, where a fact names nobody else. */
  ownerRole: OwnerRole;
  dueBeforeMinutes: number;
  escalateBeforeMinutes: number;
  /**
   * What should be there for the visit `$1` by now, which is `$2`: a query of `subject` (which seat or other thing, where
   * there are several), `done`, `owner_role` and `owner_id` where they are not the usual, and `escalates_at`, since when the
   * coordinator has to hear of it, however long it is until the visit. A task that is no longer among them is gone.
   */
  facts: string;
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
  const statement = new Statement();
  const [id, at] = [statement.place(visit.id), statement.place(toIso(now()))];
  const startsAt = statement.place(toIso(visit.startsAt));
  const isWeighed = `${statement.place(weighed.includes(visit.status))}::boolean`;
  const needed = [...known.values()].map((each) => neededIn(statement, each, startsAt));
  statement.add(`select * from (${needed.join(' union all ')}) as facts where ${isWeighed}`, 'needed');
  statement.add(
    `insert into task (episode_id, visit_id, source, kind, subject, owner_role, owner_id, due_at, escalate_at, state, done_at, demo)
     select ${statement.place(visit.episodeId)}, ${id}, source, kind, subject, owner_role, owner_id, due_at, escalate_at,
            case when done then 'done' else 'open' end, case when done then ${at}::timestamptz end, ${statement.place(visit.demo)}
       from needed
     on conflict (visit_id, source, kind, subject) where source <> 'coordinator' do update
        set owner_id = excluded.owner_id, due_at = excluded.due_at, escalate_at = excluded.escalate_at, version = task.version + 1,
            state = case when task.state = 'waived' then 'waived' else excluded.state end,
            done_at = case when task.state = 'waived' then task.done_at else excluded.done_at end,
            escalated_at = case when task.state = 'open' and task.escalate_at = excluded.escalate_at then task.escalated_at end
      where (task.owner_id, task.due_at, task.escalate_at, task.state) is distinct from
            (excluded.owner_id, excluded.due_at, excluded.escalate_at, case when task.state = 'waived' then 'waived' else excluded.state end)
     returning id`,
    'kept',
  );
  const sources = requirements.sources().filter((source) => source !== byHand);
  statement.add(
    `update task set state = 'gone', version = version + 1
      where visit_id = ${id} and source = any(${statement.place(sources)}) and state <> 'gone'
        and not exists (select from needed n where (n.source, n.kind, n.subject) = (task.source, task.kind, task.subject))
         or visit_id = ${id} and source = 'coordinator' and state = 'open' and not ${isWeighed}
     returning id`,
    'gone',
  );
  announceVisitIn(statement, visit, [], 'exists (select from kept) or exists (select from gone)');
  await statement.run(em);
}

/** The tasks that one of them asks for. */
function neededIn(statement: Statement, requirement: Requirement, startsAt: string): string {
  const { source, kind, ownerRole, dueBeforeMinutes, escalateBeforeMinutes, facts } = requirement;
  const text = (value: string) => `${statement.place(value)}::text`;
  const before = (minutes: number) => `${startsAt}::timestamptz - ${statement.place(minutes)} * interval '1 minute'`;
  return `select ${text(source)} as source, ${text(kind)} as kind, coalesce(subject, ${statement.place(noSubject)}::uuid) as subject,
                 coalesce(owner_role, ${text(ownerRole)}) as owner_role, owner_id, done, ${before(dueBeforeMinutes)} as due_at,
                 coalesce(escalates_at, ${before(escalateBeforeMinutes)}) as escalate_at
            from (${facts}) as fact(subject, done, owner_role, owner_id, escalates_at)`;
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
