import { fetchOutbound } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { fetchCaldav } from '../caldav/fetch-caldav';
import { horizonOf, keptTag, knownTag, problemOf } from './horizon';
import type { CalendarReader, CalendarSource } from './horizon';
import type { CalendarRead, CalendarTrouble } from './links';
import { busyLimits, readBusy } from './read-busy';

/** Reads a calendar where it lies. `same`: it has not changed today. */
export function fetchCalendar(
  source: CalendarSource,
  reader: CalendarReader,
  known: string | null = null,
): Promise<CalendarRead | 'same' | CalendarTrouble> {
  return source.kind === 'caldav' ? fetchCaldav(source, reader, known) : fetchFile(source, reader, known);
}

async function fetchFile(
  { url, credentials }: CalendarSource,
  { zone, mailDomain, mayBePrivate, signal }: CalendarReader,
  known: string | null,
): Promise<CalendarRead | 'same' | CalendarTrouble> {
  const at = now();
  const tag = knownTag(known, at);
  const answer = await fetchOutbound({
    ...{ url, credentials, mayBePrivate, signal, mostBytes: busyLimits.bytes, seconds: 20 },
    headers: { accept: 'text/calendar, */*;q=0.5', ...(tag ? { 'if-none-match': tag } : {}) },
  }).catch((err: unknown) => problemOf(err));
  if (typeof answer === 'string') return answer;
  const { status, headers, body } = answer;
  if (status === 304 && tag) return 'same';
  if (status === 401 || status === 403) return 'calendar_refused';
  if (status < 200 || status > 299) return 'calendar_unreachable';
  const isOurs = (uid: string) => uid.toLowerCase().endsWith(`@${mailDomain}`);
  const read = await readBusy({ file: body, span: horizonOf(at), zone, isOurs });
  return read ? { ...read, tag: keptTag(headers.etag ?? null, at) } : 'calendar_none';
}
