import type { DataSource } from 'typeorm';
import { clockOf } from './far-clocks';
import { minuteOf } from './oracle';
import { slowSearch } from './slow-slots';
import type { SlowDay, SlowFound, SlowParty, SlowRule } from './slow-slots';

const day = 1440;

export interface SlowQuery {
  patientId: string;
  institutionId: string;
  /** The patient first. */
  must: readonly string[];
  anyOf: readonly string[];
  minutes: number;
  /** The first day on the hospital's calendar in Osaka, and how many. */
  from: string;
  days: number;
  onCall: boolean;
  now: number;
  most: number;
}

type Row = Record<string, unknown>;

const minuteAt = (column: string, as: string) => `floor(extract(epoch from ${column}) / 60)::int as "${as}"`;
const dayOf = (column: string, as: string) => `(${column} - date '1970-01-01') as "${as}"`;

/** What stands in the tables, row by row and one question after the other, handed to the slow model. */
export async function slowAnswer(data: DataSource, query: SlowQuery): Promise<SlowFound[]> {
  const rows = (sql: string, values: unknown[]): Promise<Row[]> => data.query(sql, values);
  const midnight = minuteOf(`${query.from}T00:00`) - 540;
  const wanted = {
    ...{ from: midnight, to: midnight + query.days * day, now: query.now, minutes: query.minutes, step: 15 },
    most: query.most,
  };
  const partyOf = async (id: string): Promise<SlowParty> => {
    const [person] = await rows('select * from person where id = $1', [id]);
    const [thing] = await rows(
      'select i.* from thing t join institution i on i.id = t.institution_id where t.id = $1',
      [id],
    );
    const [member] = await rows('select 1 as one from membership where person_id = $1 and revoked_at is null', [id]);
    const [written] = await rows('select * from availability where resource_id = $1', [id]);
    const assumed = assumedOf(thing ? 'thing' : member ? 'staff' : 'patient');
    const rules = await rows(
      `select kind, weekday, from_minute, to_minute, ${dayOf('valid_from', 'validFrom')}, ${dayOf('valid_to', 'validTo')}
         from availability_rule where resource_id = $1`,
      [id],
    );
    const days = await rows(
      `select kind, ${dayOf('day', 'day')}, from_minute, to_minute from availability_day where resource_id = $1`,
      [id],
    );
    const holidays = await rows(`select ${dayOf('day', 'day')} from holiday where country = any($1)`, [
      written?.['holidays'] ?? [],
    ]);
    const visits = await rows(
      `select ${minuteAt('lower(during)', 'from')}, ${minuteAt('upper(during)', 'to')} from claim where resource_id = $1`,
      [id],
    );
    const outside = await rows(
      `select ${minuteAt('from_at', 'from')}, ${minuteAt('to_at', 'to')} from busy_time where person_id = $1`,
      [id],
    );
    const pair = (row: Row): [number, number] => [row['from'] as number, row['to'] as number];
    const good = written ? ([written['good_from'] as number, written['good_to'] as number] as const) : assumed.good;
    return {
      clock: clockOf((written?.['zone'] ?? person?.['zone'] ?? thing?.['zone']) as string),
      rules: written ? rules.map(ruleOf) : assumed.rules,
      days: days.map(
        ({ kind, day: date, from_minute: from, to_minute: to }) =>
          ({ kind, day: date, from, to }) as unknown as SlowDay,
      ),
      holidays: holidays.map(({ day: date }) => date as number),
      onCall: query.onCall,
      visits: visits.map(pair),
      outside: outside.map(pair),
      buffer: (written?.['buffer_minutes'] as number | undefined) ?? 0,
      perDay: (written?.['per_day'] as number | null | undefined) ?? null,
      notice: (written?.['notice_minutes'] as number | undefined) ?? assumed.notice,
      good,
      borne: await borneBy(rows, query, id, good),
    };
  };
  const parties: SlowParty[] = [];
  for (const id of query.must) parties.push(await partyOf(id));
  const anyOf: SlowParty[] = [];
  for (const id of query.anyOf) anyOf.push(await partyOf(id));
  return slowSearch(parties, anyOf, wanted);
}

function ruleOf({ kind, weekday, from_minute: from, to_minute: to, validFrom, validTo }: Row): SlowRule {
  return { kind, weekday, from, to, validFrom, validTo } as unknown as SlowRule;
}

/** What is assumed of somebody of whom nothing is written, said once more. */
function assumedOf(kind: 'staff' | 'patient' | 'thing') {
  const hours = {
    staff: { weekdays: [1, 2, 3, 4, 5], open: '09:00-17:00', good: [540, 1020], notice: 120 },
    patient: { weekdays: [1, 2, 3, 4, 5, 6, 7], open: '07:00-21:30', good: [540, 1200], notice: 0 },
    thing: { weekdays: [1, 2, 3, 4, 5, 6, 7], open: '00:00-24:00', good: [0, 1440], notice: 0 },
  }[kind];
  const [from = 0, to = 0] = hours.open.split('-').map((time) => minuteOf(`1970-01-01T${time}`));
  const rules = hours.weekdays.map((weekday): SlowRule => ({
    ...{ kind: 'open', weekday, from, to, validFrom: null, validTo: null },
  }));
  return { rules, good: hours.good as [number, number], notice: hours.notice };
}

/** The minutes outside of her good hours in the last three visits that are counted for her. */
async function borneBy(
  rows: (sql: string, values: unknown[]) => Promise<Row[]>,
  { patientId, must, anyOf, institutionId }: SlowQuery,
  id: string,
  good: readonly [number, number],
): Promise<number> {
  const columns = `select v.id as visit, ${minuteAt('v.starts_at', 'at')}, v.minutes, s.wall, s.zone as told, p.zone as lives
    from visit v join seat s on s.visit_id = v.id join person p on p.id = s.person_id join episode e on e.id = v.episode_id
   where s.person_id = $1 and s.state <> 'removed' and v.status in ('booked', 'arrived', 'fulfilled')`;
  let visits: Row[];
  if (anyOf.includes(id)) {
    visits = await rows(
      `${columns} and s.role = 'interpreter' and e.institution_id = $2 order by v.starts_at desc limit 3`,
      [id, institutionId],
    );
  } else {
    const shared = await rows(
      `select v.id from visit v where v.status in ('booked', 'arrived', 'fulfilled')
          and $1 in (select person_id from seat where visit_id = v.id and role = 'patient' and state <> 'removed')
          and (select count(*) from seat where visit_id = v.id and role = 'physician' and state <> 'removed'
                                           and person_id = any($2)) > 0
        order by v.starts_at desc limit 3`,
      [patientId, must],
    );
    visits = await rows(`${columns} and v.id = any($2)`, [id, shared.map((row) => row['id'])]);
  }
  return visits.reduce((sum, row) => {
    const at = row['at'] as number;
    const shown =
      row['wall'] === null
        ? at + clockOf((row['told'] ?? row['lives']) as string)(at)
        : minuteOf(row['wall'] as string);
    const wall = shown % day;
    return sum + Math.max(0, good[0] - wall, wall + (row['minutes'] as number) - good[1]);
  }, 0);
}
