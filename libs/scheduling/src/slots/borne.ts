import { minuteAt, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Cast } from './cast';
import { beyond } from './search';
import type { Party } from './search';

const counted = `('booked', 'arrived', 'fulfilled')`;

/** A visit of somebody that is counted. */
export interface Lately {
  id: string;
  startsAt: Date;
  minutes: number;
  /** What was shown to her, "2026-11-24T19:00:00". */
  wall: string | null;
  zone: string;
}

/**
 * The last three visits of this patient with one of these physicians, for everybody in them; and of each interpreter her
 * own last three at this hospital.
 */
export function readLately(
  em: EntityManager,
  { episode, institution, must, anyOf }: Cast,
  besides: string | null,
): Promise<Lately[]> {
  return em.query(
    `with must as materialized (select value::uuid as id from json_array_elements_text($2)), theirs as (
       select v.id, v.starts_at, v.minutes from seat patient join visit v on v.id = patient.visit_id
        where patient.person_id = $1 and patient.role = 'patient' and patient.state <> 'removed'
          and v.status in ${counted} and v.id is distinct from $4
          and exists (select from seat s where s.visit_id = v.id and s.person_id in (select id from must) and s.role = 'physician'
                                           and s.state <> 'removed')
        order by patient.starts_at desc limit 3)
     select s.person_id as id, t.starts_at as "startsAt", t.minutes, s.wall, coalesce(s.zone, p.zone) as zone
       from theirs t join seat s on s.visit_id = t.id and s.state <> 'removed' and s.person_id in (select id from must)
       join person p on p.id = s.person_id
     union all
     select i.id, own.starts_at, own.minutes, own.wall, coalesce(own.zone, p.zone)
       from (select value::uuid as id from json_array_elements_text($3)) i join person p on p.id = i.id
      cross join lateral (
            select v.starts_at, v.minutes, s.wall, s.zone
              from seat s join visit v on v.id = s.visit_id join episode e on e.id = v.episode_id
             where s.person_id = i.id and s.role = 'interpreter' and s.state <> 'removed'
               and v.status in ${counted} and v.id is distinct from $4 and e.institution_id = $5
             order by s.starts_at desc limit 3) own`,
    [episode.patientId, JSON.stringify(must), JSON.stringify(anyOf), besides, institution.id],
  );
}

/** What she had to bear in them, in minutes outside of the hours that are good for her. */
export function borneBy({ id, good }: Party, lately: readonly Lately[]): number {
  return lately
    .filter((visit) => visit.id === id)
    .map(({ startsAt, minutes, wall, zone }) => {
      const shown = wall === null ? minuteAt(toInstant(startsAt), zone) : minuteOf(wall);
      return beyond(good, shown, minutes);
    })
    .reduce((sum, each) => sum + each, 0);
}

const minuteOf = (wall: string): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
