import { Temporal } from './now';

/** How far a zone's clock is from UTC, in minutes: `offsets[k]` holds from `starts[k]` (minutes since 1970) up to the next. */
export interface ZoneTable {
  zone: string;
  starts: readonly number[];
  offsets: readonly number[];
}

const day = 1440;
/** Tables reach over whole months of this length, so that a search of tomorrow finds the one of today. */
const block = 30 * day;
const most = 2000;
const kept = new Map<string, ZoneTable>();

/**
 * The clock of a zone from one minute to another at least. The offset is looked at once a day and a change is found to the
 * minute by halving: the next change that the zone data tells is searched for with wide steps, which pass over two that
 * undo each other, as the month of Ramadan does.
 */
export function zoneTable(zone: string, from: number, to: number): ZoneTable {
  const [begin, end] = [Math.floor(from / block), Math.ceil(to / block)];
  const key = `${zone} ${begin} ${end}`;
  const known = kept.get(key);
  if (known) return known;
  const made = madeTable(zone, begin * block, end * block);
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}

function madeTable(zone: string, from: number, to: number): ZoneTable {
  const starts = [from];
  const offsets = [readOffset(zone, from)];
  for (let at = from, before = offsets[0]; at < to; at += day) {
    const after = readOffset(zone, at + day);
    if (after === before) continue;
    let [low, high] = [at, at + day];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (readOffset(zone, middle) === before) low = middle;
      else high = middle;
    }
    starts.push(high);
    offsets.push(after);
    before = after;
  }
  return { zone, starts, offsets };
}

/** Asks the zone data: too slow for anything that is counted more than once a day. */
function readOffset(zone: string, minute: number): number {
  const at = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
  return Math.floor(at.offsetNanoseconds / 60_000_000_000);
}

export function offsetAt({ starts, offsets }: ZoneTable, minute: number): number {
  let at = 0;
  while (at + 1 < starts.length && (starts[at + 1] as number) <= minute) at += 1;
  return offsets[at] as number;
}

/** The day of a calendar as days since 1970, and back: pure counting, without any zone. */
export function dayNumber(date: string): number {
  return Temporal.PlainDate.from(date).since('1970-01-01').days;
}

export function dateOfDay(day: number): string {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString();
}
