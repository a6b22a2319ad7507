import type { IncomingMessage } from 'node:http';
import type { Actor, Sessions } from '@okaeri/access';
import { OkaeriError } from '@okaeri/contracts';
import { acceptedLocale, tellProblem } from '@okaeri/platform';
import type { Socket } from 'socket.io';

const actors = new WeakMap<IncomingMessage, Actor | null>();

/** Who opened this socket. */
export function actorOf(socket: Socket): Actor | null {
  return actors.get(socket.request) ?? null;
}

/**
 * Decides by the HTTP request that opens a connection, before there is one. Thrown: not now (the database is away), so
 * that the client tries again by itself. Who has no session gets a connection for as long as it takes to say so.
 */
export async function recognize(request: IncomingMessage, sessions: Sessions): Promise<void> {
  actors.set(request, await sessions.actorOf(request.headers.cookie));
}

/** For `io.use`: refuses who is not signed in, with a code and a sentence in the language of her browser. */
export function refuseStrangers(socket: Socket, next: (error?: Error & { data?: unknown }) => void): void {
  if (actorOf(socket)) {
    next();
    return;
  }
  const problem = new OkaeriError('sign_in_needed');
  const message = tellProblem(problem, acceptedLocale(socket.request.headers['accept-language']), '').title;
  next(Object.assign(new Error(problem.code), { data: { code: problem.code, message } }));
}

/**
 * A browser names the site whose script opens a socket, and sends our cookie along whatever site that is. Only our own
 * pages may: the host that they were loaded from, or one that was named as ours. A client without a browser names none.
 */
export function comesFromUs(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || allowed.includes(new URL(origin).origin);
}
