import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { patientOf } from '@okaeri/chart';
import type { ImportId } from '@okaeri/chart';
import { uploadBytesMost } from '@okaeri/contracts';
import type { UploadKind } from '@okaeri/contracts';
import type { FoundInstance } from '../imaging/keep-instance';
import { uuidOf } from '../import/uuid-of';
import { lookAt, told } from './look';
import type { Bringing, Looked, Part } from './look';
import { Report } from './report';
import { kindOf, sniffBytes } from './sniff';
import type { RecordUpload } from './upload.entity';
import { ZipFault, contentOf, entriesOf } from './zip';
import type { Entry, Source, ZipLimits } from './zip';

const limits: ZipLimits = {
  entries: 20_000,
  bytes: 4 * uploadBytesMost,
  ratio: 200,
  ratioFrom: 64 * 1024 * 1024,
};
/** What is laid aside to be looked into; everything else stays in the archive alone. */
const opened: readonly UploadKind[] = ['dicom', 'pdf', 'image', 'fhir', 'xml'];

type Unzipped = Omit<Looked, 'instance'> & { instances: FoundInstance[]; parts: number };

/** Under which the bytes of an entry lie. Another attempt has others, so that two who are at it do not write into one. */
export const partId = ({ id, attempts }: Pick<RecordUpload, 'id' | 'attempts'>, at: number): string =>
  uuidOf(`part ${id} ${attempts} ${at}`);

/** What becomes of an archive: of each of its files, in one report. It stays itself, as it came. */
export async function lookIntoZip(bringing: Bringing, archive: Part, upload: RecordUpload): Promise<Unzipped> {
  const { vault } = bringing.tools;
  const source: Source = {
    bytes: archive.bytes,
    read: async (start, end) => (await vault.openRead(archive.blobId, { start, end })) as AsyncIterable<Uint8Array>,
  };
  let entries: Entry[];
  try {
    entries = await entriesOf(source, limits);
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    const { instance: _, ...looked } = told('zip', 'refused', error.why);
    return { ...looked, instances: [], parts: 0 };
  }
  await removeEarlier(bringing, upload, entries.length);
  const report = new Report();
  const instances: FoundInstance[] = [];
  let importId: ImportId | null = null;
  let begun = 0;
  try {
    for (const [at, entry] of entries.entries()) {
      // Others are served meanwhile.
      await breath();
      begun = at + 1;
      const looked = await lookAtEntry(bringing, { source, entry, blobId: partId(upload, at) });
      report.join(looked.documentType ? insideOnly(looked) : looked.report);
      if (looked.instance) instances.push(looked.instance);
      else await vault.remove(partId(upload, at));
      importId ??= looked.importId;
    }
  } catch (error) {
    for (let at = 0; at < begun; at += 1) await vault.remove(partId(upload, at));
    throw error;
  }
  if (entries.length === 0) report.add({ outcome: 'refused', kind: 'zip', why: 'empty' });
  const { counts } = report;
  const { instance: _, ...looked } = told('zip', counts.taken + counts.kept > 0 ? 'kept' : 'refused', null);
  return { ...looked, report: report.done(), instances, importId, parts: entries.length };
}

async function lookAtEntry(
  bringing: Bringing,
  { source, entry, blobId }: { source: Source; entry: Entry; blobId: string },
): Promise<Looked> {
  const content = contentOf(source, entry, limits);
  try {
    const head = await beginning(content);
    const kind = kindOf(head);
    if (kind === 'zip') return told(kind, 'kept', 'zipNested');
    if (!opened.includes(kind) || isOfTheMachine(entry.name)) return told('other', 'kept', 'type');
    const sum = createHash('sha256');
    const place = { id: blobId, patientId: patientOf(bringing.granted) };
    await bringing.tools.vault.keep(place, summed(head, content, sum));
    return await lookAt(bringing, { blobId, bytes: entry.bytes, sha256: sum.digest('hex') });
  } catch (error) {
    if (error instanceof ZipFault) return told('other', error.why === 'zipEncrypted' ? 'kept' : 'refused', error.why);
    throw error;
  } finally {
    await content.return(undefined);
  }
}

/** A document in an archive is not opened by itself: it is had with the archive. */
const insideOnly = ({ kind }: Looked) => Report.of({ outcome: 'kept', kind });

/** What computers write beside the files of people. */
const isOfTheMachine = (name: string) => /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(name);

async function beginning(content: AsyncGenerator<Buffer, void>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < sniffBytes) {
    const { value, done } = await content.next();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  return Buffer.concat(chunks);
}

async function* summed(
  head: Buffer,
  rest: AsyncIterable<Buffer>,
  sum: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  sum.update(head);
  yield head;
  for await (const chunk of rest) {
    sum.update(chunk);
    yield chunk;
  }
}

/** What an attempt that was broken off has laid aside. */
async function removeEarlier({ tools }: Bringing, { id, attempts }: RecordUpload, parts: number): Promise<void> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    for (let at = 0; at < parts; at += 1) await tools.vault.remove(partId({ id, attempts: attempt }, at));
  }
}
