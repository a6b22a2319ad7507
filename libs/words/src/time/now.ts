import { Temporal } from 'temporal-polyfill';

export { Temporal };

let ofHouse: (() => number) | null = null;
let read = (): Temporal.Instant =>
  ofHouse ? Temporal.Instant.fromEpochMilliseconds(Math.floor(ofHouse())) : Temporal.Now.instant();

/** The present instant: by the clock of the house, where this process knows it, else by the machine's. */
export function now(): Temporal.Instant {
  return read();
}

/** What the clock of this machine shows, right or wrong, in milliseconds since 1970. The one place where it is read. */
export function machineMilliseconds(): number {
  return Temporal.Now.instant().epochMilliseconds;
}

/** From now on `now()` goes by this count of milliseconds since 1970. Returns what ends that. */
export function goByHouse(clock: () => number): () => void {
  ofHouse = clock;
  return () => {
    if (ofHouse === clock) ofHouse = null;
  };
}

/** Puts another clock in place of the real one, for tests. Returns what puts the real one back. */
export function useClock(clock: Temporal.Instant | string | (() => Temporal.Instant)): () => void {
  const before = read;
  if (typeof clock === 'function') {
    read = clock;
  } else {
    const fixed = Temporal.Instant.from(clock);
    read = () => fixed;
  }
  return () => {
    read = before;
  };
}

/** From what drivers and other libraries hand over: a `Date`, milliseconds since 1970, or ISO 8601. */
export function toInstant(value: Date | number | string): Temporal.Instant {
  if (typeof value === 'string') return Temporal.Instant.from(value);
  return Temporal.Instant.fromEpochMilliseconds(typeof value === 'number' ? value : value.getTime());
}

/** For drivers and other libraries that take nothing better. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** ISO 8601 in UTC with milliseconds, as `z.iso.datetime()` of the contracts reads it. */
export function toIso(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** A `timestamptz` column whose entity speaks `Temporal.Instant`; fits TypeORM's `transformer`. */
export const instantColumn = {
  from: (value: Date | null): Temporal.Instant | null => (value === null ? null : toInstant(value)),
  to: (value: Temporal.Instant | null | undefined): Date | null | undefined => (value ? toDate(value) : value),
};
