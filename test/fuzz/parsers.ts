import { deflateRawSync, gzipSync } from 'node:zlib';
import { cleanNarrative } from '@okaeri/chart';
import { deidentify } from '../../libs/records/src/imaging/deidentify';
import { readHeader } from '../../libs/records/src/imaging/header';
import { judgeInstance } from '../../libs/records/src/imaging/judge-instance';
import { NotUnfolded, headUnfolded, isPackedWhole } from '../../libs/records/src/imaging/unfold';
import { judge } from '../../libs/records/src/files/sniff';
import { judge as judgeRecord } from '../../libs/records/src/judging/judge';
import { readAttempts, readLink, readManifest, writeLink } from '../../libs/records/src/shl/payload';
import { openFile } from '../../libs/records/src/shl/sealed';
import { kindOf } from '../../libs/records/src/uploads/sniff';
import { ZipFault, contentOf, entriesOf } from '../../libs/records/src/uploads/zip';
import type { PersonId } from '@okaeri/contracts';
import { oddPictures } from '../support/odd-dicom';
import { realFiles } from '../support/real-files';
import { dicom, zip } from '../support/sample-dicom';
import { sealedBy } from '../support/sealed-file';
import { jpeg, pdf, png, scriptedPdf, webp } from '../support/sample-files';
import { longRecord } from '../support/long-record';
import { cdaDocument, scannedCda } from '../support/sample-cda';
import { sampleRecord } from '../support/sample-record';

/** Something of ours that reads what strangers wrote: what it is fed at first, and how. It may refuse in its own way and in no other. */
export interface Parser {
  seeds: () => Buffer[];
  read: (bytes: Buffer) => Promise<void> | void;
}

const limits = { entries: 20_000, bytes: 256 * 1024 * 1024, ratio: 200, ratioFrom: 64 * 1024 * 1024 };
const secret = Buffer.alloc(32, 7);
const key = secret.toString('base64url');
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

function record(bytes: Buffer): void {
  for (const rows of judgeRecord(bytes, { sha256: 'x', birthDate: '1984-05-12' })) JSON.parse(rows);
}

async function* both(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export const parsers: Record<string, Parser> = {
  fhir: {
    seeds: () => [Buffer.from(sampleRecord()), Buffer.from(longRecord('fuzz', 30)), ...realFiles('ips', '.json')],
    read: record,
  },
  shapes: {
    seeds: () => [
      gzipSync(sampleRecord()),
      Buffer.from(sampleRecord(), 'utf16le'),
      Buffer.from(`[${sampleRecord()},{"resourceType":"Patient","id":"1"}]`),
      Buffer.from(`${JSON.stringify(JSON.parse(sampleRecord()))}\n{"resourceType":"Patient","id":"1"}\n`),
      Buffer.from(`{"resourceType":"Parameters","parameter":[{"part":[{"resource":${sampleRecord()}}]}]}`),
    ],
    read: record,
  },
  fhirXml: {
    seeds: () => [
      Buffer.from(
        '<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource><Patient><text><div>A<br/></div></text><active value="true"/><name id="a"><extension url="x"><valueDecimal value="1.50"/></extension><given value="b"/></name></Patient></resource></entry></Bundle>',
      ),
    ],
    read: record,
  },
  cda: {
    seeds: () => [
      Buffer.from(cdaDocument()),
      Buffer.from(scannedCda('19840512', 'QUJD')),
      Buffer.from(cdaDocument().replace('utf-8', 'utf-16'), 'utf16le'),
    ],
    read: record,
  },
  narrative: {
    seeds: () => [
      Buffer.from(
        '<div xmlns="http://www.w3.org/1999/xhtml"><p class="a">One &lt; <b>two</b></p><table><tr><td>3</td></tr></table></div>',
      ),
      Buffer.from(
        '<div lang="en"><!-- a --><?b c?><![CDATA[<script>]]><a href="javascript:x" onclick="y">&nbsp;&#x41;</a><svg><p>z</p></svg></div>',
      ),
    ],
    read: (bytes) => void cleanNarrative(bytes.toString('utf8')),
  },
  dicom: {
    seeds: () => [
      dicom(),
      dicom({ transferSyntax: '1.2.840.10008.1.2', frames: '3' }),
      dicom({ size: 0, pixels: null }),
      ...realFiles('dicom', '.dcm'),
    ],
    read: (bytes) => {
      const header = readHeader(bytes, true);
      if (typeof header !== 'string') judgeInstance(header, bytes.length);
    },
  },
  unfold: {
    seeds: () => oddPictures().flatMap(({ file }) => (isPackedWhole(file) ? [file] : [])),
    read: async (bytes) => {
      try {
        readHeader((await headUnfolded(both(bytes), 8_388_608)).head, true);
      } catch (error) {
        if (!(error instanceof NotUnfolded)) throw error;
      }
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
  link: {
    seeds: () => [
      Buffer.from(
        writeLink({ url: 'https://house.example/shl/1', key, exp: 1_800_000_000, flag: 'LP', label: 'x', v: 1 }),
      ),
      Buffer.from(`https://viewer.example/#${writeLink({ url: 'http://house.example', key })}`),
    ],
    // As it is pasted, and as what it says in its code.
    read: (bytes) => {
      readLink(bytes.toString('utf8'));
      readLink(`shlink:/${bytes.toString('base64url')}`);
    },
  },
  payload: {
    seeds: () => [
      Buffer.from(JSON.stringify({ url: 'https://house.example/shl/1', key, exp: 1_800_000_000, flag: 'LU' })),
    ],
    read: (bytes) => void readLink(`shlink:/${bytes.toString('base64url')}`),
  },
  manifest: {
    seeds: () => [
      Buffer.from(
        JSON.stringify({
          files: [{ contentType: 'application/fhir+json', embedded: 'a.b.c', location: 'https://a.example' }],
        }),
      ),
      Buffer.from('{"remainingAttempts":3}'),
    ],
    read: (bytes) => {
      readManifest(bytes);
      readAttempts(bytes);
    },
  },
  jwe: {
    seeds: () => [
      Buffer.from('{"alg":"dir","enc":"A256GCM","zip":"DEF","cty":"application/fhir+json"}'),
      Buffer.from('{"alg":"dir","enc":"A256GCM","cty":["a"],"crit":["b64"],"b64":false}'),
    ],
    read: async (bytes) => {
      // Whoever made the link has the key: its head says what they like.
      const file = await openFile(secret, sealedBy(secret, bytes, deflateRawSync('{"resourceType":"Bundle"}'))).catch(
        () => null,
      );
      file?.contentType?.split(';');
    },
  },
  deflated: {
    seeds: () => [deflateRawSync(sampleRecord()), deflateRawSync(Buffer.alloc(1_048_576, 0x20))],
    read: async (bytes) => {
      const head = Buffer.from('{"alg":"dir","enc":"A256GCM","zip":"DEF"}');
      await openFile(secret, sealedBy(secret, head, bytes)).catch(() => null);
    },
  },
};
