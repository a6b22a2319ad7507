import type { PersonId, StaffRole, VisitId } from '@okaeri/contracts';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** How a person stands to somebody or something whose time is planned. */
export interface ResourceFacts {
  /** Somebody has an episode with her. */
  isPatient: boolean;
  /** What the asker is where it stands, where she works, or where she is treated. */
  roles: StaffRole[];
}

/** `null` where there is neither a person nor a thing of that id. */
export async function resourceFacts(
  em: EntityManager,
  resourceId: string,
  personId: PersonId,
): Promise<ResourceFacts | null> {
  const rows: ResourceFacts[] = await em.query(
    `select exists (select from episode e where e.patient_id = $1) as "isPatient",
            array(select distinct m.role from membership m
                   where m.person_id = $2 and m.revoked_at is null and m.institution_id in (
                         select t.institution_id from thing t where t.id = $1
                         union all
                         select w.institution_id from membership w where w.person_id = $1 and w.revoked_at is null
                         union all
                         select e.institution_id from episode e where e.patient_id = $1)) as roles
      where exists (select from person where id = $1) or exists (select from thing where id = $1)`,
    [resourceId, personId],
  );
  return rows[0] ?? null;
}

/** Whether the patient of an episode may choose times of her own; how many are left is said when she does. */
export async function mayChooseOwn(em: EntityManager, episodeId: string): Promise<boolean> {
  // The last day of the window may still last where she lives.
  const rows: unknown[] = await em.query(
    `select 1 from booking_allowance
      where episode_id = $1 and revoked_at is null and latest >= ($2::timestamptz at time zone 'UTC')::date - 1 limit 1`,
    [episodeId, toIso(now())],
  );
  return rows.length > 0;
}

export interface TaskFacts {
  episodeId: string;
  visitId: VisitId | null;
  ownerId: PersonId | null;
}

export async function taskFacts(em: EntityManager, taskId: string): Promise<TaskFacts | null> {
  const rows: TaskFacts[] = await em.query(
    `select episode_id as "episodeId", visit_id as "visitId", owner_id as "ownerId" from task where id = $1`,
    [taskId],
  );
  return rows[0] ?? null;
}

/** Whom an ask is for, whose visit it is about, and whether she still interprets there. */
export async function askFacts(
  em: EntityManager,
  askId: string,
): Promise<{ personId: PersonId; patientId: PersonId; interprets: boolean } | null> {
  const rows: { personId: PersonId; patientId: PersonId; interprets: boolean }[] = await em.query(
    `select a.person_id as "personId", e.patient_id as "patientId",
            exists (select from membership m
                     where m.person_id = a.person_id and m.institution_id = e.institution_id
                       and m.role = 'interpreter' and m.revoked_at is null) as interprets
       from interpreter_ask a join visit v on v.id = a.visit_id join episode e on e.id = v.episode_id
      where a.id = $1`,
    [askId],
  );
  return rows[0] ?? null;
}

export async function waitlistEpisode(em: EntityManager, waitlistId: string): Promise<string | null> {
  const rows: { episodeId: string }[] = await em.query('select episode_id as "episodeId" from waitlist where id = $1', [
    waitlistId,
  ]);
  return rows[0]?.episodeId ?? null;
}
