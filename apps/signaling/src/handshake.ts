import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Actor, Sessions } from '@okaeri/access';
import { OkaeriError } from '@okaeri/contracts';
import { acceptedLocale, tellProblem } from '@okaeri/platform';
import { isOwnHost, isSameOrigin } from '@okaeri/runtime';
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
 * A browser sends our cookie along whichever site's script opens a socket, so only pages of the host that they were
 * loaded from may. A client that is no browser names no origin and carries nobody's cookie by accident.
 */
export function comesFromUs(request: IncomingMessage, hosts: readonly string[]): boolean {
  return isOwnHost(request.headers.host, hosts) && isSameOrigin(request.headers, protocolOf(request));
}

/** Of a proxy on the same machine we believe what it says of the connection that it took. */
function protocolOf({ socket, headers }: IncomingMessage): 'http' | 'https' {
  if (socket instanceof TLSSocket) return 'https';
  const local = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  return local && headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
}
