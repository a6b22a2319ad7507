import { readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readEpisodes } from '@okaeri/care';
import type { EpisodeRecord } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { EpisodeId, PersonId, SeatRole, SlotsQuery, ThingKind } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

const mostAsked = 20;

/** Who and what a time is looked for. */
export interface Cast extends EpisodeRecord {
  patient: Person;
  people: ReadonlyMap<string, { person: Person; role: SeatRole }>;
  things: ReadonlyMap<string, { id: string; kind: ThingKind; name: string }>;
  /** All of these, the patient first where she takes part; and one of those. */
  must: readonly string[];
  anyOf: readonly string[];
  /** An interpreter is wanted and there is none to choose from. */
  lacking: boolean;
}

interface Member {
  id: PersonId;
  role: SeatRole;
  interprets: boolean;
}

export type Wanted = Pick<SlotsQuery, 'episodeId' | 'personIds' | 'thingIds' | 'interpreter' | 'visitId'>;

/**
 * The patient of an episode, who works at its hospital or sits in the visit that is moved, and the hospital's things.
 * Whoever or whatever is none of these is `not_found`, so that nobody's calendar is read from elsewhere.
 */
export async function castOf(em: EntityManager, wanted: Wanted): Promise<Cast> {
  const named = wanted.interpreter && wanted.interpreter.personIds !== 'any' ? wanted.interpreter.personIds : [];
  const episodeId = wanted.episodeId as EpisodeId;
  const [records, members, things, known] = await Promise.all([
    readEpisodes(em, [episodeId]),
    readAround(em, wanted),
    readThings(em, episodeId, wanted.thingIds),
    readPeople(em, [...wanted.personIds, ...named] as PersonId[]),
  ]);
  const record = records.get(episodeId);
  if (!record) throw new OkaeriError('not_found');
  const { patientId } = record.episode;
  const must = [...new Set(wanted.personIds)].sort((a, b) => Number(b === patientId) - Number(a === patientId));
  const asked = wanted.interpreter?.personIds === 'any' ? members.filter(({ interprets }) => interprets) : [];
  const anyOf = [...new Set([...named, ...asked.map(({ id }) => id as string)])].filter((id) => !must.includes(id));
  const roles = new Map<string, SeatRole>();
  // Of several roles of one person the last of these counts.
  for (const role of ['guest', 'coordinator', 'interpreter', 'physician'] as const) {
    for (const each of members) if (each.role === role) roles.set(each.id, role);
  }
  roles.set(patientId, 'patient');
  const isInterpreter = (id: string) => members.some((each) => each.id === id && each.role === 'interpreter');
  if (must.some((id) => !roles.has(id)) || !anyOf.every(isInterpreter)) throw new OkaeriError('not_found');
  const unread = [patientId, ...(anyOf as PersonId[])].filter((id) => !known.has(id));
  const others = unread.length > 0 ? await readPeople(em, unread) : new Map<PersonId, Person>();
  const patient = known.get(patientId) ?? others.get(patientId);
  if (!patient) throw new OkaeriError('not_found');
  const people = new Map(
    [...known.values(), ...others.values()].map((person) => {
      const role = anyOf.includes(person.id) ? 'interpreter' : roles.get(person.id);
      return [person.id as string, { person, role: role ?? 'guest' }] as const;
    }),
  );
  const lacking = wanted.interpreter !== null && anyOf.length === 0 && !named.some((id) => must.includes(id));
  return { ...record, patient, people, things, must: [...must, ...things.keys()], anyOf, lacking };
}

/** In the first of the roles that each has; whoever interprets for this patient most often first. */
function readAround(em: EntityManager, wanted: Wanted): Promise<Member[]> {
  const { episodeId, personIds, interpreter, visitId } = wanted;
  const named = interpreter && interpreter.personIds !== 'any' ? interpreter.personIds : [];
  const ids = JSON.stringify([...new Set([...personIds, ...named])]);
  const anybody = interpreter?.personIds === 'any' ? [interpreter.languages.map(baseOf)] : [];
  return em.query(
    // JSON, and a text for each of the two questions: else they would be planned for anew each time.
    `with asked as materialized (select value::uuid as id from json_array_elements_text($2))
     select m.person_id as id, m.role, false as interprets from membership m
      where m.institution_id = (select institution_id from episode where id = $1) and m.revoked_at is null
        and m.role in ('physician', 'interpreter', 'coordinator') and m.person_id in (select id from asked)
     union all
     select s.person_id, s.role, false from seat s join visit v on v.id = s.visit_id
      where v.id = $3 and v.episode_id = $1 and s.state <> 'removed' and s.person_id in (select id from asked)
     ${anybody.length > 0 ? `union all (${whoInterprets})` : ''}`,
    [episodeId, ids, visitId ?? null, ...anybody],
  );
}

const whoInterprets = `
  select m.person_id, m.role, true from membership m join person p on p.id = m.person_id
   where m.institution_id = (select institution_id from episode where id = $1) and m.revoked_at is null and m.role = 'interpreter'
     and array(select split_part(lower(l), '-', 1) from unnest(p.languages) as l) @> $4::text[]
   order by (select count(*) from seat s join visit v on v.id = s.visit_id
              where s.person_id = m.person_id and s.role = 'interpreter' and v.episode_id = $1) desc, m.person_id
   limit ${mostAsked}`;

/** "zh-Hant" is spoken as "zh". */
const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

async function readThings(em: EntityManager, episodeId: EpisodeId, ids: readonly string[]): Promise<Cast['things']> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows: { id: string; kind: ThingKind; name: string }[] = await em.query(
    `select id, kind, name from thing where id = any($1::uuid[]) and retired_at is null
        and institution_id = (select institution_id from episode where id = $2)`,
    [wanted, episodeId],
  );
  if (rows.length < wanted.length) throw new OkaeriError('not_found');
  return new Map(rows.map((row) => [row.id, row]));
}
