import type { CalendarKind } from '@okaeri/contracts';
import type { Database, House } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import { fetchCalendar } from './fetch-calendar';
import { keepFailure, keepRead, keepSame, keepStopped, openLink } from './links';

export interface CalendarsOptions {
  house: House;
  mailDomain: string;
  mayBePrivate: boolean;
}

interface Due {
  id: string;
  kind: CalendarKind;
  collection: string | null;
  url: Buffer;
  username: string | null;
  secret: Buffer | null;
  tag: string | null;
  zone: string;
}

/** So many at a time: each may take its half minute. */
const atOnce = 8;
/** Nobody else takes up one that is being read. */
const leaseMinutes = 2;

/** Reads the calendars elsewhere whose time has come; of one person's or, where it is named, this one alone. */
export async function readCalendars(
  db: Database,
  options: CalendarsOptions,
  { linkId, signal }: { linkId?: string; signal?: AbortSignal } = {},
): Promise<number> {
  const at = now();
  const [due]: [Due[], number] = await db.manager.query(
    `update calendar_link l set next_at = $2
       from person p
      where p.id = l.person_id and l.id in (select id from calendar_link where ($4::uuid is null and next_at <= $1 or id = $4) and not removed
                      order by next_at limit $3 for no key update skip locked)
     returning l.id, l.kind, l.collection, l.url, l.username, l.secret, l.tag, p.zone`,
    [toIso(at), toIso(at.add({ minutes: leaseMinutes })), atOnce, linkId ?? null],
  );
  await Promise.all(due.map((link) => readOne(db, options, link, signal)));
  return due.length;
}

async function readOne(
  db: Database,
  { house, mailDomain, mayBePrivate }: CalendarsOptions,
  link: Due,
  signal: AbortSignal | undefined,
): Promise<void> {
  const source = tried(() => openLink(house, link));
  // Sealed by a secret that this house has no more: she has to add it anew.
  const reader = { zone: link.zone, mailDomain, mayBePrivate, signal };
  const read = source ? await fetchCalendar(source, reader, link.tag) : 'calendar_refused';
  await db.inTransaction(async (em) => {
    if (read === 'same') return keepSame(em, link.id);
    if (read === 'stopped') return keepStopped(em, link.id);
    if (typeof read === 'string') return keepFailure(em, link.id, read);
    return keepRead(em, link.id, read);
  });
}

/** What may fail only because the house has another secret now. */
export function tried<T>(fn: () => T): T | null {
  try {
    return fn();
  } catch {
    return null;
  }
}
