import type { FileReason, FileType } from '@okaeri/contracts';
import { imageEnd } from './image-end';
import { lookIntoPdf } from './pdf-scripts';

/** So many bytes are enough to know what a file says it is. */
export const headBytes = 16;

/** What the first bytes say; `null` for everything that we do not show. Nothing may stand before the mark. */
export function typeOf(head: Buffer): FileType | null {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  if (/^%PDF-[12]\./.test(head.toString('latin1', 0, 8))) return 'application/pdf';
  return null;
}

const named = new Set<string>(['image/jpeg', 'image/jpg', 'image/pjpeg', 'image/png', 'image/webp']);
named.add('application/pdf').add('application/x-pdf').add('application/octet-stream').add('');

/** Whether a declared type can be one of ours at all: it spares the sending of a film that would be refused. */
export function mayBecome(declared: string): boolean {
  return named.has(declared.toLowerCase().split(';')[0]?.trim() ?? '');
}

export type Verdict =
  | { state: 'ready'; type: FileType; why: null }
  | { state: 'held'; type: FileType; why: FileReason }
  | { state: 'refused'; type: FileType | null; why: FileReason };

/** What becomes of a file that is here as a whole. */
export async function judge(bytes: Buffer): Promise<Verdict> {
  const type = typeOf(bytes);
  if (!type) return { state: 'refused', type, why: 'type' };
  if (type === 'application/pdf') {
    const why = await lookIntoPdf(bytes);
    return why ? { state: 'held', type, why } : { state: 'ready', type, why: null };
  }
  const end = imageEnd(bytes, type);
  if (end === null) return { state: 'refused', type, why: 'unreadable' };
  return isSecondFile(bytes, end) ? { state: 'held', type, why: 'script' } : { state: 'ready', type, why: null };
}

/**
 * Cameras write more after the end of a picture: a small copy, a second of film. What must not be there is a page, a
 * document or an archive, by which one file is two things to two readers.
 */
function isSecondFile(bytes: Buffer, end: number): boolean {
  const rest = bytes.subarray(end);
  if (rest.includes('%PDF-') || rest.includes('PK\x03\x04')) return true;
  return /<(?:script|html|svg|!doctype)/i.test(rest.toString('latin1'));
}
