import type { FileView } from '@okaeri/contracts';
import { sendBytes } from './send-bytes';

/** One piece of a file. */
export function sendPiece(
  path: string,
  piece: Blob,
  offset: number,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<FileView> {
  return sendBytes<FileView>({
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
