import type { FileView, Problem } from '@okaeri/contracts';
import { ApiError } from '../api/client';

/** A link that was cut says nothing, and the system waits for a quarter of an hour. Longer than the server's own patience. */
const quietMs = 20_000;

/**
 * One piece of a file. By `XMLHttpRequest`, for `fetch` does not say how much has left; on a weak link a piece takes half
 * a minute, and a number that stands still looks like an end.
 */
export function sendPiece(
  path: string,
  piece: Blob,
  offset: number,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new ApiError('unreachable', 0, ''));
    const stop = () => request.abort();
    let quiet = setTimeout(stop, quietMs);
    const moved = () => {
      clearTimeout(quiet);
      quiet = setTimeout(stop, quietMs);
    };
    request.open('PUT', path);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('upload-offset', String(offset));
    request.upload.onprogress = (event) => {
      moved();
      onSent(event.loaded);
    };
    request.onerror = lost;
    request.ontimeout = lost;
    request.onabort = lost;
    request.onloadend = () => {
      clearTimeout(quiet);
      signal.removeEventListener('abort', stop);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as FileView);
      else reject(problemOf(request));
    };
    signal.addEventListener('abort', stop);
    request.send(piece);
  });
}

function problemOf(request: XMLHttpRequest): ApiError {
  const problem = ((request.response as unknown) ?? {}) as Partial<Problem>;
  const status = request.status === 502 || request.status === 504 ? 503 : request.status;
  return new ApiError(problem.code ?? 'internal', status, problem.title ?? '', problem.requestId ?? null, problem);
}
