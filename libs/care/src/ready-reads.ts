import { readyBlockers } from '@okaeri/contracts';
import type {
  EpisodeId,
  InstitutionId,
  OwnerRole,
  PersonId,
  ReadyBlocker,
  TaskKind,
  TaskState,
  VisitId,
  VisitStatus,
} from '@okaeri/contracts';
import { now, toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { requirements } from './readiness';

/** A visit ahead by the first thing that keeps it from being ready. */
export interface ReadyRow {
  visitId: VisitId;
  episodeId: EpisodeId;
  patientId: PersonId;
  physicianId: PersonId | null;
  startsAt: Temporal.Instant;
  minutes: number;
  status: VisitStatus;
  version: number;
  blockedBy: ReadyBlocker | null;
  /** The place of that among `readyBlockers`; those that nothing keeps come last. */
  rank: number;
}

export interface ReadyWanted {
  institutionIds: readonly InstitutionId[];
  /** Of these visits alone. */
  visitIds?: readonly VisitId[];
  blocker?: ReadyBlocker | undefined;
  /** Of a patient whose name has this in it. */
  q?: string | undefined;
  after?: { rank: number; startsAt: string; id: string } | null;
  most: number;
}

/** Of a visit `v` of patient `p`; $3 is now, $4 the sources that this process knows. */
const tasksSql = `
  select case when t.source = 'coordinator' then case when t.due_at <= $3 then 'coordinator_late' else 'coordinator' end
              when s.declined_at is not null then 'presence_declined'
              else t.kind end as blocker
    from task t left join seat s on t.kind = 'presence' and s.id = t.subject
   where t.visit_id = v.id and t.state = 'open' and t.source = any($4)`;
const reasonsSql = `
  ${tasksSql}
  union all
  select 'clock_changed' from clock_change where visit_id = v.id and state = 'open'
  union all
  select 'mail_bounced' from seat s
   where s.visit_id = v.id and s.person_id = p.id and s.state <> 'removed' and p.email_state = 'bounced'`;

const readySql = `
  select v.id as "visitId", v.episode_id as "episodeId", e.patient_id as "patientId", v.starts_at as "startsAt", v.minutes,
         v.status, v.version, found.blocker as "blockedBy", coalesce(array_position($2::text[], found.blocker), 99) as rank,
         (select s.person_id from seat s where s.visit_id = v.id and s.role = 'physician' and s.state <> 'removed'
           order by s.id limit 1) as "physicianId",
         concat_ws(' ', p.name, p.name_latin, p.name_kana) as searched
    from visit v
    join episode e on e.id = v.episode_id
    join person p on p.id = e.patient_id
    left join lateral (
      select blocker from (${reasonsSql}) open order by array_position($2::text[], blocker) limit 1) found on true
   where e.institution_id = any($1::uuid[]) and v.status in ('pending', 'booked', 'arrived') and v.starts_at > $3`;

const readyParameters = (institutionIds: readonly string[]) => [
  institutionIds,
  readyBlockers,
  toIso(now()),
  requirements.sources(),
];

/** What keeps visits ahead from being ready, the most pressing first, then by time. */
export async function readReady(em: EntityManager, wanted: ReadyWanted): Promise<ReadyRow[]> {
  const { institutionIds, visitIds = null, blocker = null, q = '', after, most } = wanted;
  const rows: (Omit<ReadyRow, 'startsAt'> & { startsAt: Date })[] = await em.query(
    `with ready as (${readySql})
     select * from ready
      where ($5::uuid[] is null or "visitId" = any($5)) and ($6::text is null or "blockedBy" = $6)
        and ($7 = '' or strpos(lower(searched), lower($7)) > 0)
        and ($8::int is null or (rank, "startsAt", "visitId") > ($8, $9::timestamptz, $10::uuid))
      order by rank, "startsAt", "visitId" limit $11`,
    [
      ...readyParameters(institutionIds),
      ...[visitIds, blocker, q.trim(), after?.rank ?? null, after?.startsAt ?? null, after?.id ?? null, most],
    ],
  );
  return rows.map((row) => ({ ...row, startsAt: toInstant(row.startsAt) }));
}

export async function countReady(
  em: EntityManager,
  institutionIds: readonly InstitutionId[],
): Promise<Map<ReadyBlocker | null, number>> {
  const rows: { blockedBy: ReadyBlocker | null; count: number }[] = await em.query(
    `with ready as (${readySql}) select "blockedBy", count(*)::int as count from ready group by 1`,
    readyParameters(institutionIds),
  );
  return new Map(rows.map(({ blockedBy, count }) => [blockedBy, count]));
}

/** What of a visit is still open although somebody else has to hear of it by now, the most pressing first. */
export async function readEscalated(em: EntityManager, visitId: VisitId): Promise<ReadyBlocker[]> {
  const rows: { blocker: ReadyBlocker }[] = await em.query(
    `select open.blocker from visit v cross join lateral (${tasksSql} and t.escalated_at is not null) open
      where v.id = $1 group by 1 order by array_position($2::text[], open.blocker)`,
    [visitId, readyBlockers, toIso(now()), requirements.sources()],
  );
  return rows.map(({ blocker }) => blocker);
}

/** A task with what has to be said of it. */
export interface TaskRow {
  taskId: string;
  visitId: VisitId;
  patientId: PersonId;
  source: string;
  kind: TaskKind;
  title: string | null;
  note: string | null;
  ownerRole: OwnerRole;
  ownerId: PersonId | null;
  dueAt: Temporal.Instant;
  state: TaskState;
  doneAt: Temporal.Instant | null;
  doneBy: PersonId | null;
  /** She whose presence it is has said that she cannot come. */
  declined: boolean;
  /** Who is asked to interpret, and until when she may answer. */
  askedId: PersonId | null;
  answerBy: Temporal.Instant | null;
}

/** Those of each visit that are or were needed, by when they are due; of sources that this process knows. */
export async function readTasks(em: EntityManager, visitIds: readonly VisitId[]): Promise<TaskRow[]> {
  type Times = Record<'dueAt', Date> & Record<'doneAt' | 'answerBy', Date | null>;
  const rows: (Omit<TaskRow, keyof Times> & Times)[] = await em.query(
    `select t.id as "taskId", t.visit_id as "visitId", e.patient_id as "patientId", t.source, t.kind, t.title,
            coalesce(t.note, s.declined_reason) as note, t.owner_role as "ownerRole", t.owner_id as "ownerId",
            t.due_at as "dueAt", t.state, t.done_at as "doneAt", t.done_by as "doneBy",
            s.declined_at is not null as declined, a.person_id as "askedId", a.answer_by as "answerBy"
       from task t join episode e on e.id = t.episode_id
       left join seat s on t.kind = 'presence' and s.id = t.subject
       left join interpreter_ask a on t.kind = 'interpreter' and a.visit_id = t.visit_id and a.state = 'asked'
      where t.visit_id = any($1::uuid[]) and t.source = any($2) and t.state <> 'gone'
      order by t.due_at, t.kind, array_position(array['patient', 'physician', 'interpreter', 'coordinator'], t.owner_role), t.id`,
    [visitIds, requirements.sources()],
  );
  const instant = (at: Date | null) => at && toInstant(at);
  return rows.map((row) => ({
    ...row,
    dueAt: toInstant(row.dueAt),
    doneAt: instant(row.doneAt),
    answerBy: instant(row.answerBy),
  }));
}
