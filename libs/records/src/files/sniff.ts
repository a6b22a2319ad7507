import type { DocumentType, FileReason, FileType } from '@okaeri/contracts';
import { imageEnd } from './image-end';
import { lookIntoPdf } from './pdf-scripts';
import { isMedia, recordingType } from './recording';

/** So many bytes are enough to know what a file says it is. */
export const headBytes = 16;

/** What the first bytes say; `null` for everything that we do not show. Nothing may stand before the mark. */
export function typeOf(head: Buffer): DocumentType | null {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  if (/^%PDF-[12]\./.test(head.toString('latin1', 0, 8))) return 'application/pdf';
  return null;
}

const named = new Set<string>(['image/jpeg', 'image/jpg', 'image/pjpeg', 'image/png', 'image/webp']);
named.add('application/pdf').add('application/x-pdf').add('application/octet-stream').add('');

/** Whether a declared type can be one of ours at all: it spares the sending of a film that would be refused. */
export function mayBecome(declared: string, recorded: boolean): boolean {
  const name = declared.toLowerCase().split(';')[0]?.trim() ?? '';
  return recorded ? /^(?:audio|video)\/(?:webm|mp4)$/.test(name) : named.has(name);
}

/** What the first bytes promise: whether it is worth receiving the rest. */
export function promisedType(head: Buffer, recorded: boolean): FileType | null {
  if (!recorded) return typeOf(head);
  if (!isMedia(head)) return null;
  return head[0] === 0x1a ? 'video/webm' : 'video/mp4';
}

export type Verdict =
  | { state: 'ready'; type: FileType; why: null }
  | { state: 'held'; type: FileType; why: FileReason }
  | { state: 'refused'; type: FileType | null; why: FileReason };

/** What becomes of a file that is here as a whole. */
export async function judge(bytes: Buffer, recorded: boolean): Promise<Verdict> {
  if (recorded) return judgeRecording(bytes);
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

function judgeRecording(bytes: Buffer): Verdict {
  if (!isMedia(bytes)) return { state: 'refused', type: null, why: 'type' };
  const type = recordingType(bytes);
  return type ? { state: 'ready', type, why: null } : { state: 'refused', type, why: 'unreadable' };
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
