import type { UploadKind } from '@okaeri/contracts';
import { constants, gunzipSync } from 'node:zlib';
import { typeOf } from '../files/sniff';
import { isDicom } from '../imaging/header';

/** So many bytes are enough to know what a file is. */
export const sniffBytes = 4096;

/** What the first bytes say; names and declared types are hints of others. */
export function kindOf(head: Buffer): UploadKind {
  if (isDicom(head)) return 'dicom';
  const mark = head.toString('latin1', 0, 4);
  if (mark === 'PK\x03\x04' || mark === 'PK\x05\x06') return 'zip';
  const type = typeOf(head);
  if (type) return type === 'application/pdf' ? 'pdf' : 'image';
  // What is packed with gzip is what is in it; twice packed it is nothing that anybody hands out.
  if (mark.startsWith('\x1f\x8b')) return packedKind(head);
  // Letters of two bytes each: those of a language like the names of FHIR have none in one of them.
  const text = head
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return 'fhir';
  // Pages and drawings are XML too, and run what is written in them.
  return text.startsWith('<') && !/<(?:!doctype\s+html|html|svg|script)/i.test(text) ? 'xml' : 'other';
}

const unpackedMost = 8 * 1024 * 1024;

function packedKind(head: Buffer): UploadKind {
  try {
    // The end is not here: what came so far is enough.
    const inside = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: unpackedMost });
    const kind = inside[0] === 0x1f ? 'other' : kindOf(inside.subarray(0, sniffBytes));
    return kind === 'fhir' || kind === 'xml' ? kind : 'other';
  } catch {
    return 'other';
  }
}

/** What runs, unpacks or opens as something else, where DICOM leaves room for anything. TIFF may be there: scanners do so. */
export function isSecondKind(head: Buffer): boolean {
  const preamble = head.toString('latin1', 0, 128);
  return /^(?:MZ|\x7fELF|#!|PK\x03\x04|%PDF|\xca\xfe\xba\xbe|\xfe\xed\xfa|\xcf\xfa\xed\xfe|Rar!|7z|\s*<)/.test(
    preamble,
  );
}
