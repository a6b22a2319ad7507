import { gzipSync } from 'node:zlib';
import { kindOf, sniffBytes } from './sniff';

const fhir = '{"resourceType":"Patient"}';
const cda = '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>';
const long = (text: string) => Buffer.from(text + Array.from({ length: 50_000 }, (_, at) => at).join(' '));

describe('what a file is by its first bytes', () => {
  it.each([
    ['a record', Buffer.from(`\u{feff} ${fhir}`), 'fhir'],
    ['a record in UTF-16', Buffer.from(fhir, 'utf16le'), 'fhir'],
    ['a record in UTF-16 with a mark', Buffer.from(`\u{feff}${fhir}`, 'utf16le').swap16(), 'fhir'],
    ['a packed record', gzipSync(fhir), 'fhir'],
    ['the beginning of a long packed one', gzipSync(long(fhir)).subarray(0, sniffBytes), 'fhir'],
    ['a packed document', gzipSync(cda), 'xml'],
    ['a document in UTF-16', Buffer.from(`\u{feff}${cda}`, 'utf16le'), 'xml'],
    ['a packed page', gzipSync('<html></html>'), 'other'],
    ['what is packed twice', gzipSync(gzipSync(fhir)), 'other'],
    ['a packed paper', gzipSync('%PDF-1.7'), 'other'],
    ['what unfolds without end', gzipSync(Buffer.alloc(100_000_000)).subarray(0, sniffBytes), 'other'],
    ['what only begins as if it were packed', Buffer.from([0x1f, 0x8b, 1]), 'other'],
  ])('%s', (_, head, kind) => expect(kindOf(head)).toBe(kind));
});
