import type { InstitutionId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** Visits of institutions that are over, by the hospital's days, both included. */
export interface StatisticsWanted {
  institutionIds: readonly InstitutionId[];
  from: string;
  to: string;
}

export interface Counted {
  key: string;
  attended: number;
  late: number;
  noshow: number;
  technical: number;
  notReceived: number;
  cancelled: number;
}

/** How long before its time a visit was booked. */
export const leadKeys = ['day', 'week', 'month', 'longer'] as const;
/** By which of the ways she was reminded; who was reminded by several is counted by each. */
export const reminderKeys = ['email', 'sms', 'push', 'app', 'none'] as const;

/** What became of visits, by what they have in common. A conference is nobody's not having come, and is left out. */
export interface Statistics {
  weeks: Counted[];
  byLead: Counted[];
  byHour: Counted[];
  byReminder: Counted[];
}

export async function readStatistics(em: EntityManager, wanted: StatisticsWanted): Promise<Statistics> {
  const { institutionIds, from, to } = wanted;
  const by = (key: string, join = ''): Promise<Counted[]> =>
    em.query(
      `with over as (
         select v.id, v.status, v.outcome, v.starts_at, v.institution_wall::timestamp as wall, v.patient_wall::timestamp as hers,
                (select min(c.at) from visit_change c where c.visit_id = v.id and c.kind in ('held', 'pending', 'booked')) as asked_at,
                e.patient_id
           from visit v join episode e on e.id = v.episode_id
          where e.institution_id = any($1::uuid[]) and v.kind = 'visit' and v.status in ('fulfilled', 'cancelled', 'noshow')
            and v.institution_wall::timestamp >= $2::date and v.institution_wall::timestamp < $3::date + 1)
       select ${key} as key,
              (count(*) filter (where what = 'attended'))::int as attended, (count(*) filter (where what = 'late'))::int as late,
              (count(*) filter (where what = 'noshow'))::int as noshow, (count(*) filter (where what = 'technical'))::int as technical,
              (count(*) filter (where what = 'not_received'))::int as "notReceived",
              (count(*) filter (where what = 'cancelled'))::int as cancelled
         from over cross join lateral (select ${outcomeSql} as what) counted ${join}
        group by 1 order by 1`,
      [institutionIds, from, to],
    );
  const [weeks, byLead, byHour, byReminder] = await Promise.all([
    by(`to_char(date_trunc('week', wall), 'YYYY-MM-DD')`),
    by(`case when starts_at - asked_at < interval '1 day' then 'day' when starts_at - asked_at < interval '7 days' then 'week'
             when starts_at - asked_at < interval '30 days' then 'month' else 'longer' end`),
    by(`to_char(hers, 'HH24')`),
    by(
      `coalesce(reminded.channel, 'none')`,
      `left join lateral (
         select distinct m.channel from notify_message m
          where m.entity_id = over.id and m.person_id = over.patient_id and m.kind = 'visit_reminder'
            and m.state in ('sent', 'delivered')) reminded on true`,
    ),
  ]);
  return { weeks, byLead: ordered(byLead, leadKeys), byHour, byReminder: ordered(byReminder, reminderKeys) };
}

/** Of visits that were closed before their outcome was counted the status says it. */
const outcomeSql = `case when outcome in ('attended', 'late', 'noshow', 'technical', 'not_received') then outcome
  when outcome is null and status = 'fulfilled' then 'attended' when outcome is null and status = 'noshow' then 'noshow'
  else 'cancelled' end`;

const ordered = (rows: readonly Counted[], keys: readonly string[]): Counted[] =>
  rows.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
