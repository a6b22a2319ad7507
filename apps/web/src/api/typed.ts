import createClient from 'openapi-fetch';
import { heard, spoken } from './client';
import type { paths } from './schema';

/**
 * Every route as the server describes it: paths, parameters, bodies and answers are checked by the compiler against
 * `docs/openapi.json`. A refusal comes as the same `ApiError` as anywhere else.
 */
export const typed = createClient<paths>({
  baseUrl: '/',
  credentials: 'same-origin',
  fetch: (request) => {
    for (const [name, value] of Object.entries(spoken())) request.headers.set(name, value);
    return heard(() => fetch(request));
  },
});

/** The name of one deed, the same for every try of it, so that the server does it once. */
export function keyed(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** The answer's body; every other answer has been thrown by then. */
export async function body<T>(asked: Promise<{ data?: T }>): Promise<T> {
  return (await asked).data as T;
}
