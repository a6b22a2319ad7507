import type { EpisodeRecord } from '@okaeri/care';
import { minuteAt, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { beyond } from './search';
import type { Party } from './search';

const counted = `('booked', 'arrived', 'fulfilled')`;

interface Row {
  id: string;
  startsAt: Date;
  minutes: number;
  /** What was shown to her, "2026-11-24T19:00:00". */
  wall: string | null;
  zone: string;
}

/**
 * What each of them had to bear of late, in minutes outside of good hours: in the last three visits of this patient with
 * one of these physicians; an interpreter, in her own last three at this hospital.
 */
export async function readBorne(
  em: EntityManager,
  record: EpisodeRecord,
  asked: { must: readonly Party[]; anyOf: readonly Party[]; besides: string | null },
): Promise<Map<string, number>> {
  const rows: Row[] = await em.query(
    `with theirs as (
       select v.id, v.starts_at, v.minutes from visit v
        where v.status in ${counted} and v.id is distinct from $4
          and exists (select from seat s where s.visit_id = v.id and s.person_id = $1 and s.role = 'patient' and s.state <> 'removed')
          and exists (select from seat s where s.visit_id = v.id and s.person_id = any($2::uuid[]) and s.role = 'physician'
                                           and s.state <> 'removed')
        order by v.starts_at desc limit 3)
     select s.person_id as id, t.starts_at as "startsAt", t.minutes, s.wall, coalesce(s.zone, p.zone) as zone
       from theirs t join seat s on s.visit_id = t.id and s.state <> 'removed' and s.person_id = any($2::uuid[])
       join person p on p.id = s.person_id
     union all
     select i.id, own.starts_at, own.minutes, own.wall, coalesce(own.zone, p.zone)
       from unnest($3::uuid[]) as i(id) join person p on p.id = i.id
      cross join lateral (
            select v.starts_at, v.minutes, s.wall, s.zone
              from seat s join visit v on v.id = s.visit_id join episode e on e.id = v.episode_id
             where s.person_id = i.id and s.role = 'interpreter' and s.state <> 'removed' and v.status in ${counted}
               and v.id is distinct from $4 and e.institution_id = $5
             order by v.starts_at desc limit 3) own`,
    [
      record.episode.patientId,
      asked.must.map(({ id }) => id),
      asked.anyOf.map(({ id }) => id),
      asked.besides,
      record.institution.id,
    ],
  );
  const good = new Map([...asked.must, ...asked.anyOf].map((party) => [party.id, party.good]));
  const borne = new Map<string, number>();
  for (const { id, startsAt, minutes, wall, zone } of rows) {
    const shown = wall === null ? minuteAt(toInstant(startsAt), zone) : minuteOf(wall);
    borne.set(id, (borne.get(id) ?? 0) + beyond(good.get(id) ?? [0, 1440], shown, minutes));
  }
  return borne;
}

const minuteOf = (wall: string): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
