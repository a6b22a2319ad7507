import { SetMetadata } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { OkaeriError } from '@okaeri/contracts';
import { requestIdFrom, withRequest } from './context';
import { isOwnHost, isSameOrigin } from './hosts';
import type { Log } from './log';
import type { Metrics } from './metrics';

/** Metadata of a route that asks nothing of its caller. */
export const openKey = 'okaeri:open';

/** Marks a route that anybody may call, and says why. A route without this and without `@Access` stops the boot. */
export const Open = (reason: string): MethodDecorator & ClassDecorator => SetMetadata(openKey, reason);

/** The template of the route that answered, such as `/api/pages/visits/:visitId`: paths carry ids, and worse. */
function routeOf(request: Request): string {
  const path: unknown = (request as { route?: { path?: unknown } }).route?.path;
  return typeof path === 'string' ? path : '(no route)';
}

const quiet = new Set(['/healthz', '/readyz', '/metrics', '(no route)']);

/**
 * First in the chain of every HTTP server: gives the request its id, and afterwards writes one line and one measure.
 * Neither holds the address, the query, a header or a body.
 */
export function traceRequests(log: Log, metrics: Metrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const started = performance.now();
    const requestId = requestIdFrom(request.headers['x-request-id']);
    response.setHeader('X-Request-Id', requestId);
    withRequest(requestId, () => {
      response.once('close', () => {
        const route = routeOf(request);
        const milliseconds = performance.now() - started;
        const status = response.writableFinished ? response.statusCode : 499;
        metrics.http(request.method, route, status, milliseconds / 1000);
        const level = quiet.has(route) ? 'debug' : status >= 500 ? 'error' : 'info';
        log[level](
          { requestId, method: request.method, route, status, milliseconds: Math.round(milliseconds * 10) / 10 },
          'request',
        );
      });
      next();
    });
  };
}

/** Second in the chain: nothing is answered under a name that is not ours. `more` holds the names of the deployment. */
export function refuseForeignHosts(more: readonly string[]): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    next(isOwnHost(request.headers.host, more) ? undefined : new OkaeriError('misdirected'));
  };
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

const forAll = new WeakSet<Request>();

/**
 * Routes that pages of other houses ask, too: a browser brings no cookie there, and is told so. What they do must not depend on who is
 * signed in.
 */
export function openToAll(prefix: string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!request.path.startsWith(prefix)) {
      next();
      return;
    }
    forAll.add(request);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response
      .setHeader('Access-Control-Allow-Methods', 'GET, POST')
      .setHeader('Access-Control-Allow-Headers', 'content-type')
      .setHeader('Access-Control-Max-Age', '600')
      .status(204)
      .end();
  };
}

/** Third: what changes something must come from a page of our own, since the browser adds the cookie for any page. */
export function refuseForeignWrites(request: Request, _response: Response, next: NextFunction): void {
  const protocol = request.secure ? 'https' : 'http';
  const fine = reading.has(request.method) || forAll.has(request) || isSameOrigin(request.headers, protocol);
  next(fine ? undefined : new OkaeriError('bad_request'));
}
