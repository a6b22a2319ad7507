import { CareRelation } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { OkaeriError } from '@okaeri/contracts';
import type { EpisodeId, InstitutionId, PersonId } from '@okaeri/contracts';
import { announce, readPairs } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { EpisodeTeam } from './booking.entities';
import { Episode, Institution } from './entities';

export interface NewEpisode {
  patientId: PersonId;
  institutionId: InstitutionId;
  /** In the writer's language at least. */
  title: Localized;
  treatment: string | null;
  /** Days, ISO 8601. */
  treatedFrom: string | null;
  treatedTo: string | null;
  team: readonly PersonId[];
  by: PersonId | null;
  demo: boolean;
}

/**
 * Opens an illness of a patient at an institution, with those who treat her, and makes the institution hers. Throws
 * `not_found` where somebody of the team does not work there.
 */
export async function openEpisode(em: EntityManager, opened: NewEpisode): Promise<EpisodeId> {
  const { team, by, ...values } = opened;
  const { id } = await em.save(em.create(Episode, { ...values, openedBy: by }));
  await setTeam(em, id, opened.institutionId, team);
  await em.insert(CareRelation, {
    patientId: opened.patientId,
    institutionId: opened.institutionId,
    kind: 'treatment',
    startsAt: now(),
  });
  await announce(em, { topic: 'institution', id: opened.institutionId, version: 1 });
  return id;
}

/** Whoever treats her there, in the first of the roles that each has at the institution. */
export async function setTeam(
  em: EntityManager,
  episodeId: EpisodeId,
  institutionId: InstitutionId,
  team: readonly PersonId[],
): Promise<void> {
  const wanted = [...new Set(team)];
  const rows: { person_id: PersonId; role: EpisodeTeam['role'] }[] = await em.query(
    `select distinct on (person_id) person_id, role from membership
      where institution_id = $1 and person_id = any($2::uuid[]) and revoked_at is null
        and role in ('physician', 'interpreter', 'coordinator')
      order by person_id, array_position(array['physician', 'interpreter', 'coordinator'], role)`,
    [institutionId, wanted],
  );
  if (rows.length < wanted.length) throw new OkaeriError('not_found');
  await em.upsert(
    EpisodeTeam,
    rows.map(({ person_id, role }) => ({ episodeId, personId: person_id, role })),
    ['episodeId', 'personId'],
  );
}

export interface EpisodeRecord {
  episode: Episode;
  institution: Institution;
}

/** Who treats her there. */
export function readTeam(em: EntityManager, episodeId: EpisodeId): Promise<EpisodeTeam[]> {
  return em.findBy(EpisodeTeam, { episodeId });
}

/** By id; an episode that is not there is left out. Whether the reader may know of it is asked before. */
export async function readEpisodes(
  em: EntityManager,
  episodeIds: readonly EpisodeId[],
): Promise<Map<EpisodeId, EpisodeRecord>> {
  const at = 'on b.id = a.institution_id where a.id = any($1::uuid[])';
  const pairs = await readPairs(em, [Episode, Institution], at, [[...new Set(episodeIds)]]);
  return new Map(pairs.map(([episode, institution]) => [episode.id, { episode, institution }]));
}
