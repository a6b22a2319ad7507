import { createHash, randomBytes } from 'node:crypto';

/** What a server wants to be answered before it lets somebody in (RFC 7616). */
export interface DigestChallenge {
  realm: string;
  nonce: string;
  opaque: string | null;
  algorithm: keyof typeof hashes;
  /** The key is one of a session: made once with its first nonce. */
  session: boolean;
  qop: boolean;
  userhash: boolean;
}

const hashes = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' } as const;

type Scheme = { name: string; params: Map<string, string> };

const piece =
  /[\s,]*(?:(?<param>[\w-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s",]+))|(?<scheme>[\w-]+)(?:\s+[\w+/-]+=*(?=\s*(?:,|$)))?)/y;

/** The schemes that a server takes, in the order in which it would have them. */
function schemesOf(header: string): Scheme[] {
  const schemes: Scheme[] = [];
  piece.lastIndex = 0;
  for (let found = piece.exec(header); found?.groups; found = piece.exec(header)) {
    const { param, quoted, bare, scheme } = found.groups;
    if (scheme !== undefined) schemes.push({ name: scheme.toLowerCase(), params: new Map() });
    if (param !== undefined) {
      schemes.at(-1)?.params.set(param.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
    }
  }
  return schemes;
}

/** The first that can be answered; `null` where a server wants no digest, or one that nobody here can make. */
export function digestChallenge(header: string | undefined): DigestChallenge | null {
  for (const { name, params } of schemesOf(header ?? '')) {
    if (name !== 'digest') continue;
    const [, called = '', session] = /^(.*?)(-sess)?$/i.exec(params.get('algorithm') ?? 'MD5') ?? [];
    const algorithm = Object.keys(hashes).find((each) => each === called.toUpperCase()) as
      | keyof typeof hashes
      | undefined;
    const qops = params
      .get('qop')
      ?.toLowerCase()
      .split(/[\s,]+/);
    const nonce = params.get('nonce');
    if (!algorithm || nonce === undefined || (qops && !qops.includes('auth'))) continue;
    return {
      ...{ realm: params.get('realm') ?? '', nonce, opaque: params.get('opaque') ?? null, algorithm },
      ...{ session: session !== undefined, qop: qops !== undefined },
      userhash: params.get('userhash')?.toLowerCase() === 'true',
    };
  }
  return null;
}

/** Answers with a name and a password, of which the server is told neither the one nor, where it wants that, the other. */
export class DigestKey {
  #count = 0;
  readonly #first: string;

  constructor(
    private readonly challenge: DigestChallenge,
    private readonly credentials: { username: string; password: string },
    private readonly random: () => string = () => randomBytes(16).toString('hex'),
  ) {
    this.#first = this.random();
  }

  /** The head of a request. */
  authorization(method: string, url: string): string {
    const { realm, nonce, opaque, algorithm, session, qop, userhash } = this.challenge;
    const { username, password } = this.credentials;
    const { pathname, search } = new URL(url);
    const uri = pathname + search;
    this.#count += 1;
    const nc = this.#count.toString(16).padStart(8, '0');
    // A session's key is made of what was said first.
    const cnonce = session ? this.#first : this.random();
    const h = (...parts: string[]) => createHash(hashes[algorithm]).update(parts.join(':')).digest('hex');
    const own = h(username, realm, password);
    const key = session ? h(own, nonce, cnonce) : own;
    const what = h(method, uri);
    const response = qop ? h(key, nonce, nc, cnonce, 'auth', what) : h(key, nonce, what);
    const name = userhash ? quoted('username', h(username, realm)) : nameOf(username);
    return `Digest ${[
      ...[name, quoted('realm', realm), quoted('nonce', nonce), quoted('uri', uri)],
      ...[`algorithm=${algorithm}${session ? '-sess' : ''}`, quoted('response', response)],
      ...(qop ? ['qop=auth', `nc=${nc}`] : []),
      ...(qop || session ? [quoted('cnonce', cnonce)] : []),
      ...(opaque === null ? [] : [quoted('opaque', opaque)]),
      ...(userhash ? ['userhash=true'] : []),
    ].join(', ')}`;
  }
}

const quoted = (name: string, value: string) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`;

/** Letters beyond ASCII have a form of their own (RFC 8187). */
const nameOf = (username: string) =>
  /^[\x20-\x7e]*$/.test(username) ? quoted('username', username) : `username*=UTF-8''${encodeURIComponent(username)}`;
