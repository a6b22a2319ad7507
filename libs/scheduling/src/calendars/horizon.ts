import type { CalendarKind } from '@okaeri/contracts';
import { OutboundError } from '@okaeri/platform';
import type { Temporal } from '@okaeri/words/time';
import type { CalendarTrouble } from './links';
import type { Span } from './occurrences';

/** A calendar elsewhere, and the key to it. */
export interface CalendarSource {
  kind: CalendarKind;
  url: string;
  credentials: { username: string; password: string } | null;
  /** Of CalDAV: where its calendars lie, once that was found. */
  collection: string | null;
}

export interface CalendarReader {
  /** Of her whose calendar it is. */
  zone: string;
  /** Behind the @ of our own entries. */
  mailDomain: string;
  mayBePrivate: boolean;
  signal?: AbortSignal | undefined;
}

const horizonDays = 190;

/** What is read of a calendar, in seconds since 1970. */
export function horizonOf(at: Temporal.Instant): Span {
  const seconds = Math.floor(at.epochMilliseconds / 1000);
  return { from: seconds - 86_400, to: seconds + horizonDays * 86_400 };
}

const dayOf = (at: Temporal.Instant) => at.toString().slice(0, 10);

/** What repeats is followed for half a year from today, so that yesterday's reading ends too early: a tag is one day's. */
export const keptTag = (tag: string | null, at: Temporal.Instant) => (tag === null ? null : `${dayOf(at)} ${tag}`);

/** What its server said of it when it was read last; nothing where that was before today. */
export function knownTag(kept: string | null, at: Temporal.Instant): string {
  const [day, ...rest] = (kept ?? '').split(' ');
  return day === dayOf(at) ? rest.join(' ') : '';
}

export function problemOf(err: unknown): CalendarTrouble {
  if (!(err instanceof OutboundError)) throw err;
  if (err.why === 'address_private' || err.why === 'stopped') return err.why;
  return err.why === 'too_large' ? 'calendar_large' : 'calendar_unreachable';
}
