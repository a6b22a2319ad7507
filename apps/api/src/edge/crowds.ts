import type { Turns } from '@okaeri/access';
import { OkaeriError, localeTags } from '@okaeri/contracts';
import { readerLocale, tellProblem } from '@okaeri/platform';
import { requestIdFrom } from '@okaeri/runtime';
import type { Metrics } from '@okaeri/runtime';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Seconds. */
const retryAfter = 2;
const tooMany = new OkaeriError('too_many', { retryAfter });
const route = '(crowd)';

/**
 * Of requests that bring bytes so many are under way at a time: each holds what it has sent so far in memory, and when a mast comes
 * back hundreds begin in the same moment. Whoever is sent away comes again by herself. First in the chain, with a measure and
 * no line in the log: each of those hundreds keeps everybody else waiting for as long as it takes.
 */
export function refuseCrowds(most: number, turns: Turns, metrics: Metrics): RequestHandler {
  let underWay = 0;
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'PUT' || request.headers['content-type'] !== 'application/octet-stream') {
      next();
      return;
    }
    turns.came();
    if (underWay >= most) {
      refuse(request, response);
      metrics.http(request.method, route, tooMany.status, 0);
      return;
    }
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    next();
  };
}

/** Without what express adds to an answer, and in one write. */
function refuse(request: Request, response: Response): void {
  const locale = readerLocale(request);
  const requestId = requestIdFrom(request.headers['x-request-id']);
  const body = JSON.stringify(tellProblem(tooMany, locale, requestId));
  response.writeHead(tooMany.status, {
    // What else she sends is not read.
    Connection: 'close',
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Content-Language': localeTags[locale],
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Retry-After': retryAfter,
    'X-Request-Id': requestId,
  });
  response.end(body);
}
