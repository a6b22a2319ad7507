import { sendBytes } from './send-bytes';

/** One piece of a file. */
export function sendPiece<V>(
  path: string,
  piece: Blob,
  offset: number,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<V> {
  return sendBytes<V>({
    method: 'PUT',
    path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/octet-stream',
      'upload-offset': String(offset),
    },
    body: piece,
    signal,
    onSent,
  });
}
