import type { Stretch } from '@okaeri/consult';
import type { SeatId, Step, VisitPage } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { clockWords } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { Reader } from './reader';

/** What a step keeps from being seen or heard; the others keep nothing that a note would have to say. */
const lacks: Partial<Record<Step, Lack>> = {
  stills: 'stills',
  audio: 'none',
  callback: 'gone',
  message: 'gone',
};
type Lack = 'stills' | 'none' | 'gone';

/** A shorter moment hides nothing. */
const leastMs = 10_000;
/** One sentence for what was broken off for less than this. */
const touchingMs = 5000;

interface Limit {
  seatId: SeatId;
  lack: Lack;
  from: Temporal.Instant;
  until: Temporal.Instant;
}

type Named = VisitPage['seats'][number];

/**
 * What could not be seen or heard from one's own seat, and when: of the others by what they could send, of oneself by
 * what one could get. Only what is over, so that a sentence that stands in a note stays true.
 */
export function limitsOf(
  steps: readonly Stretch[],
  seats: readonly Named[],
  ownSeatId: string,
  reader: Reader,
): VisitPage['limits'] {
  return lackings(steps, ownSeatId).flatMap(({ seatId, lack, from, until }) => {
    const seat = seats.find((one) => one.seatId === seatId);
    if (!seat) return [];
    const when = whenWords(reader, from, until);
    const key = seatId === ownSeatId ? (`limits.here.${lack}` as const) : (`limits.of.${lack}` as const);
    return [{ seatId, name: seat.name, words: say(reader.locale, key, { when, name: seat.name.display }) }];
  });
}

function lackings(steps: readonly Stretch[], ownSeatId: string): Limit[] {
  const limits: Limit[] = [];
  const last = new Map<string, Limit>();
  for (const { seatId, side, step, from, until } of steps) {
    const lack = lacks[step];
    if (side !== (seatId === ownSeatId ? 'down' : 'up') || !lack || !until) continue;
    const before = last.get(seatId);
    if (before?.lack === lack && from.epochMilliseconds - before.until.epochMilliseconds < touchingMs) {
      before.until = until;
      continue;
    }
    const limit = { seatId, lack, from, until };
    last.set(seatId, limit);
    limits.push(limit);
  }
  return limits.filter(({ from, until }) => until.epochMilliseconds - from.epochMilliseconds >= leastMs);
}

/** On the reader's clock, as the rest of her page is. */
function whenWords(reader: Reader, from: Temporal.Instant, until: Temporal.Instant): string {
  const clock = (instant: Temporal.Instant) => clockWords({ ...reader, instant, now: reader.now }).time;
  const [first, last] = [clock(from), clock(until)];
  return first === last
    ? say(reader.locale, 'limits.at', { from: first })
    : say(reader.locale, 'limits.between', { from: first, to: last });
}
