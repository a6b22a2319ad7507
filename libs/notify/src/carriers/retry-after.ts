import type { IncomingHttpHeaders } from 'node:http';

const longest = 3600;

/** How many seconds a server asks us to wait (RFC 9110, 10.2.3), at most an hour; `null`: it names none. */
export function secondsIn(headers: IncomingHttpHeaders): number | null {
  const said = headers['retry-after'] ?? '';
  return /^\d{1,9}$/.test(said) ? Math.min(Math.max(Number(said), 1), longest) : null;
}
