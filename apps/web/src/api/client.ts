import type { Problem } from '@okaeri/contracts';
import { reach } from './reach';

/** What the server refused, in the reader's language: `message` may be shown as it is. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly requestId: string | null = null,
    /** The whole answer: what a form or a page needs besides the sentence. */
    readonly problem: Partial<Problem> = {},
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

/** What every question carries besides its own. */
export function spoken(headers: Record<string, string> = {}): Record<string, string> {
  return { accept: 'application/json', ...(language ? { 'accept-language': language } : {}), ...headers };
}

/** The answer, or an `ApiError`; one place knows from it whether the server can be reached. */
export async function heard(asked: () => Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await asked();
  } catch {
    reach.lost();
    throw new ApiError('unreachable', 0, '');
  }
  if (response.ok) {
    reach.found();
    return response;
  }
  const problem = ((await response.json().catch(() => null)) ?? {}) as Partial<Problem>;
  const status = response.status === 502 || response.status === 504 ? 503 : response.status;
  if (status === 503) reach.lost();
  throw new ApiError(problem.code ?? 'internal', status, problem.title ?? '', problem.requestId ?? null, problem);
}
