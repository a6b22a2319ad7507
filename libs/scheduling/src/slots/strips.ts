import { localized, nameFor } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import type { SeatRole, Span, Strip, StripsAnswer, ThingKind } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { Temporal, clockWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Cast } from './cast';
import { toInstants } from './instants';
import { presentMinute } from './parties';
import type { Scheduled } from './parties';
import type { Window } from './patterns';
import { localDay, prepared, startsOf, together, wallMinute } from './search';
import type { Party } from './search';
import { intersect, normal } from './spans';
import type { Spans } from './spans';
import type { SlotReader } from './words';

const day = 1440;
const step = 15;
/** Hours of her own clock that are written beside a strip: closer where one day is shown. */
const ticksOfDay = 3 * 60;
const ticksOfWeek = 6 * 60;

/** The days of each of them beside each other, on her own clock, and where a visit of that length fits them all. */
export async function stripsOf(
  em: EntityManager,
  { cast, scheduled }: { cast: Cast; scheduled: ReadonlyMap<string, Scheduled> },
  asked: { date: string; zone: string; window: Window; minutes: number; besides: string | null },
  reader: SlotReader,
): Promise<StripsAnswer> {
  const { date, zone: calendar, window, minutes, besides } = asked;
  const within = [window.from, window.to];
  const everybody = cast.must.flatMap((id) => scheduled.get(id) ?? []);
  const own = await readOwn(em, cast, window, besides);
  const hours = new Map<number, string>();
  const hourIn = (wall: number): string => {
    const words =
      hours.get(wall) ?? clockWords({ ...reader, zone: 'UTC', instant: instantOf(wall), now: reader.now }).time;
    hours.set(wall, words);
    return words;
  };
  const rows = everybody.map(({ party, resource }): Strip => {
    const { zone } = party;
    const known = nameOf(cast, party.id, reader);
    const visits = own.get(party.id) ?? [];
    return {
      ...{ resourceId: party.id, zone: zone.zone, ...known },
      ticks: ticksOf(party, window).map((minute) => ({ at: minute * 60_000, words: hourIn(wallMinute(zone, minute)) })),
      open: spansOf(intersect(party.may, within)),
      good: spansOf(intersect(goodOf(party, window), within)),
      taken: spansOf(intersect(resource.claims, within)).map(([from, to]) => ({
        ...{ from, to },
        words: wordsOf(visits, from, to, { hourIn, party, reader }),
      })),
      outside: spansOf(intersect(resource.outside, within)),
    };
  });
  return {
    date,
    dayWords: clockWords({ ...reader, zone: calendar, place: '', instant: instantOf(window.from), now: reader.now })
      .date,
    within: [window.from * 60_000, window.to * 60_000],
    rows,
    overlap: spansOf(
      overlapOf(
        everybody.map(({ party }) => party),
        window,
        minutes,
      ),
    ),
  };
}

const instantOf = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);

function spansOf(spans: Spans): Span[] {
  const out: Span[] = [];
  for (let i = 0; i < spans.length; i += 2)
    out.push([(spans[i] as number) * 60_000, (spans[i + 1] as number) * 60_000]);
  return out;
}

/** Wherever the search would let a visit begin, to its end. */
function overlapOf(parties: readonly Party[], { from, to }: Window, minutes: number): Spans {
  if (parties.length === 0) return [];
  const all = parties.map((party) => prepared(party, 0));
  const starts = startsOf(all, together(all, [from, to]), { now: presentMinute(), minutes, step });
  return normal([...starts].flatMap((s) => [s, s + minutes]));
}

function ticksOf({ zone }: Party, { from, to }: Window): number[] {
  const apart = to - from > 2 * day ? ticksOfWeek : ticksOfDay;
  const ticks: number[] = [];
  for (let minute = Math.ceil(from / step) * step; minute < to; minute += step) {
    if (wallMinute(zone, minute) % apart === 0) ticks.push(minute);
  }
  return ticks;
}

function goodOf({ zone, good }: Party, { from, to }: Window): Spans {
  const local: number[] = [];
  for (let date = localDay(zone, from) - 1; date <= localDay(zone, to); date += 1) {
    local.push(date * day + good[0], date * day + good[1]);
  }
  return toInstants(local, zone);
}

type What = SeatRole | ThingKind;

function nameOf(cast: Cast, id: string, { locale }: SlotReader): { name: string; what: What; place: string } {
  const thing = cast.things.get(id);
  if (thing) return { name: thing.name, what: thing.kind, place: localized(cast.institution.city, locale) };
  const known = cast.people.get(id);
  const place: Localized = known?.person.place ?? cast.institution.city;
  return {
    name: known ? nameFor(known.person, locale, known.role).display : '',
    what: known?.role ?? 'guest',
    place: localized(place, locale),
  };
}

interface OwnVisit {
  id: string;
  from: number;
  to: number;
}

/** Times that visits of this hospital take up. What others do with her time is nobody's here to know. */
async function readOwn(
  em: EntityManager,
  { must, institution }: Cast,
  { from, to }: Window,
  besides: string | null,
): Promise<Map<string, OwnVisit[]>> {
  const rows: OwnVisit[] = await em.query(
    `select c.resource_id as id, (extract(epoch from lower(c.during)) * 1000)::float8 as from,
            (extract(epoch from upper(c.during)) * 1000)::float8 as to
       from claim c join visit v on v.id = c.visit_id join episode e on e.id = v.episode_id
      where c.resource_id = any($1::uuid[]) and c.during && tstzrange($2, $3) and e.institution_id = $4
        and v.id is distinct from $5`,
    [must, instantOf(from).toString(), instantOf(to).toString(), institution.id, besides],
  );
  const own = new Map<string, OwnVisit[]>();
  for (const row of rows) own.set(row.id, [...(own.get(row.id) ?? []), row]);
  return own;
}

/** A visit of this hospital by its hours on her clock; `null`: some other thing. */
function wordsOf(
  visits: readonly OwnVisit[],
  from: number,
  to: number,
  { hourIn, party, reader }: { hourIn: (wall: number) => string; party: Party; reader: SlotReader },
): string | null {
  if (!visits.some((visit) => visit.from < to && from < visit.to)) return null;
  const [begins, ends] = [from, to].map((at) => hourIn(wallMinute(party.zone, at / 60_000)));
  return say(reader.locale, 'slots.taken', { begins: begins ?? '', ends: ends ?? '' });
}
