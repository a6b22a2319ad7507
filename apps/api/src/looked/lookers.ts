import { localized, nameFor, readPeople } from '@okaeri/access';
import type { Localized, Look } from '@okaeri/access';
import type { EpisodeId, LookedPerson, PersonId, SeatRole, StaffRole } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';

export type Looker = Pick<LookedPerson, 'who' | 'name' | 'fromWords'>;

interface Row {
  id: PersonId;
  /** What she is or was anywhere. */
  roles: StaffRole[];
  /** Where; the hospitals that treat this patient first. */
  institution: Localized | null;
  /** In a visit of this patient. */
  seat: SeatRole | null;
}

const order: readonly StaffRole[] = ['physician', 'coordinator', 'interpreter', 'administrator'];

/**
 * Who the people are that looked. Staff are named, and who had a seat in a visit of hers; somebody else who tried is not:
 * another patient, perhaps, who followed a wrong link.
 */
export async function lookersOf(
  em: EntityManager,
  reader: Reader,
  ids: readonly PersonId[],
): Promise<(look: Pick<Look, 'actorId' | 'outcome' | 'permission'>) => Looker> {
  const rows: Row[] = await em.query(
    `select p.id, array(select distinct m.role::text from membership m where m.person_id = p.id) as roles,
            (select i.name from membership m join institution i on i.id = m.institution_id
              where m.person_id = p.id
              order by exists (select from episode e where e.patient_id = $1 and e.institution_id = i.id) desc,
                       m.revoked_at is null desc, i.id limit 1) as institution,
            (select s.role::text from seat s join visit v on v.id = s.visit_id join episode e on e.id = v.episode_id
              where s.person_id = p.id and e.patient_id = $1 limit 1) as seat
       from person p where p.id = any($2::uuid[])`,
    [reader.personId, ids],
  );
  const people = await readPeople(em, ids);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ({ actorId, outcome, permission }) => {
    if (permission === 'link.open') return { who: 'outsider', name: null, fromWords: null };
    if (actorId === null) return { who: outcome === 'allowed' ? 'house' : 'nobody', name: null, fromWords: null };
    const [row, person] = [found.get(actorId), people.get(actorId)];
    const staff = order.find((role) => row?.roles.includes(role));
    if (!row || !person || (!staff && !row.seat)) return { who: 'stranger', name: null, fromWords: null };
    const role = staff ?? row.seat ?? 'guest';
    const words = say(reader.locale, `role.${role}`);
    return {
      who: 'known',
      name: nameFor(person, reader.locale, role === 'administrator' ? 'coordinator' : role),
      fromWords: row.institution
        ? say(reader.locale, 'looked.from', { role: words, institution: localized(row.institution, reader.locale) })
        : words,
    };
  };
}

/** The treatment that each look was about; else the one that was begun last. */
export async function episodesOf(
  em: EntityManager,
  patientId: PersonId,
  looks: readonly Look[],
): Promise<(look: Look) => EpisodeId | null> {
  const ids = looks.map(({ entityId }) => entityId).filter((id) => id !== null);
  const rows: { id: string; episodeId: EpisodeId }[] = await em.query(
    `select about.id, e.id as "episodeId"
       from episode e join (
         select id, episode_id from visit where id = any($2::uuid[])
         union all select id, episode_id from file where id = any($2::uuid[])
         union all select id, id from episode where id = any($2::uuid[])
       ) about on about.episode_id = e.id
      where e.patient_id = $1`,
    [patientId, ids],
  );
  const newest: { id: EpisodeId }[] = await em.query(
    'select id from episode where patient_id = $1 order by opened_at desc, id limit 1',
    [patientId],
  );
  const known = new Map(rows.map(({ id, episodeId }) => [id, episodeId]));
  return ({ entityId }) => known.get(entityId ?? '') ?? newest[0]?.id ?? null;
}
