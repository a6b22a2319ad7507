import { contentLines } from '../calendars/lines';
import { DavError } from './dav';
import type { Dav } from './dav';
import type { DavCalendar } from './discover';

/** What of a visit lies where, as its server named it. */
export interface Written {
  href: string;
  etag: string | null;
}

export interface VisitFile {
  uid: string;
  /** Of the resource, where it is written first. */
  name: string;
  file: string;
}

/**
 * Writes a visit into one of these calendars, or over what was written of it before. `left`: another program of hers keeps
 * this visit there, from her mails; of two writers each would undo the other, and its server would answer in her name.
 */
export async function putVisit(
  dav: Dav,
  calendars: readonly DavCalendar[],
  visit: VisitFile,
  known: Written | null,
): Promise<Written | 'left'> {
  const found = known ?? (await findVisit(dav, calendars, visit.uid));
  if (found === 'left') return found;
  const home = calendars.find(({ mayWrite }) => mayWrite);
  if (!found && !home) throw new DavError('calendar_readonly');
  const href = found?.href ?? new URL(visit.name, withSlash(home?.url ?? '')).href;
  const there = found && (found.etag === null ? await readObject(dav, href) : found);
  const written = await put(dav, href, visit.file, there?.etag ?? null);
  if (written) return written;
  // Somebody changed it meanwhile, or took it away: what holds is what the visit is now.
  const again = await readObject(dav, href);
  const second = await put(dav, href, visit.file, again?.etag ?? null);
  if (!second) throw new DavError('calendar_unreachable');
  return second;
}

/** Takes away what was written; what is not there any more is fine. */
export async function takeVisit(dav: Dav, { href, etag }: Written): Promise<void> {
  const known = etag ?? (await readObject(dav, href))?.etag;
  if (known === undefined || (await gone(dav, href, known))) return;
  const again = await readObject(dav, href);
  if (again && !(await gone(dav, href, again.etag))) throw new DavError('calendar_unreachable');
}

/** Written once already and not remembered, or by another program of hers. */
export async function findVisit(
  dav: Dav,
  calendars: readonly DavCalendar[],
  uid: string,
): Promise<Written | 'left' | null> {
  for (const { url } of calendars) {
    const filter = `<C:prop-filter name="UID"><C:text-match collation="i;octet">${uid}</C:text-match></C:prop-filter>`;
    const answer = await dav.entries(url, filter);
    for (const { href, props } of answer?.responses ?? []) {
      const lines = [...contentLines(Buffer.from(props.get('C:calendar-data')?.text ?? ''))];
      // A filter asks for what contains it, and some servers pass over filters.
      if (!lines.some(({ name, value }) => name === 'UID' && value === uid)) continue;
      const at = dav.within(href, answer?.url ?? url);
      if (!at || lines.some(({ name }) => name === 'ORGANIZER')) return 'left';
      return { href: at, etag: strong(props.get('D:getetag')?.text) };
    }
  }
  return null;
}

async function readObject(dav: Dav, href: string): Promise<{ etag: string } | null> {
  const { status, headers } = await dav.ask({ method: 'GET', url: href });
  if (status === 404 || status === 410) return null;
  const etag = strong(headers.etag);
  if (status !== 200 || etag === null) throw new DavError('calendar_unreachable');
  return { etag };
}

/** `null`: it is not as it was known to be. */
async function put(dav: Dav, href: string, file: string, etag: string | null): Promise<Written | null> {
  const { status, headers } = await dav.ask({
    ...{ method: 'PUT', url: href, body: file },
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      ...(etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }),
    },
  });
  if (status === 412 || (etag !== null && (status === 404 || status === 410))) return null;
  if ([403, 405, 409, 415].includes(status)) throw new DavError('calendar_readonly');
  if (status < 200 || status > 299) throw new DavError('calendar_unreachable');
  return { href, etag: strong(headers.etag) };
}

async function gone(dav: Dav, href: string, etag: string): Promise<boolean> {
  const { status } = await dav.ask({ method: 'DELETE', url: href, headers: { 'if-match': etag } });
  if (status === 412) return false;
  if ((status >= 200 && status <= 299) || status === 404 || status === 410) return true;
  throw new DavError(status === 403 || status === 405 ? 'calendar_readonly' : 'calendar_unreachable');
}

/** A weak one stands for what is much the same; nothing may be written over by it (RFC 9110, 13.1.1). */
const strong = (etag: string | undefined): string | null => (etag && !etag.startsWith('W/') ? etag.trim() : null);

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`);
