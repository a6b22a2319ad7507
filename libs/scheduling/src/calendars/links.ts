import { OkaeriError } from '@okaeri/contracts';
import type { CalendarLinkForm, CalendarLinkState, IgnoredCount, PersonId } from '@okaeri/contracts';
import type { House } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { CalendarLink } from '../entities';
import type { CalendarSource } from './horizon';
import { writeAhead } from '../caldav/mark';
import type { Span } from './occurrences';

/** Whoever has more has one that gathers them. */
export const mostLinks = 5;
/** A calendar is read again after so many minutes. */
const everyMinutes = 15;

/** How reading went. */
export interface CalendarRead {
  busy: readonly Span[];
  ignored: IgnoredCount[];
  /** What its server says of its present state. */
  tag: string | null;
  /** Of CalDAV: where its calendars lie. */
  collection?: string;
  /** Whether anything may be written into one of them. */
  mayWrite?: boolean;
}

/** Why it could not be read; a word of ours, nothing that a server said. */
export const calendarProblems = [
  'address_private',
  'calendar_refused',
  'calendar_unreachable',
  'calendar_none',
  'calendar_large',
  'calendar_readonly',
] as const;
export type CalendarProblem = (typeof calendarProblems)[number];
/** `stopped`: this process ends, and the next one reads it. */
export type CalendarTrouble = CalendarProblem | 'stopped';

/** `webcal:` is what programs call a calendar behind `https:`; a name and a password in an address are taken out of it. */
export function sourceOf({ kind, url, username, password }: CalendarLinkForm): CalendarSource {
  const address = new URL(url.trim().replace(/^webcals?:/i, 'https:'));
  const name = username ?? decodeURIComponent(address.username);
  const secret = password ?? decodeURIComponent(address.password);
  [address.username, address.password, address.hash] = ['', '', ''];
  const credentials = name ? { username: name, password: secret } : null;
  return { kind, url: address.href, credentials, collection: null };
}

/** Keeps a calendar that was read just now. Throws `calendar_most` where she has as many as one can have. */
export async function addLink(
  em: EntityManager,
  house: House,
  {
    personId,
    source,
    read,
    writes,
  }: { personId: PersonId; source: CalendarSource; read: CalendarRead; writes: boolean },
): Promise<string> {
  await em.query('select from person where id = $1 for update', [personId]);
  if ((await em.countBy(CalendarLink, { personId, removed: false })) >= mostLinks)
    throw new OkaeriError('calendar_most');
  const { kind, url, credentials } = source;
  const { id } = await em.save(
    em.create(CalendarLink, {
      ...{ personId, kind, host: new URL(url).host, url: house.seal(url), username: credentials?.username ?? null },
      ...{ secret: credentials ? house.seal(credentials.password) : null, writes },
    }),
  );
  await keepRead(em, id, read);
  if (writes) await writeAhead(em, id);
  return id;
}

export function openLink(
  house: House,
  {
    kind,
    url,
    username,
    secret,
    collection,
  }: Pick<CalendarLink, 'kind' | 'url' | 'username' | 'secret' | 'collection'>,
): CalendarSource {
  const password = secret ? house.unseal(secret) : '';
  return { kind, collection, url: house.unseal(url), credentials: username ? { username, password } : null };
}

/** Her busy times are those of this calendar from now on; nothing of what they are for is kept. */
export async function keepRead(
  em: EntityManager,
  linkId: string,
  { busy, ignored, tag, collection }: CalendarRead,
): Promise<void> {
  const at = now();
  const [rows]: [{ personId: PersonId }[], number] = await em.query(
    `update calendar_link set state = 'works', problem = null, ignored = $2::jsonb, tag = $3, read_at = $4, worked_at = $4,
            next_at = $5, collection = coalesce($6, collection)
      where id = $1 and not removed returning person_id as "personId"`,
    [linkId, JSON.stringify(ignored), tag, toIso(at), toIso(at.add({ minutes: everyMinutes })), collection ?? null],
  );
  // Taken away while it was read.
  const [link] = rows;
  if (!link) return;
  await em.query('delete from busy_time where link_id = $1', [linkId]);
  await em.query(
    `insert into busy_time (link_id, person_id, from_at, to_at)
     select $1, $2, to_timestamp(f), to_timestamp(t) from unnest($3::float8[], $4::float8[]) as b(f, t)`,
    [linkId, link.personId, busy.map(({ from }) => from), busy.map(({ to }) => to)],
  );
}

/** It is as it was when it was read last. */
export async function keepSame(em: EntityManager, linkId: string): Promise<void> {
  const at = now();
  await em.query(
    `update calendar_link set state = 'works', problem = null, read_at = $2, worked_at = $2, next_at = $3 where id = $1`,
    [linkId, toIso(at), toIso(at.add({ minutes: everyMinutes }))],
  );
}

export interface LinkState {
  state: CalendarLinkState;
  problem: string | null;
  workedAt: Temporal.Instant | null;
}

/**
 * What becomes of one that could not be read: once may be by chance; from the second time on it is said to be out of
 * date, and asked less and less often. What was read last stays.
 */
export function afterFailure(
  { state, problem, workedAt }: LinkState,
  why: CalendarProblem,
  at: Temporal.Instant,
): { state: CalendarLinkState; nextAt: Temporal.Instant } {
  if ((state === 'works' || state === 'new') && problem === null) return { state, nextAt: at.add({ seconds: 30 }) };
  const hours = workedAt ? at.since(workedAt).total('hours') : 24;
  const minutes = hours < 0.25 ? 5 : hours < 3 ? 30 : 60;
  return { state: why === 'calendar_refused' ? 'refused' : 'stale', nextAt: at.add({ minutes }) };
}

export async function keepFailure(em: EntityManager, linkId: string, why: CalendarProblem): Promise<void> {
  const link = await em.findOne(CalendarLink, { where: { id: linkId }, lock: { mode: 'pessimistic_write' } });
  if (!link) return;
  const at = now();
  await em.update(CalendarLink, { id: linkId }, { ...afterFailure(link, why, at), problem: why, readAt: at });
}

/** The process that was to read it ends: whoever looks next reads it. */
export async function keepStopped(em: EntityManager, linkId: string): Promise<void> {
  await em.query('update calendar_link set next_at = $2 where id = $1', [linkId, toIso(now())]);
}

export const readLinks = (em: EntityManager, personId: PersonId): Promise<CalendarLink[]> =>
  em.find(CalendarLink, { where: { personId }, order: { host: 'ASC', id: 'ASC' } });
