import type { UploadKind } from '@okaeri/contracts';
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
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return 'fhir';
  // Pages and drawings are XML too, and run what is written in them.
  return text.startsWith('<') && !/<(?:!doctype\s+html|html|svg|script)/i.test(text) ? 'xml' : 'other';
}

/** What runs, unpacks or opens as something else, where DICOM leaves room for anything. TIFF may be there: scanners do so. */
export function isSecondKind(head: Buffer): boolean {
  const preamble = head.toString('latin1', 0, 128);
  return /^(?:MZ|\x7fELF|#!|PK\x03\x04|%PDF|\xca\xfe\xba\xbe|\xfe\xed\xfa|\xcf\xfa\xed\xfe|Rar!|7z|\s*<)/.test(
    preamble,
  );
}
