import { SetMetadata } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { requestIdFrom, withRequest } from './context';
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
        const level = status >= 500 ? 'error' : quiet.has(route) ? 'debug' : 'info';
        log[level](
          { requestId, method: request.method, route, status, milliseconds: Math.round(milliseconds * 10) / 10 },
          'request',
        );
      });
      next();
    });
  };
}
