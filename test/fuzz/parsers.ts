import { cleanNarrative } from '@okaeri/chart';
import { deidentify } from '../../libs/records/src/imaging/deidentify';
import { readHeader } from '../../libs/records/src/imaging/header';
import { judgeInstance } from '../../libs/records/src/imaging/judge-instance';
import { judgeFile } from '../../libs/records/src/import/judge-file';
import { readBundle } from '../../libs/records/src/import/read-bundle';
import { judge } from '../../libs/records/src/files/sniff';
import { kindOf } from '../../libs/records/src/uploads/sniff';
import { ZipFault, contentOf, entriesOf } from '../../libs/records/src/uploads/zip';
import type { PersonId } from '@okaeri/contracts';
import { dicom, zip } from '../support/sample-dicom';
import { jpeg, pdf, png, scriptedPdf, webp } from '../support/sample-files';
import { sampleRecord } from '../support/sample-record';

/** Something of ours that reads what strangers wrote: what it is fed at first, and how. It may refuse in its own way and in no other. */
export interface Parser {
  seeds: () => Buffer[];
  read: (bytes: Buffer) => Promise<void> | void;
}

const limits = { entries: 20_000, bytes: 256 * 1024 * 1024, ratio: 200, ratioFrom: 64 * 1024 * 1024 };
const patient = '3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12' as PersonId;

async function readZip(bytes: Buffer): Promise<void> {
  const source = {
    bytes: bytes.length,
    read: (start: number, end: number) => Promise.resolve(both(bytes.subarray(start, end + 1))),
  };
  try {
    for (const entry of await entriesOf(source, limits)) {
      for await (const chunk of contentOf(source, entry, limits)) void chunk;
    }
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
  }
}

async function* both(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export const parsers: Record<string, Parser> = {
  fhir: {
    seeds: () => [Buffer.from(sampleRecord())],
    read: async (bytes) => {
      const file = readBundle(bytes);
      if (typeof file !== 'string') await judgeFile(file, { sha256: 'x', birthDate: '1984-05-12' });
    },
  },
  narrative: {
    seeds: () => [
      Buffer.from(
        '<div xmlns="http://www.w3.org/1999/xhtml"><p class="a">One &lt; <b>two</b></p><table><tr><td>3</td></tr></table></div>',
      ),
    ],
    read: (bytes) => void cleanNarrative(bytes.toString('utf8')),
  },
  dicom: {
    seeds: () => [
      dicom(),
      dicom({ transferSyntax: '1.2.840.10008.1.2', frames: '3' }),
      dicom({ size: 0, pixels: null }),
    ],
    read: (bytes) => {
      const header = readHeader(bytes, true);
      if (typeof header !== 'string') judgeInstance(header, bytes.length);
    },
  },
  deidentify: {
    seeds: () => [dicom(), dicom({ transferSyntax: '1.2.840.10008.1.2' })],
    read: (bytes) => void deidentify(bytes, patient),
  },
  zip: {
    seeds: () => [
      zip([
        { name: 'a/b', content: dicom() },
        { name: 'c', content: Buffer.from('text') },
      ]),
      zip([{ name: 'stored', content: Buffer.alloc(1000, 7) }], true),
    ],
    read: readZip,
  },
  pdf: {
    seeds: () => [pdf(), pdf({ pages: 5 }), scriptedPdf.inObjects(), scriptedPdf.hexadecimal()],
    read: async (bytes) => void (await judge(bytes, false)),
  },
  image: {
    seeds: () => [png(), jpeg(), webp()],
    read: async (bytes) => void (await judge(bytes, false)),
  },
  sniff: {
    seeds: () => [dicom(), Buffer.from('<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>'), png()],
    read: (bytes) => void kindOf(bytes),
  },
};
