import { toIso, now } from '@okaeri/words/time';
import { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { normal } from './spans';
import type { Spans } from './spans';

const day = 1440;

/** Whose time is asked about, between which minutes since 1970; the visit that is moved is not in its own way. */
export interface ResourceWanted {
  id: string;
  from: number;
  to: number;
  besides: string | null;
}

/** What is known of somebody or something that can be scheduled, as it is at this moment. */
export interface Resource {
  id: string;
  /** By which of the assumed hours she goes where nothing was written. */
  kind: 'staff' | 'patient' | 'thing';
  zone: string;
  /** Of what was written about her hours; `null`: nothing was. */
  version: number | null;
  notice: number | null;
  buffer: number | null;
  perDay: number | null;
  good: readonly [number, number] | null;
  /** Countries whose holidays she keeps, and when these were last filled in. */
  holidays: readonly string[];
  holidaysAt: string | null;
  /** Beginnings of her visits; and what they, and a calendar of hers elsewhere, take of her time. */
  starts: readonly number[];
  claims: Spans;
  outside: Spans;
  /** A calendar of hers could not be read since then. */
  staleSince: Date | null;
}

interface Row extends Omit<Resource, 'starts' | 'claims' | 'outside' | 'good'> {
  at: number;
  goodFrom: number | null;
  goodTo: number | null;
  /** Numbers with commas between: a driver takes its time over arrays. */
  froms: string | null;
  tos: string | null;
  outFroms: string | null;
  outTos: string | null;
}

const isoOf = (minute: number) => toIso(Temporal.Instant.fromEpochMilliseconds(minute * 60_000));
const numbers = (list: string | null): number[] => (list === null ? [] : list.split(',').map(Number));
const pairs = (froms: readonly number[], tos: readonly number[]) =>
  froms.flatMap((from, at) => [from, tos[at] ?? from]);

/** All of several in one statement. Left out is what names nobody. */
export async function readResources(
  em: EntityManager,
  wanted: readonly ResourceWanted[],
): Promise<Map<ResourceWanted, Resource>> {
  // A day more on both sides: what touches the first and the last, and what else is on their calendars.
  const rows: Row[] = await em.query(
    // JSON: an array would be planned for anew by its length each time, for longer than it takes to read.
    `select w.at, w.id, a.version,
            case when p.id is null then 'thing'
                 when exists (select from membership m where m.person_id = w.id and m.revoked_at is null) then 'staff'
                 else 'patient' end as kind,
            coalesce(a.zone, p.zone, i.zone) as zone,
            a.notice_minutes as notice, a.buffer_minutes as buffer, a.per_day as "perDay",
            a.good_from as "goodFrom", a.good_to as "goodTo", coalesce(a.holidays, '{}') as holidays,
            (select max(h.filled_at)::text from holiday_fill h where h.country = any(a.holidays)) as "holidaysAt",
            c.froms, c.tos, b.froms as "outFroms", b.tos as "outTos",
            (select min(coalesce(l.worked_at, l.read_at, l.next_at)) from calendar_link l
              where l.person_id = w.id and l.state in ('stale', 'refused') and not l.removed) as "staleSince"
       from json_to_recordset($1) as w(at int, id uuid, low timestamptz, high timestamptz, besides uuid)
       left join availability a on a.resource_id = w.id
       left join person p on p.id = w.id
       left join thing t on t.id = w.id and t.retired_at is null
       left join institution i on i.id = t.institution_id
       left join lateral (
            select string_agg(floor(date_part('epoch', lower(during)) / 60)::int::text, ',' order by lower(during)) as froms,
                   string_agg(ceil(date_part('epoch', upper(during)) / 60)::int::text, ',' order by lower(during)) as tos
              from claim
             where resource_id = w.id and during && tstzrange(w.low, w.high) and visit_id is distinct from w.besides
               and visit_id <> all (array(select v.id from visit v where v.status = 'held' and v.held_until <= $2))) c on true
       left join lateral (
            select string_agg(floor(date_part('epoch', from_at) / 60)::int::text, ',' order by from_at) as froms,
                   string_agg(ceil(date_part('epoch', to_at) / 60)::int::text, ',' order by from_at) as tos
              from busy_time where person_id = w.id and from_at < w.high and to_at > w.low) b on true
      where p.id is not null or t.id is not null`,
    [
      JSON.stringify(
        wanted.map(({ id, from, to, besides }, at) => ({
          at,
          id,
          low: isoOf(from - day),
          high: isoOf(to + day),
          besides,
        })),
      ),
      toIso(now()),
    ],
  );
  return new Map(
    rows.map(({ at, froms, tos, outFroms, outTos, goodFrom, goodTo, ...row }) => [
      wanted[at] as ResourceWanted,
      {
        ...row,
        good: goodFrom === null || goodTo === null ? null : [goodFrom, goodTo],
        starts: numbers(froms),
        claims: normal(pairs(numbers(froms), numbers(tos))),
        outside: normal(pairs(numbers(outFroms), numbers(outTos))),
      },
    ]),
  );
}
