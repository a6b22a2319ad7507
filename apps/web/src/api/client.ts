import type { Problem } from '@okaeri/contracts';
import { reach } from './reach';

/** What the server refused, in the reader's language: `message` may be shown as it is. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly requestId: string | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** No answer at all, or one that only says "later": the page keeps what it has and tries again by itself. */
  get passing(): boolean {
    return this.status === 0 || this.status === 503;
  }
}

let language: string | null = null;

/** The language asked of the server while nobody is signed in; a signed-in reader's choice is kept by the server. */
export function speak(tag: string): void {
  language = tag;
}

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (language) headers['accept-language'] = language;
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    reach.lost();
    throw new ApiError('unreachable', 0, '');
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) {
    reach.found();
    return answer as T;
  }
  const problem = (answer ?? {}) as Partial<Problem>;
  const status = response.status === 502 || response.status === 504 ? 503 : response.status;
  if (status === 503) reach.lost();
  throw new ApiError(problem.code ?? 'internal', status, problem.title ?? '', problem.requestId ?? null);
}

export const api = {
  get: <T>(path: string) => ask<T>('GET', path),
  post: <T>(path: string, body: unknown = {}) => ask<T>('POST', path, body),
  put: <T>(path: string, body: unknown) => ask<T>('PUT', path, body),
};
