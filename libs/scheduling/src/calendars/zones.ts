import { clockOf, zoneOfCity, zoneOfPath } from './clock';
import type { WallClock } from './clock';
import { daySeconds } from './days';
import type { ContentLine } from './lines';
import { occurrences } from './occurrences';
import type { Budget, Span } from './occurrences';
import { ruleOf } from './rule';
import { offsetOf, timesOf } from './values';
import { windowsZone } from './windows-zones';

/** And a little more. */
const year = 400 * daySeconds;

/** One STANDARD or DAYLIGHT of a zone that a file describes. */
interface Observance {
  onsets: number[];
  rules: string[];
  from: number;
  to: number;
}

/** A zone as a file describes it. */
export class FileZone {
  id = '';
  location = '';
  readonly #observances: Observance[] = [];
  #open: Observance | null = null;

  begin(): void {
    this.#open = { onsets: [], rules: [], from: 0, to: 0 };
  }

  end(): void {
    if (this.#open && this.#observances.length < 200) this.#observances.push(this.#open);
    this.#open = null;
  }

  take(line: ContentLine): void {
    const { name, value } = line;
    if (name === 'TZID') this.id = value;
    if (name === 'X-LIC-LOCATION') this.location = value;
    const open = this.#open;
    if (!open) return;
    if (name === 'DTSTART' || name === 'RDATE') {
      open.onsets.push(
        ...timesOf(line)
          .flatMap((time) => (time ? [time.wall] : []))
          .slice(0, 500),
      );
    }
    if (name === 'RRULE') open.rules.push(value);
    if (name === 'TZOFFSETFROM') open.from = offsetOf(value);
    if (name === 'TZOFFSETTO') open.to = offsetOf(value);
  }

  /** `null` where it says nothing. */
  clock({ from, to }: Span, budget: Budget): WallClock | null {
    // The turn before a span is at most a year earlier, but for zones that never turn again.
    const within = { from: from - year, to: to + 2 * daySeconds };
    const turns = this.#observances.flatMap(({ onsets, rules, from: before, to: after }) => {
      const start = onsets[0];
      if (start === undefined) return [];
      const repeated = rules.flatMap((text) => {
        const rule = ruleOf(text);
        if (rule === null) return [];
        // Of one that has ended its last turn still holds.
        const last = Math.min(within.to, (rule.until?.wall ?? Infinity) + daySeconds);
        const span = { from: Math.min(within.from, last - year), to: last };
        return occurrences(rule, start, span, budget) ?? [];
      });
      return [...onsets, ...repeated].map((wall) => ({ at: wall - before, before, after }));
    });
    turns.sort((a, b) => a.at - b.at);
    const [first] = turns;
    if (!first) return null;
    return {
      starts: [-Infinity, ...turns.map(({ at }) => at)],
      offsets: [first.before, ...turns.map(({ after }) => after)],
    };
  }
}

/** Finds the clock that a file means by a name. */
export class ZonesOfFile {
  readonly #described = new Map<string, FileZone>();
  readonly #clocks = new Map<string, WallClock | null>();

  constructor(
    private readonly owner: string,
    private readonly span: Span,
    private readonly budget: Budget,
  ) {}

  add(zone: FileZone): void {
    if (zone.id && this.#described.size < 500) this.#described.set(zone.id, zone);
  }

  /** Of her whose calendar it is. */
  get own(): WallClock {
    return this.#clockIn(this.owner) as WallClock;
  }

  /** `null`: nobody knows it. Our own zone data comes first, for a file may describe rules that hold no more. */
  find(name: string): WallClock | null {
    const known = this.#clocks.get(name);
    if (known !== undefined) return known;
    const found = this.#search(name);
    if (this.#clocks.size < 2000) this.#clocks.set(name, found);
    return found;
  }

  #search(name: string): WallClock | null {
    const zone = zoneNamed(name);
    if (zone) return this.#clockIn(zone);
    const described = this.#described.get(name);
    const location = described?.location ? zoneNamed(described.location) : null;
    if (location) return this.#clockIn(location);
    const clock = described?.clock(this.span, this.budget);
    if (clock) return clock;
    const city = zoneOfCity(name);
    return city ? this.#clockIn(city) : null;
  }

  #clockIn(zone: string): WallClock {
    return clockOf(zone, this.span);
  }
}

const zoneNamed = (name: string): string | null => zoneOfPath(name) ?? windowsZone(name);
