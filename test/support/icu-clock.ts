import { minuteOf, wallText } from './oracle';
import type { OracleWall } from './oracle';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** A day and an hour: further apart nothing shown can be one wall. */
const reach = 1500;

/** What ICU shows of the clock of a zone, asked minute by minute; when it is turned is found by halving. */
export class IcuClock {
  readonly #shown: Intl.DateTimeFormat;

  constructor(readonly zone: string) {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    // oxlint-disable-next-line no-restricted-properties -- The oracle is another way to the same than ours.
    this.#shown = new Intl.DateTimeFormat('en-US', {
      ...numeric,
      ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short', calendar: 'gregory', numberingSystem: 'latn' },
    });
  }

  wallAt(minute: number): OracleWall {
    const parts = new Map(this.#shown.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]));
    const number = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
    const shown = {
      ...{ year: number('year'), month: number('month'), day: number('day') },
      ...{ hour: number('hour'), minute: number('minute'), weekday: days.indexOf(parts.get('weekday') ?? '') },
    };
    return { ...shown, offset: minuteOf(wallText({ ...shown, offset: 0 })) - minute };
  }

  offsetAt(minute: number): number {
    return this.wallAt(minute).offset;
  }

  /** The minutes from which on it shows something else. */
  turns(from: number, to: number): number[] {
    const found: number[] = [];
    for (let at = from; at < to; at += 1440) {
      if (this.offsetAt(at) === this.offsetAt(at + 1440)) continue;
      let [before, after] = [at, at + 1440];
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (this.offsetAt(middle) === this.offsetAt(before)) before = middle;
        else after = middle;
      }
      found.push(after);
    }
    return found;
  }

  /** When it shows this: never where that is skipped, twice where it comes again. */
  instantsOf(wall: string): number[] {
    const shown = minuteOf(wall);
    const offsets = new Set([this.offsetAt(shown - reach), this.offsetAt(shown), this.offsetAt(shown + reach)]);
    return [...offsets]
      .map((offset) => shown - offset)
      .filter((minute) => wallText(this.wallAt(minute)) === wall)
      .sort((one, other) => one - other);
  }
}
