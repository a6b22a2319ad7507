import { isIP } from 'node:net';

const names = /^(?:[a-z0-9-]+\.)*localhost$/;
const privateAddresses = [
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^::1$/,
  /^f[cd][0-9a-f]{2}:/,
  /^fe80:/,
];

/** The name in a `Host` header, lower case, without port and brackets; `null` where it is not one. */
export function hostName(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?$/i.exec(header ?? '');
  const name = match?.[1] ?? match?.[2];
  return name ? name.toLowerCase().replace(/\.$/, '') : null;
}

/**
 * Whether a request was sent to one of our names. A page elsewhere can make its own name point at this machine and then
 * read what we answer (DNS rebinding); only its `Host` gives it away. Addresses cannot be made to point elsewhere, so
 * those of the own network are fine, and `more` holds the names of a deployment.
 */
export function isOwnHost(header: string | undefined, more: readonly string[] = []): boolean {
  const name = hostName(header);
  if (name === null) return false;
  if (names.test(name) || more.includes(name)) return true;
  return isIP(name) !== 0 && privateAddresses.some((pattern) => pattern.test(name));
}

interface Headers {
  host?: string | undefined;
  origin?: string | undefined;
  'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * Whether a request that changes something, or opens a socket, comes from a page of the same origin. Browsers always
 * say where such a request comes from; what says nothing is no browser and carries nobody's cookie by accident.
 */
export function isSameOrigin(headers: Headers, protocol: 'http' | 'https'): boolean {
  const { host, origin } = headers;
  if (origin !== undefined) return origin === `${protocol}://${host}`;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
