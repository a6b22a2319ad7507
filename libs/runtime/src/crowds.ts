import { OkaeriError } from '@okaeri/contracts';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Seconds. */
const retryAfter = 2;

/**
 * Of requests that bring bytes so many are under way at a time: each holds what it has sent so far in memory, and when a mast comes
 * back hundreds begin in the same moment. Whoever is sent away comes again by herself. Early in the chain, where that costs little.
 */
export function refuseCrowds(most: number): RequestHandler {
  let underWay = 0;
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'PUT' || request.headers['content-type'] !== 'application/octet-stream') {
      next();
      return;
    }
    if (underWay >= most) {
      next(new OkaeriError('too_many', { retryAfter }));
      return;
    }
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    next();
  };
}
