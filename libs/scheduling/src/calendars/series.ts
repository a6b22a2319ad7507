import type { IgnoredWhy } from '@okaeri/contracts';
import { instantOf } from './clock';
import type { WallClock } from './clock';
import { daySeconds } from './days';
import { isFree } from './file-events';
import type { Added, FileEvent, Length } from './file-events';
import { isDense, occurrences } from './occurrences';
import type { Budget, Span } from './occurrences';
import { ruleOf } from './rule';
import type { Until } from './rule';
import type { FileTime } from './values';
import type { ZonesOfFile } from './zones';

export interface Context {
  zones: ZonesOfFile;
  /** For times that name no clock. */
  floating: WallClock;
  span: Span;
  budget: Budget;
  ignore: (why: IgnoredWhy) => void;
}

/** One time of a series: by what it is found again, and how long it is. */
interface Instance {
  instant: number;
  wall: number;
  to: number;
}

const utc: WallClock = { starts: [-Infinity], offsets: [0] };
const isLength = (end: FileTime | Length): end is Length => 'seconds' in end;

/** All that a file says of one UID: its rule, what was added and left out, and those that stand in for others. */
export class Series {
  readonly #masters: readonly FileEvent[];
  readonly #instead: readonly FileEvent[];

  constructor(
    events: readonly FileEvent[],
    private readonly context: Context,
  ) {
    this.#masters = events.filter(({ instead }) => instead === undefined);
    this.#instead = newestOf(events.filter(({ instead }) => instead !== undefined));
  }

  /** Times that are taken, without an event. */
  static taken(taken: readonly (Added | null)[], context: Context): Span[] {
    const series = new Series([], context);
    return taken.flatMap((each) => {
      const span = each && series.#spanOf(each);
      if (span && span.to > span.from) return [span];
      context.ignore('broken');
      return [];
    });
  }

  spans(): Span[] {
    const { ignore } = this.context;
    const own = this.#masters.flatMap((master) => (isFree(master) ? [] : this.#ofMaster(master)));
    const others = this.#instead.flatMap((event) => {
      if (isFree(event)) return [];
      const { start } = event;
      if (!start) {
        ignore(start === null ? 'broken' : 'no_time');
        return [];
      }
      const length = this.#lengthOf(event, start, false);
      return length ? [this.#spanFrom(start, length)] : [];
    });
    return [...own, ...others];
  }

  #ofMaster(master: FileEvent): Span[] {
    const { start } = master;
    if (!start) return [];
    const repeats = master.rules.length > 0 || master.added.length > 0;
    const length = this.#lengthOf(master, start, repeats);
    if (!length) return [];
    const clock = this.#clockOf(start);
    const out = this.#left(master, start, clock);
    const instances = [
      ...this.#repeated(master.rules, start, clock, length).map((wall) => this.#instance(wall, clock, length)),
      ...master.added.flatMap((each) => this.#addedTo(each, start, length)),
    ];
    // A later part of a series may be moved as a whole.
    const onwards = this.#instead.filter((event) => event.onwards);
    const seen = new Set<number>();
    return instances.flatMap((instance) => {
      if (seen.has(instance.instant) || out(instance)) return [];
      seen.add(instance.instant);
      const part = onwards.findLast((event) => this.#instantOf(event.instead as FileTime, clock) < instance.instant);
      return part ? this.#moved(part, instance, clock) : [{ from: instance.instant, to: instance.to }];
    });
  }

  #instance(wall: number, clock: WallClock, length: Length): Instance {
    return {
      wall,
      instant: instantOf(clock, wall),
      to: instantOf(clock, wall + length.days * daySeconds) + length.seconds,
    };
  }

  /** The first, which is there in any case, and all that rules bring; rules that nobody can follow bring nothing. */
  #repeated(rules: readonly string[], start: FileTime, clock: WallClock, length: Length, quiet = false): number[] {
    const { span, budget } = this.context;
    const reach = length.days * daySeconds + length.seconds;
    const within = { from: span.from - reach - 2 * daySeconds, to: span.to + 2 * daySeconds };
    const ignore = (why: IgnoredWhy) => (quiet ? undefined : this.context.ignore(why));
    const repeated = rules.flatMap((text) => {
      const rule = ruleOf(text);
      if (!rule) ignore('broken');
      if (!rule) return [];
      const walls = occurrences(rule, start.wall, within, budget);
      if (!walls) ignore(isDense(rule) || rule.count !== null ? 'too_dense' : 'too_many');
      const { until } = rule;
      return (walls ?? []).filter((wall) => !until || this.#isUntil(until, wall, start, clock));
    });
    return quiet ? repeated : [start.wall, ...repeated];
  }

  /** A day where a moment belongs, or the other way round, is what whoever wrote it will have meant. */
  #isUntil({ wall: until, form }: Until, wall: number, start: FileTime, clock: WallClock): boolean {
    const dayOf = (seconds: number) => Math.floor(seconds / daySeconds);
    const midnight = until % daySeconds === 0;
    if (form === 'day' || (start.isDay && (form === 'wall' || midnight))) return dayOf(wall) <= dayOf(until);
    if (form === 'wall') return wall <= until;
    return instantOf(clock, wall) <= until;
  }

  #addedTo(each: Added | null, start: FileTime, length: Length): Instance[] {
    if (!each) {
      this.context.ignore('broken');
      return [];
    }
    const time = start.isDay === each.start.isDay ? each.start : { ...each.start, isDay: start.isDay };
    const clock = time.zone === null && !time.isDay ? this.#clockOf(start) : this.#clockOf(time);
    if (each.end === null) return [this.#instance(time.wall, clock, length)];
    const span = this.#spanOf(each);
    if (span.to > span.from) return [{ wall: time.wall, instant: span.from, to: span.to }];
    this.context.ignore('broken');
    return [];
  }

  /** Whether a time of the series does not take place, or another stands in for it. */
  #left(master: FileEvent, start: FileTime, clock: WallClock): (instance: Instance) => boolean {
    const instants = new Set<number>();
    const days = new Set<number>();
    const times = [...master.except, ...this.#instead.map(({ instead }) => instead ?? null)];
    for (const time of times) {
      if (!time) this.context.ignore('broken');
      else if (time.isDay || start.isDay) days.add(Math.floor(time.wall / daySeconds));
      else instants.add(this.#instantOf(time, clock));
    }
    for (const wall of this.#repeated(master.exceptRules, start, clock, { days: 0, seconds: 0 }, true)) {
      instants.add(instantOf(clock, wall));
    }
    return ({ instant, wall }) => instants.has(instant) || days.has(Math.floor(wall / daySeconds));
  }

  #moved(part: FileEvent, { instant }: Instance, clock: WallClock): Span[] {
    if (isFree(part) || !part.start || !part.instead) return [];
    const length = this.#lengthOf(part, part.start, true);
    if (!length) return [];
    const from = instant + this.#instantOf(part.start, clock) - this.#instantOf(part.instead, clock);
    return [{ from, to: from + length.days * daySeconds + length.seconds }];
  }

  /** `null`: it has none, or ends before it begins. */
  #lengthOf({ end, duration }: FileEvent, start: FileTime, repeats: boolean): Length | null {
    const length = this.#saidLength(end, duration, start, repeats);
    const seconds = length.days * daySeconds + length.seconds;
    if (seconds > 0) return length;
    this.context.ignore(seconds < 0 ? 'broken' : 'no_time');
    return null;
  }

  #saidLength(end: FileEvent['end'], duration: FileEvent['duration'], start: FileTime, repeats: boolean): Length {
    if (start.isDay) {
      const days = end
        ? Math.ceil((end.wall - start.wall) / daySeconds)
        : (duration?.days ?? 0) + Math.ceil((duration?.seconds ?? 0) / daySeconds);
      // Many write the day itself as its end.
      return { days: days === 0 ? 1 : days, seconds: 0 };
    }
    if (duration && !end) return duration;
    if (!end) return { days: 0, seconds: 0 };
    const clock = this.#clockOf(start);
    // Of a series by what the clock showed: its first time may be years ago, and by other rules of the clock.
    if (end.isDay || (repeats && end.zone === start.zone)) return { days: 0, seconds: end.wall - start.wall };
    return { days: 0, seconds: this.#instantOf(end, clock) - instantOf(clock, start.wall) };
  }

  #spanFrom(start: FileTime, length: Length): Span {
    const { instant, to } = this.#instance(start.wall, this.#clockOf(start), length);
    return { from: instant, to };
  }

  #spanOf({ start, end }: Added): Span {
    const clock = this.#clockOf(start);
    const from = instantOf(clock, start.wall);
    if (!end) return { from, to: from };
    if (isLength(end)) return this.#spanFrom(start, end);
    return { from, to: this.#instantOf(end, clock) };
  }

  /** One that names no clock is on that of what it belongs to. */
  #instantOf(time: FileTime, clock: WallClock): number {
    return instantOf(time.zone === null && !time.isDay ? clock : this.#clockOf(time), time.wall);
  }

  #clockOf({ isDay, zone }: FileTime): WallClock {
    const { zones, floating } = this.context;
    if (isDay) return zones.own;
    if (zone === null) return floating;
    if (zone === 'UTC') return utc;
    const clock = zones.find(zone);
    if (clock) return clock;
    this.#sayUnknown();
    return floating;
  }

  #unknown = false;
  #sayUnknown(): void {
    if (!this.#unknown) this.context.ignore('zone_unknown');
    this.#unknown = true;
  }
}

/** Of several that stand in for the same one the last that was written. */
function newestOf(events: readonly FileEvent[]): FileEvent[] {
  const newest = new Map<string, FileEvent>();
  for (const event of events) {
    const key = `${event.instead?.wall} ${event.instead?.zone}`;
    const known = newest.get(key);
    const isNewer =
      !known || event.sequence > known.sequence || (event.sequence === known.sequence && event.stamp >= known.stamp);
    if (isNewer) newest.set(key, event);
  }
  return [...newest.values()];
}
