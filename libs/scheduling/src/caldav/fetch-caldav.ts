import { createHash } from 'node:crypto';
import { Temporal, now } from '@okaeri/words/time';
import { horizonOf, keptTag, knownTag } from '../calendars/horizon';
import type { CalendarReader, CalendarSource } from '../calendars/horizon';
import type { CalendarRead, CalendarTrouble } from '../calendars/links';
import type { Span } from '../calendars/occurrences';
import { busyLimits, readBusy } from '../calendars/read-busy';
import { Dav, DavError } from './dav';
import { findCollection, readCollection } from './discover';
import type { DavCalendar } from './discover';

/**
 * Reads the busy times of an account. Its entries are asked for, not a list of free and busy: there a visit of ours that
 * was written into it could not be told from what is in its way.
 */
export async function fetchCaldav(
  source: CalendarSource,
  { zone, mailDomain, mayBePrivate, signal }: CalendarReader,
  known: string | null,
): Promise<CalendarRead | 'same' | CalendarTrouble> {
  try {
    const at = now();
    const dav = new Dav(source, { mayBePrivate, signal });
    const { collection, calendars } = await calendarsOf(dav, source);
    const tag = tagOf(calendars);
    if (tag !== null && tag === knownTag(known, at)) return 'same';
    const span = horizonOf(at);
    const file = await entriesOf(dav, calendars, span);
    const isOurs = (uid: string) => uid.toLowerCase().endsWith(`@${mailDomain}`);
    const read = await readBusy({ file, span, zone, isOurs });
    const mayWrite = calendars.some((each) => each.mayWrite);
    return read ? { ...read, collection, mayWrite, tag: keptTag(tag, at) } : 'calendar_none';
  } catch (err) {
    if (err instanceof DavError) return err.why;
    throw err;
  }
}

/** Where they were found once; anew where nothing is there any more. */
export async function calendarsOf(
  dav: Dav,
  { url, collection }: CalendarSource,
): Promise<{ collection: string; calendars: DavCalendar[] }> {
  if (collection !== null) {
    const calendars = await readCollection(dav, collection).catch((err: unknown) => {
      if (err instanceof DavError && err.why === 'calendar_none') return null;
      throw err;
    });
    if (calendars) return { collection, calendars };
  }
  const found = await findCollection(dav, url);
  return { collection: found, calendars: await readCollection(dav, found) };
}

/** Nothing where one of them does not say what state it is in. */
function tagOf(calendars: readonly DavCalendar[]): string | null {
  if (calendars.some(({ state }) => state === null)) return null;
  const states = calendars.map(({ url, state }) => `${url} ${state}`);
  return createHash('sha256').update(states.join('\n')).digest('base64url');
}

/** All entries of that time as one file. */
async function entriesOf(dav: Dav, calendars: readonly DavCalendar[], span: Span): Promise<Buffer> {
  const files = [Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')];
  let bytes = 0;
  for (const { url } of calendars) {
    const answer = await dav.entries(url, `<C:time-range start="${stamp(span.from)}" end="${stamp(span.to)}"/>`);
    for (const { status, props } of answer?.responses ?? []) {
      // Some of it was left out (RFC 4791, 7.8): half a calendar is none.
      if (status === 507) throw new DavError('calendar_large');
      const file = Buffer.from(`${props.get('C:calendar-data')?.text ?? ''}\r\n`);
      bytes += file.length;
      if (bytes > busyLimits.bytes) throw new DavError('calendar_large');
      files.push(file);
    }
  }
  return Buffer.concat(files);
}

/** `20261124T000000Z` */
const stamp = (seconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '');
