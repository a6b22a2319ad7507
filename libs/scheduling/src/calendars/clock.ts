import { isZone, zoneTable } from '@okaeri/words/time';
import type { Span } from './occurrences';

/** The clock of a zone in seconds: `offsets[k]` holds from `starts[k]` up to the next; before the first too. */
export interface WallClock {
  starts: readonly number[];
  offsets: readonly number[];
}

const day = 86_400;
/** What begins before a span reaches into it, and walls are up to a day from the instants. */
const around = 2 * day;

/** A zone of the tz database during a span of instants. */
export function clockOf(zone: string, { from, to }: Span): WallClock {
  const { starts, offsets } = zoneTable(zone, Math.floor((from - around) / 60), Math.ceil((to + around) / 60));
  return {
    starts: starts.map((minute, at) => (at === 0 ? -Infinity : minute * 60)),
    offsets: offsets.map((minutes) => minutes * 60),
  };
}

/** Of a wall that comes twice the earlier instant; one that is skipped moves on by the gap, as RFC 5545 has it. */
export function instantOf({ starts, offsets }: WallClock, wall: number): number {
  let gap = wall - (offsets[0] ?? 0);
  for (let at = 0; at < starts.length; at += 1) {
    const [start = -Infinity, offset = 0] = [starts[at], offsets[at]];
    const instant = wall - offset;
    if (instant < start) return gap;
    if (instant < (starts[at + 1] ?? Infinity)) return instant;
    gap = instant;
  }
  return gap;
}

/** What that clock shows at an instant. */
export function wallIn({ starts, offsets }: WallClock, instant: number): number {
  let at = 0;
  while (at + 1 < starts.length && (starts[at + 1] as number) <= instant) at += 1;
  return instant + (offsets[at] ?? 0);
}

let cities: Map<string, string> | null = null;

/** By the city that a zone is named after, for names such as "(UTC+09:00) Osaka, Sapporo, Tokyo". */
export function zoneOfCity(name: string): string | null {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  );
  for (const city of name.replace(/^\([^)]*\)/, '').split(/[,;/]/)) {
    const zone = cities.get(city.trim().toLowerCase());
    if (zone) return zone;
  }
  return null;
}

/** `/freeassociation.sourceforge.net/Europe/Berlin`, `/mozilla.org/20050126_1/Europe/Berlin`: the end of it. */
export function zoneOfPath(name: string): string | null {
  const parts = name.split('/').filter(Boolean);
  for (const length of [3, 2, 1]) {
    const tail = parts.slice(-length).join('/');
    if (parts.length >= length && (length > 1 || parts.length === 1) && isZone(tail)) return tail;
  }
  return null;
}
