import type { QueryKey } from '@tanstack/react-query';
import { queries } from './queries';

/** Seats of a visit change in bursts: what comes within this is read at once. */
const burstMs = 250;
/** A reading takes a fifth of the time at most: there may be eleven others who read the same. */
const restTimes = 4;
/** What is read over a link that has gone may never come: longer than this nobody waits for it, nor rests after it. */
const longestMs = 5000;

/** Of what is being read, or rests after it: whether it has to be read once more. */
const busy = new Map<string, { more: boolean }>();

/**
 * Reads again what a page shows, one reading at a time. What changes meanwhile is read once afterwards, after a rest that
 * grows with how long the reading took: twelve people who all come in at once, on a server that is slow for it, do not
 * make it slower.
 */
export function readAgain(queryKey: QueryKey): void {
  const name = JSON.stringify(queryKey);
  const under = busy.get(name);
  if (under) under.more = true;
  else void readOn(name, queryKey);
}

async function readOn(name: string, queryKey: QueryKey): Promise<void> {
  const under = { more: true };
  busy.set(name, under);
  while (under.more) {
    under.more = false;
    const began = performance.now();
    await Promise.race([queries.invalidateQueries({ queryKey }), pause(longestMs)]);
    const restMs = Math.max(burstMs, restTimes * (performance.now() - began));
    await pause(Math.min(restMs, longestMs));
  }
  busy.delete(name);
}

const pause = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms));
