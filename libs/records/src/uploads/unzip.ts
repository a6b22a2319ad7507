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
import { nameIn } from './name-in';
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

/** A document, or a record, that becomes a file of its own. */
export interface FoundPart {
  part: Part;
  name: string;
  looked: Looked;
}

type Unzipped = Omit<Looked, 'instance'> & { instances: FoundInstance[]; found: FoundPart[]; parts: number };

/** More documents than a life has papers stay in the archive. */
const foundMost = 500;

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
    return { ...looked, instances: [], found: [], parts: 0 };
  }
  await removeEarlier(bringing, upload, entries.length);
  const report = new Report();
  const instances: FoundInstance[] = [];
  const found: FoundPart[] = [];
  let importId: ImportId | null = null;
  let begun = 0;
  try {
    for (const [at, entry] of entries.entries()) {
      // Others are served meanwhile.
      await breath();
      begun = at + 1;
      const blobId = partId(upload, at);
      const { looked, part } = await lookAtEntry(bringing, { source, entry, blobId });
      const own = part && (isDocument(looked) || looked.importId) && found.length < foundMost;
      report.join(looked.documentType && !own ? insideOnly(looked) : looked.report);
      if (own) found.push({ part, looked, name: nameIn(entry) });
      if (looked.instance) instances.push(looked.instance);
      else if (!own || !isDocument(looked)) await vault.remove(blobId);
      importId ??= looked.importId;
    }
  } catch (error) {
    for (let at = 0; at < begun; at += 1) await vault.remove(partId(upload, at));
    throw error;
  }
  if (entries.length === 0) report.add({ outcome: 'refused', kind: 'zip', why: 'empty' });
  const { counts } = report;
  const { instance: _, ...looked } = told('zip', counts.taken + counts.kept > 0 ? 'kept' : 'refused', null);
  return { ...looked, report: report.done(), instances, found, importId, parts: entries.length };
}

async function lookAtEntry(
  bringing: Bringing,
  { source, entry, blobId }: { source: Source; entry: Entry; blobId: string },
): Promise<{ looked: Looked; part: Part | null }> {
  const content = contentOf(source, entry, limits);
  const inside = (looked: Looked) => ({ looked, part: null });
  try {
    const head = await beginning(content);
    const kind = kindOf(head);
    if (kind === 'zip') return inside(told(kind, 'kept', 'zipNested'));
    if (!opened.includes(kind) || isOfTheMachine(entry.name)) return inside(told('other', 'kept', 'type'));
    const sum = createHash('sha256');
    const place = { id: blobId, patientId: patientOf(bringing.granted) };
    await bringing.tools.vault.keep(place, summed(head, content, sum));
    const part = { blobId, bytes: entry.bytes, sha256: sum.digest('hex') };
    return { looked: await lookAt(bringing, part), part };
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    return inside(told('other', error.why === 'zipEncrypted' ? 'kept' : 'refused', error.why));
  } finally {
    await content.return(undefined);
  }
}

/** Also one that nobody could look into, as behind a password: who has it saved opens it. */
const isDocument = ({ kind, keep }: Looked) => keep && (kind === 'pdf' || kind === 'image');

/** One too many: it is had with the archive. */
const insideOnly = ({ kind }: Looked) => Report.of({ outcome: 'kept', kind });

/** What computers write beside the files of people; of a package of documents (IHE XDM) the list and what it is drawn with. */
const isOfTheMachine = (name: string) =>
  /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(name) || /(?:^|[/\\])METADATA\.XML$|\.xslt?$/i.test(name);

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
