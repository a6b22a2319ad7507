import { DavError } from './dav';
import type { Dav } from './dav';
import type { DavResponse } from './multistatus';

/** A calendar of an account. */
export interface DavCalendar {
  url: string;
  mayWrite: boolean;
  /** Changes with each change in it, where its server says so. */
  state: string | null;
}

const mostCalendars = 30;
const ofCalendar = [
  ...['D:resourcetype', 'D:current-user-privilege-set', 'D:sync-token', 'S:getctag'],
  ...['C:supported-calendar-component-set', 'C:schedule-calendar-transp'],
];
const ofAccount = ['D:resourcetype', 'D:current-user-principal', 'C:calendar-home-set'];

/**
 * Where the calendars of an account lie, or one alone where its own address was given: from the address that a person
 * typed, else from the well-known one of its host (RFC 6764), over the principal (RFC 5397) to its home (RFC 4791, 6.2.1).
 */
export async function findCollection(dav: Dav, typed: string): Promise<string> {
  for (const start of [typed, new URL('/.well-known/caldav', typed).href, new URL('/', typed).href]) {
    const found = await lookFrom(dav, start);
    if (found) return found;
  }
  throw new DavError('calendar_none');
}

async function lookFrom(dav: Dav, start: string): Promise<string | null> {
  const about = await dav.propfind(start, 0, ofAccount);
  const [here] = about?.responses ?? [];
  if (!about || !here) return null;
  if (isCalendar(here)) return dav.within(here.href, about.url);
  const home = dav.within(hrefOf(here, 'C:calendar-home-set'), about.url);
  if (home) return home;
  const principal = dav.within(hrefOf(here, 'D:current-user-principal'), about.url);
  const person = principal ? await dav.propfind(principal, 0, ['C:calendar-home-set']) : null;
  const [found] = person?.responses ?? [];
  return person && found ? dav.within(hrefOf(found, 'C:calendar-home-set'), person.url) : null;
}

/** The calendars at such a place whose entries take up their owner's time. Throws where nothing is there any more. */
export async function readCollection(dav: Dav, collection: string): Promise<DavCalendar[]> {
  const itself = await dav.propfind(collection, 0, ofCalendar);
  const [here] = itself?.responses ?? [];
  if (!itself || !here) throw new DavError('calendar_none');
  // What lies below a calendar are its entries, all of them.
  const below = isCalendar(here) ? itself : await dav.propfind(collection, 1, ofCalendar);
  const found = (below?.responses ?? []).flatMap((each) => calendarOf(dav, each, below?.url ?? collection));
  if (found.length === 0) throw new DavError('calendar_none');
  return found.slice(0, mostCalendars);
}

function calendarOf(dav: Dav, response: DavResponse, base: string): DavCalendar[] {
  const { href, props } = response;
  const url = dav.within(href, base);
  const kinds = props.get('C:supported-calendar-component-set')?.names ?? [];
  const isFree = props.get('C:schedule-calendar-transp')?.names.includes('C:transparent');
  if (!url || !isCalendar(response) || isFree) return [];
  if (kinds.length > 0 && !kinds.some((name) => name.toUpperCase() === 'C:COMP VEVENT')) return [];
  const rights = props.get('D:current-user-privilege-set')?.names;
  const mayWrite = !rights || rights.some((right) => ['D:all', 'D:write', 'D:bind', 'D:write-content'].includes(right));
  const state = props.get('S:getctag')?.text || props.get('D:sync-token')?.text || null;
  return [{ url, mayWrite, state }];
}

const isCalendar = ({ props }: DavResponse) => props.get('D:resourcetype')?.names.includes('C:calendar') ?? false;
const hrefOf = ({ props }: DavResponse, name: string) => props.get(name)?.hrefs[0];
