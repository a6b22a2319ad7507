import type { Problem } from '@okaeri/contracts';
import { ApiError } from '../api/client';

/** A link that was cut says nothing, and the system waits for a quarter of an hour. Longer than the server's own patience. */
const quietMs = 20_000;

export interface Sent {
  method: 'PUT' | 'POST';
  path: string;
  headers: Readonly<Record<string, string>>;
  body: Blob;
  signal: AbortSignal;
  onSent: (bytes: number) => void;
  /** For how long the server may say nothing once it has all. */
  patienceMs?: number;
}

/**
 * Bytes on their way. By `XMLHttpRequest`, for `fetch` does not say how much has left; on a weak link half a minute
 * passes, and a number that stands still looks like an end.
 */
export function sendBytes<T>({ method, path, headers, body, signal, onSent, patienceMs = quietMs }: Sent): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new ApiError('unreachable', 0, ''));
    const stop = () => request.abort();
    let quiet = setTimeout(stop, quietMs);
    const moved = (patience: number) => {
      clearTimeout(quiet);
      quiet = setTimeout(stop, patience);
    };
    request.open(method, path);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      moved(quietMs);
      onSent(event.loaded);
    };
    request.upload.onload = () => moved(patienceMs);
    request.onerror = lost;
    request.ontimeout = lost;
    request.onabort = lost;
    request.onloadend = () => {
      clearTimeout(quiet);
      signal.removeEventListener('abort', stop);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as T);
      else reject(problemOf(request));
    };
    signal.addEventListener('abort', stop);
    request.send(body);
  });
}

function problemOf(request: XMLHttpRequest): ApiError {
  const problem = ((request.response as unknown) ?? {}) as Partial<Problem>;
  const status = request.status === 502 || request.status === 504 ? 503 : request.status;
  return new ApiError(problem.code ?? 'internal', status, problem.title ?? '', problem.requestId ?? null, problem);
}
