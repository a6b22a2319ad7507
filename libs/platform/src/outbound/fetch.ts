import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from './addresses';

export interface OutboundRequest {
  url: string;
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Said to the origin that they were given for, and to no other that it may point to. */
  credentials?: { username: string; password: string } | null;
  /** Said in their place, and made anew for each request, where the origin wants another proof than these words. */
  authorize?: ((method: string, url: string) => string) | null;
  mostBytes: number;
  /** Addresses of the own network are spoken to as well. */
  mayBePrivate: boolean;
  seconds?: number;
  /** How often it may point elsewhere. */
  redirects?: number;
  /** Nothing is said that others on the way can read. */
  tlsOnly?: boolean;
  /** Nobody waits for the answer any more: it ends as `stopped` at once. */
  signal?: AbortSignal | undefined;
}

export interface OutboundAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** Where it came from in the end. */
  url: string;
}

export type OutboundFailure = 'address_private' | 'unreachable' | 'too_large' | 'stopped';

/** Without the address: it may be a secret. */
export class OutboundError extends Error {
  constructor(readonly why: OutboundFailure) {
    super(`A server elsewhere: ${why}`);
    this.name = 'OutboundError';
  }
}

const mostRedirects = 3;
const quietSeconds = 10;

/**
 * Asks a server whose address a person gave us. Names are resolved here and what they stand for is looked at before it is
 * spoken to, at each redirect again, so that nobody reaches through us what only we can reach.
 */
export async function fetchOutbound(asked: OutboundRequest): Promise<OutboundAnswer> {
  const { origin } = new URL(asked.url);
  let url = asked.url;
  for (let redirects = 0; redirects <= (asked.redirects ?? mostRedirects); redirects += 1) {
    const isOrigin = new URL(url).origin === origin;
    const key = isOrigin ? { credentials: asked.credentials ?? null, authorize: asked.authorize ?? null } : noKey;
    const answer = await once({ ...asked, url, ...key });
    const { location } = answer.headers;
    const moved = [301, 302, 303, 307, 308].includes(answer.status) && location !== undefined;
    if (!moved) return answer;
    if (!URL.canParse(location, url)) throw new OutboundError('unreachable');
    url = new URL(location, url).href;
  }
  throw new OutboundError('unreachable');
}

const noKey = { credentials: null, authorize: null };

/** What proves who asks; without a key nothing. */
function proofOf({ credentials, authorize, method = 'GET', url }: OutboundRequest): Record<string, string> {
  if (authorize) return { authorization: authorize(method, url) };
  if (!credentials) return {};
  const { username, password } = credentials;
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

function once(asked: OutboundRequest): Promise<OutboundAnswer> {
  const { url, method = 'GET', headers = {}, body, mostBytes, mayBePrivate, seconds = 30, signal } = asked;
  const { protocol, hostname } = new URL(url);
  const inTime = AbortSignal.timeout(seconds * 1000);
  const literal = hostname.replace(/^\[|\]$/g, '');
  const mayBeOpen = protocol === 'http:' && !asked.tlsOnly;
  if (protocol !== 'https:' && !mayBeOpen) throw new OutboundError('unreachable');
  // An address that is written as one is never looked up.
  if (!mayBePrivate && isIP(literal) !== 0 && isPrivateAddress(literal)) throw new OutboundError('address_private');
  const ask = protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const fail = (why: OutboundFailure) => reject(new OutboundError(signal?.aborted ? 'stopped' : why));
    const outgoing = ask(
      url,
      {
        method,
        agent: false,
        timeout: quietSeconds * 1000,
        signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
        ...(mayBePrivate ? {} : { lookup: publicOnly }),
        headers: {
          'user-agent': 'Okaeri',
          accept: '*/*',
          ...headers,
          ...proofOf(asked),
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        incoming.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes <= mostBytes) return void chunks.push(chunk);
          fail('too_large');
          outgoing.destroy();
        });
        incoming.on('error', () => fail('unreachable'));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks), url }),
        );
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new OutboundError('unreachable')));
    outgoing.on('error', (err) => fail(err instanceof OutboundError ? err.why : 'unreachable'));
    outgoing.end(body);
  });
}

/** The address that is connected to is the one that was looked at; all of a name have to be fit. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (err, found: LookupAddress[]) => {
    if (err) return callback(err, '');
    const [first] = found;
    if (!first || found.some(({ address }) => isPrivateAddress(address))) {
      return callback(new OutboundError('address_private'), '');
    }
    if (options.all) return callback(null, found);
    return callback(null, first.address, first.family);
  });
};
