import { minuteAt } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { Claim, Slot } from './claims';

export interface FreeWanted extends Slot {
  /** Clocks on which it must be day, of both sides. */
  zones: readonly string[];
  /** Nothing before this. */
  notBefore: Temporal.Instant;
}

const back = { hours: 24 } as const;
const ahead = { hours: 14 * 24 } as const;
const step = { minutes: 15 } as const;
/** In minutes since midnight. */
const opens = 8 * 60;
const closes = 20 * 60;

/** What has to be known of the claims to answer `nearestFree`. */
export function lookedAt({ startsAt, minutes }: Slot): { from: Temporal.Instant; to: Temporal.Instant } {
  return { from: startsAt.subtract(back), to: startsAt.add(ahead).add({ minutes }) };
}

/** Those of the claims that are in the way of a visit then. */
export function inTheWay(claims: readonly Claim[], { startsAt, minutes }: Slot): Claim[] {
  const from = startsAt.epochMilliseconds;
  return claims.filter((claim) => overlaps(claim, from, from + minutes * 60_000));
}

/**
 * The nearest time that no claim is in the way of and at which it is day on both sides, else the nearest that none is in
 * the way of; up to two weeks ahead, in quarters of an hour, also a little before the time that was asked for.
 */
export function nearestFree(claims: readonly Claim[], wanted: FreeWanted): Temporal.Instant | null {
  let atNight: Temporal.Instant | null = null;
  for (const at of nearestFirst(wanted)) {
    if (inTheWay(claims, { startsAt: at, minutes: wanted.minutes }).length > 0) continue;
    if (wanted.zones.every((zone) => isDay(at, wanted.minutes, zone))) return at;
    atNight ??= at;
  }
  return atNight;
}

function* nearestFirst({ startsAt, notBefore }: FreeWanted): Generator<Temporal.Instant> {
  const { from, to } = lookedAt({ startsAt, minutes: 0 });
  const fits = (at: Temporal.Instant, low: Temporal.Instant) => at.epochMilliseconds >= low.epochMilliseconds;
  let before = startsAt;
  let after = startsAt;
  if (fits(startsAt, notBefore)) yield startsAt;
  while (fits(to, after)) {
    before = before.subtract(step);
    after = after.add(step);
    if (fits(before, from) && fits(before, notBefore)) yield before;
    if (fits(to, after) && fits(after, notBefore)) yield after;
  }
}

/** By day clocks are neither put forward nor back, so its end is told from its beginning. */
function isDay(at: Temporal.Instant, minutes: number, zone: string): boolean {
  const begins = minuteAt(at, zone);
  return begins >= opens && begins + minutes <= closes;
}

function overlaps(claim: Claim, from: number, to: number): boolean {
  return claim.from < to && from < claim.to;
}
