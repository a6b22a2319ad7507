import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const requests = new AsyncLocalStorage<{ requestId: string }>();
const sane = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * The id under which a request is found again in every log. One that comes from outside is kept if it cannot break a
 * log line or carry a text; anything else is replaced.
 */
export function requestIdFrom(given: string | string[] | undefined): string {
  return typeof given === 'string' && sane.test(given) ? given : randomUUID();
}

/** Runs `fn` as part of a request: log lines and ledger rows written within carry its id. */
export function withRequest<T>(requestId: string, fn: () => T): T {
  return requests.run({ requestId }, fn);
}

/** The id of the request that is being served, or `null` outside of one. */
export function currentRequestId(): string | null {
  return requests.getStore()?.requestId ?? null;
}
