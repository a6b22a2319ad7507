import { setImmediate } from 'node:timers/promises';
import { ignoredWhys } from '@okaeri/contracts';
import type { IgnoredCount, IgnoredWhy } from '@okaeri/contracts';
import { isFree } from './file-events';
import type { FileEvent } from './file-events';
import type { Span } from './occurrences';
import { readFile } from './read-file';
import { Series } from './series';
import { ZonesOfFile } from './zones';

/** What a file of a stranger may make us do. */
export const busyLimits = {
  bytes: 32 * 1024 * 1024,
  events: 120_000,
  kept: 5000,
  /** Days that the rules of one file are followed through. */
  steps: 1_000_000,
  instances: 20_000,
} as const;

export interface BusyRead {
  /** Seconds since 1970, in order and apart from each other. */
  busy: Span[];
  ignored: IgnoredCount[];
}

export interface BusyWanted {
  file: Buffer;
  /** Seconds since 1970. */
  span: Span;
  /** On whose clock whole days and floating times are. */
  zone: string;
  /** Events of ours, which she may have in her calendar too: they are in the way by themselves. */
  isOurs?: (uid: string) => boolean;
}

const day = 86_400;

/**
 * At which times a calendar says that its owner is busy. Tolerant of all that programs write, within limits; what was
 * left out is counted by its reason. `null` for what is no calendar.
 */
export async function readBusy({ file, span, zone, isOurs = () => false }: BusyWanted): Promise<BusyRead | null> {
  const counts = new Map<IgnoredWhy, number>();
  const ignore = (why: IgnoredWhy, count = 1) => void counts.set(why, (counts.get(why) ?? 0) + count);
  const kept: FileEvent[] = [];
  const newest = new Map<string, string>();
  const parts = await readFile(file.subarray(0, busyLimits.bytes), busyLimits.events, (event) => {
    if (event.uid && isOurs(event.uid)) return;
    if (event.uid && event.instead === undefined) {
      const revision = revisionOf(event);
      if (revision > (newest.get(event.uid) ?? '')) newest.set(event.uid, revision);
    }
    const why = useless(event, span);
    if (why === 'past') return;
    if (why) return ignore(why);
    if (kept.length < busyLimits.kept) kept.push(event);
    else ignore('too_many');
  });
  if (!parts) return null;
  if (parts.unread > 0) ignore('too_many', parts.unread);
  const budget = { steps: busyLimits.steps };
  const zones = new ZonesOfFile(zone, span, budget);
  for (const each of parts.zones) zones.add(each);
  const context = { zones, floating: (parts.zone && zones.find(parts.zone)) || zones.own, span, budget, ignore };
  const found: Span[] = [];
  const series = seriesOf(kept, newest);
  let done = 0;
  for (const one of [...series, ...(parts.taken.length > 0 ? [null] : [])]) {
    // Others have their turn in between here too.
    if ((done += 1) % 20 === 0) await setImmediate();
    const spans = one ? new Series(one, context).spans() : Series.taken(parts.taken, context);
    const room = busyLimits.instances - found.length;
    if (spans.length > room) ignore('too_many', spans.length - room);
    found.push(...spans.slice(0, room));
  }
  const ignored = ignoredWhys.flatMap((why) => (counts.has(why) ? [{ why, count: counts.get(why) ?? 0 }] : []));
  return { busy: merged(found, span), ignored };
}

const revisionOf = ({ sequence, stamp }: FileEvent) => `${String(sequence).padStart(10, '0')} ${stamp}`;

/** Why an event needs no second look: the many of an old calendar are sorted out by these few comparisons. */
function useless(event: FileEvent, span: Span): IgnoredWhy | 'past' | null {
  const { start, end, instead, rules, added } = event;
  if (instead !== undefined) return instead === null ? 'broken' : null;
  if (start === undefined) return isFree(event) ? 'past' : 'no_time';
  if (start === null || end === null || event.duration === null) return isFree(event) ? 'past' : 'broken';
  if (rules.length > 0 || added.length > 0) return null;
  if (isFree(event)) return 'past';
  if (start.wall > span.to + 2 * day) return 'too_late';
  const length = event.duration ? event.duration.days * day + event.duration.seconds : day;
  return Math.max(end?.wall ?? 0, start.wall + length) < span.from - 2 * day ? 'past' : null;
}

/** Events by their UID, of several of one the newest; each without a name by itself. */
function seriesOf(kept: readonly FileEvent[], newest: ReadonlyMap<string, string>): FileEvent[][] {
  const series = new Map<string, FileEvent[]>();
  kept.forEach((event, at) => {
    const key = event.uid || `without ${at}`;
    const isOld = event.uid && event.instead === undefined && revisionOf(event) < (newest.get(event.uid) ?? '');
    if (!isOld) series.set(key, [...(series.get(key) ?? []), event]);
  });
  return [...series.values()];
}

function merged(spans: readonly Span[], within: Span): Span[] {
  const inside = spans
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const out: Span[] = [];
  for (const each of inside) {
    const last = out.at(-1);
    if (last && each.from <= last.to) last.to = Math.max(last.to, each.to);
    else out.push({ ...each });
  }
  return out;
}
