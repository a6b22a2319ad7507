import { OutboundError, fetchOutbound } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { CalendarProblem, CalendarRead } from './links';
import { busyLimits, readBusy } from './read-busy';

/** A calendar elsewhere, and the key to it. */
export interface CalendarSource {
  url: string;
  credentials: { username: string; password: string } | null;
}

export interface CalendarReader {
  /** Of her whose calendar it is. */
  zone: string;
  /** Behind the @ of our own entries. */
  mailDomain: string;
  mayBePrivate: boolean;
}

const horizonDays = 190;

/** Reads a calendar file where it lies. `same`: it has not changed today. */
export async function fetchCalendar(
  { url, credentials }: CalendarSource,
  { zone, mailDomain, mayBePrivate }: CalendarReader,
  known: string | null = null,
): Promise<CalendarRead | 'same' | CalendarProblem> {
  const at = now();
  const day = at.toString().slice(0, 10);
  // What repeats is followed for half a year from today, so that yesterday's reading ends too early.
  const [tagDay, ...tagRest] = (known ?? '').split(' ');
  const tag = tagDay === day ? tagRest.join(' ') : '';
  const answer = await fetchOutbound({
    ...{ url, credentials, mayBePrivate, mostBytes: busyLimits.bytes, seconds: 20 },
    headers: { accept: 'text/calendar, */*;q=0.5', ...(tag ? { 'if-none-match': tag } : {}) },
  }).catch((err: unknown) => problemOf(err));
  if (typeof answer === 'string') return answer;
  const { status, headers, body } = answer;
  if (status === 304 && tag) return 'same';
  if (status === 401 || status === 403) return 'calendar_refused';
  if (status < 200 || status > 299) return 'calendar_unreachable';
  const seconds = Math.floor(at.epochMilliseconds / 1000);
  const span = { from: seconds - 86_400, to: seconds + horizonDays * 86_400 };
  const isOurs = (uid: string) => uid.toLowerCase().endsWith(`@${mailDomain}`);
  const read = await readBusy({ file: body, span, zone, isOurs });
  return read ? { ...read, tag: headers.etag ? `${day} ${headers.etag}` : null } : 'calendar_none';
}

function problemOf(err: unknown): CalendarProblem {
  if (!(err instanceof OutboundError)) throw err;
  if (err.why === 'address_private') return 'address_private';
  return err.why === 'too_large' ? 'calendar_large' : 'calendar_unreachable';
}
