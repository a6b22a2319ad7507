import { isIP } from 'node:net';
import { DigestKey, OutboundError, digestChallenge, fetchOutbound } from '@okaeri/platform';
import type { OutboundAnswer } from '@okaeri/platform';
import { problemOf } from '../calendars/horizon';
import type { CalendarSource } from '../calendars/horizon';
import type { CalendarTrouble } from '../calendars/links';
import { readMultistatus } from './multistatus';
import type { DavResponse } from './multistatus';

/** Why a server's calendars cannot be read or written; without anything that it said. */
export class DavError extends Error {
  constructor(readonly why: CalendarTrouble) {
    super(`CalDAV: ${why}`);
    this.name = 'DavError';
  }
}

export interface DavAsked {
  method: 'PROPFIND' | 'REPORT' | 'GET' | 'PUT' | 'DELETE';
  url: string;
  depth?: 0 | 1;
  body?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Multistatus {
  /** Where it came from in the end: addresses in it count from there. */
  url: string;
  responses: DavResponse[];
}

const mostBytes = 32 * 1024 * 1024;
const seconds = 20;
const xml = '<?xml version="1.0" encoding="utf-8"?>';
const names = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"';

/**
 * Whether an address is of the house whose key we have: its own host, or one beside it, as large providers point to
 * (`caldav.icloud.com` to `p34-caldav.icloud.com`). The server that says so holds the key already.
 */
export function isSameHouse(one: string, other: string): boolean {
  const [known, next] = [new URL(one), new URL(other)];
  if (known.origin === next.origin) return true;
  if (known.protocol !== 'https:' || next.protocol !== 'https:' || isIP(known.hostname) !== 0) return false;
  const domain = known.hostname.split('.').slice(1).join('.');
  return domain.includes('.') && next.hostname.endsWith(`.${domain}`);
}

/** One account at a CalDAV server (RFC 4791), by a name and a password: as they are, or by a digest of them. */
export class Dav {
  /** Of origins that want a digest. */
  readonly #digests = new Map<string, DigestKey>();

  constructor(
    private readonly source: CalendarSource,
    private readonly how: { mayBePrivate: boolean; signal?: AbortSignal | undefined },
  ) {}

  /** Any answer but to a wrong key. Throws `DavError`. */
  async ask(asked: DavAsked): Promise<OutboundAnswer> {
    const answer = await this.#proved(asked);
    // A redirect to another host is followed without the key; where that is of the same house it is asked with it.
    const again = answer.status === 401 && new URL(answer.url).origin !== new URL(asked.url).origin;
    const last =
      again && isSameHouse(asked.url, answer.url) ? await this.#proved({ ...asked, url: answer.url }) : answer;
    if (last.status === 401) throw new DavError('calendar_refused');
    if (last.status >= 500) throw new DavError('calendar_unreachable');
    return last;
  }

  /** `null` where the server has no such thing to tell. */
  async propfind(url: string, depth: 0 | 1, props: readonly string[]): Promise<Multistatus | null> {
    const wanted = props.map((name) => `<${name}/>`).join('');
    const body = `<D:propfind ${names}><D:prop>${wanted}</D:prop></D:propfind>`;
    const answer = await this.ask({ method: 'PROPFIND', url, depth, body });
    const responses = answer.status === 207 ? await readMultistatus(answer.body) : null;
    return responses && { url: answer.url, responses };
  }

  /** The entries of a calendar that a filter lets through; `null` where she may see it and not read it. */
  async entries(url: string, filter: string): Promise<Multistatus | null> {
    const body = `<C:calendar-query ${names}><D:prop><D:getetag/><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${filter}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`;
    const answer = await this.ask({ method: 'REPORT', url, depth: 1, body });
    if (answer.status === 403 || answer.status === 404) return null;
    const responses = answer.status === 207 ? await readMultistatus(answer.body) : null;
    // Nothing read is not the same as nothing there.
    if (!responses) throw new DavError('calendar_unreachable');
    return { url: answer.url, responses };
  }

  /** An address that the server names, as long as it is of the same house. */
  within(href: string | undefined, base: string): string | null {
    if (!href || !URL.canParse(href, base)) return null;
    const url = new URL(href, base).href;
    return isSameHouse(this.source.url, url) ? url : null;
  }

  /** Once more where the server wants a digest, or one of a newer nonce. */
  async #proved(asked: DavAsked): Promise<OutboundAnswer> {
    const answer = await this.#once(asked);
    const { credentials } = this.source;
    const { origin } = new URL(asked.url);
    if (answer.status !== 401 || !credentials || new URL(answer.url).origin !== origin) return answer;
    const challenge = digestChallenge(answer.headers['www-authenticate']);
    if (!challenge) return answer;
    this.#digests.set(origin, new DigestKey(challenge, credentials));
    return this.#once(asked);
  }

  async #once({ method, url, depth, body, headers = {} }: DavAsked): Promise<OutboundAnswer> {
    const { mayBePrivate, signal } = this.how;
    const digest = this.#digests.get(new URL(url).origin);
    const isXml = method === 'PROPFIND' || method === 'REPORT';
    // Name and password travel with each request.
    if (!mayBePrivate && new URL(url).protocol !== 'https:') throw new DavError('calendar_unreachable');
    try {
      return await fetchOutbound({
        ...{ url, method, mayBePrivate, signal, mostBytes, seconds },
        credentials: this.source.credentials,
        authorize: digest ? (how, to) => digest.authorization(how, to) : null,
        headers: {
          ...(depth === undefined ? {} : { depth: String(depth) }),
          ...(isXml ? { 'content-type': 'application/xml; charset=utf-8' } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: `${isXml ? xml : ''}${body}` }),
      });
    } catch (err) {
      throw err instanceof OutboundError ? new DavError(problemOf(err)) : err;
    }
  }
}
