import type { PersonId, StaffRole, VisitId } from '@okaeri/contracts';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** How a person stands to an episode. */
export interface EpisodeFacts {
  episodeId: string;
  patientId: PersonId;
  /** What she is at its institution. */
  roles: StaffRole[];
  /** Treats her: of the team, or the physician of one of its visits; and still works there. */
  team: boolean;
  /** A physician there who said that it is an emergency, not long ago. */
  glass: boolean;
}

/** Who asks about which episode. */
export interface EpisodeAsker {
  episodeId: string;
  personId: PersonId;
}

const openRoles = (institution: string, person = '$2') => `array(
  select m.role from membership m
   where m.person_id = ${person} and m.institution_id = ${institution} and m.revoked_at is null)`;

/**
 * Whether there is a row, looked for under the one that asks. With `exists` between `or` PostgreSQL may read the whole
 * table for each question, to have the answers of all who might ask.
 */
const any = (rows: string) => `coalesce((select true ${rows} limit 1), false)`;

/** An episode that is not there is left out. */
export async function episodeFacts(
  em: EntityManager,
  askers: readonly EpisodeAsker[],
): Promise<Map<EpisodeAsker, EpisodeFacts>> {
  const rows: (Omit<EpisodeFacts, 'team'> & { treats: boolean; at: number })[] = await em.query(
    `select at, e.id as "episodeId", e.patient_id as "patientId",
            ${openRoles('e.institution_id', 'asked."personId"')} as roles,
            ${any(`from episode_team t where t.episode_id = e.id and t.person_id = asked."personId" and t.role = 'physician'`)}
         or ${any(`from visit v join seat s on s.visit_id = v.id
                   where v.episode_id = e.id and s.person_id = asked."personId" and s.role = 'physician' and s.state <> 'removed'
                     and v.status not in ('held', 'lapsed')`)}
            as treats,
            ${any(`from break_glass g where g.patient_id = e.patient_id and g.institution_id = e.institution_id
                    and g.person_id = asked."personId" and g.until > $2::timestamptz`)} as glass
       from json_to_recordset($1) as asked(at int, "episodeId" uuid, "personId" uuid)
       join episode e on e.id = asked."episodeId"`,
    // An array would be planned for anew by its length each time, for longer than the answer takes.
    [JSON.stringify(askers.map(({ episodeId, personId }, at) => ({ at, episodeId, personId }))), toIso(now())],
  );
  const facts = new Map<EpisodeAsker, EpisodeFacts>();
  for (const { at, treats, glass, ...row } of rows) {
    const asker = askers[at];
    if (asker) {
      const physician = row.roles.includes('physician');
      facts.set(asker, { ...row, team: treats && physician, glass: glass && physician });
    }
  }
  return facts;
}

/** Everything that a patient is or was treated for. */
export async function episodesOf(em: EntityManager, patientId: string): Promise<string[]> {
  const rows: { id: string }[] = await em.query('select id from episode where patient_id = $1', [patientId]);
  return rows.map(({ id }) => id);
}

/** What else of a visit the rules need: its episode, and how long ago it was over. */
export async function visitPlace(
  em: EntityManager,
  visitId: VisitId,
): Promise<{ episodeId: string; overForHours: number | null } | null> {
  const rows: { episodeId: string; overForHours: number | null }[] = await em.query(
    `select episode_id as "episodeId",
            case when status in ('fulfilled', 'cancelled', 'noshow', 'lapsed')
                 then extract(epoch from $2::timestamptz - coalesce(ended_at, starts_at + minutes * interval '1 minute'))::float / 3600
            end as "overForHours"
       from visit where id = $1`,
    [visitId, toIso(now())],
  );
  return rows[0] ?? null;
}

interface FilePlace {
  visitId: VisitId;
  episodeId: string;
  byId: PersonId;
  receiving: boolean;
  recorded: boolean;
}

/** Which visit a file belongs to, who sends it, whether it is still being sent, and whether it is a recorded message. */
export async function filePlace(em: EntityManager, fileId: string): Promise<FilePlace | null> {
  const rows: FilePlace[] = await em.query(
    `select visit_id as "visitId", episode_id as "episodeId", by_id as "byId", state = 'receiving' as receiving, recorded
       from file where id = $1`,
    [fileId],
  );
  return rows[0] ?? null;
}

/** What a person is at an institution; `null` where there is none. */
export async function rolesAt(
  em: EntityManager,
  institutionId: string,
  personId: PersonId,
): Promise<StaffRole[] | null> {
  const rows: { roles: StaffRole[] }[] = await em.query(
    `select ${openRoles('i.id')} as roles from institution i where i.id = $1`,
    [institutionId, personId],
  );
  return rows[0]?.roles ?? null;
}

/** What a person is at the institutions that a patient has an episode at; `null` for who is nobody's patient. */
export async function rolesTowards(
  em: EntityManager,
  patientId: string,
  personId: PersonId,
): Promise<StaffRole[] | null> {
  const rows: { roles: StaffRole[] | null }[] = await em.query(
    `select array_agg(m.role::text) filter (where m.role is not null) as roles
       from episode e left join membership m
         on m.institution_id = e.institution_id and m.person_id = $2 and m.revoked_at is null
      where e.patient_id = $1 having count(*) > 0`,
    [patientId, personId],
  );
  return rows[0] ? (rows[0].roles ?? []) : null;
}

/** Where an invitation is for, and as what; `institutionId` is null for a steward's. */
export async function invitationPlace(
  em: EntityManager,
  invitationId: string,
): Promise<{ institutionId: string | null; role: string } | null> {
  const rows: { institutionId: string | null; role: string }[] = await em.query(
    'select institution_id as "institutionId", role from invitation where id = $1',
    [invitationId],
  );
  return rows[0] ?? null;
}

/** Everything that a person is anywhere. */
export async function rolesAnywhere(
  em: EntityManager,
  personId: PersonId,
): Promise<{ roles: StaffRole[]; steward: boolean }> {
  const rows: { roles: StaffRole[]; steward: boolean }[] = await em.query(
    `select p.steward, array(select distinct m.role from membership m
                              where m.person_id = p.id and m.revoked_at is null) as roles
       from person p where p.id = $1`,
    [personId],
  );
  return rows[0] ?? { roles: [], steward: false };
}

/** Whose emergency it was, about whom and where. */
export async function glassPlace(
  em: EntityManager,
  glassId: string,
): Promise<{ institutionId: string; personId: PersonId; patientId: PersonId } | null> {
  const rows: { institutionId: string; personId: PersonId; patientId: PersonId }[] = await em.query(
    `select institution_id as "institutionId", person_id as "personId", patient_id as "patientId"
       from break_glass where id = $1`,
    [glassId],
  );
  return rows[0] ?? null;
}
