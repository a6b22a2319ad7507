import { buffer } from 'node:stream/consumers';
import type { Granted } from '@okaeri/access';
import type { ImportId } from '@okaeri/chart';
import { fileBytesMost, longRecordBytesMost, recordBytesMost } from '@okaeri/contracts';
import type { FileType, UploadKind, UploadWhy } from '@okaeri/contracts';
import type { ScanState } from '@okaeri/platform';
import { judge } from '../files/sniff';
import { headSteps, readHeader } from '../imaging/header';
import type { Header, HeaderFault } from '../imaging/header';
import { judgeInstance } from '../imaging/judge-instance';
import type { FoundInstance } from '../imaging/keep-instance';
import { doubtsOf } from '../imaging/same-person';
import type { Whose } from '../imaging/same-person';
import { NotUnfolded, headUnfolded, packedWhole } from '../imaging/unfold';
import { takeFile } from '../import/take-file';
import type { StoredReport, Taking } from '../import/take-file';
import { Report } from './report';
import { isSecondKind, kindOf, sniffBytes } from './sniff';
import type { UploadReport } from './upload.entity';

export type UploadTools = Taking;

/** Whose record it comes into, and by whom. */
export interface Bringing {
  tools: UploadTools;
  granted: Granted;
  whose: Whose;
  /** What the scanner says of it, of an archive as a whole. */
  scan: ScanState;
}

/** A file that lies in the vault as a whole. */
export interface Part {
  blobId: string;
  bytes: number;
  sha256: string;
}

/** What was found in it. `keep`: its bytes stay where they are. */
export interface Looked {
  kind: UploadKind;
  report: UploadReport;
  keep: boolean;
  instance: FoundInstance | null;
  importId: ImportId | null;
  /** As what a document is to be opened; `null` for what is none, or may not be opened. */
  documentType: FileType | null;
}

/** What becomes of one file that is no archive. Writes nothing but a record that it holds, which is taken as a whole. */
export async function lookAt(bringing: Bringing, part: Part): Promise<Looked> {
  const head = await read(bringing, part, sniffBytes);
  const kind = kindOf(head);
  switch (kind) {
    case 'dicom':
      return isSecondKind(head) ? told(kind, 'refused', 'dicomOther') : dicom(bringing, part);
    case 'pdf':
    case 'image':
      return document(bringing, part, kind);
    case 'fhir':
      return part.bytes > longRecordBytesMost ? told(kind, 'kept', 'large') : record(bringing, part, kind);
    case 'xml':
      return part.bytes > recordBytesMost ? told(kind, 'kept', 'large') : record(bringing, part, kind);
    case 'zip':
      return told(kind, 'kept', 'zipNested');
    case 'other':
      return told(kind, 'refused', 'type');
  }
}

/** One line, and the bytes stay unless they were refused. */
export function told(kind: UploadKind, outcome: 'taken' | 'kept' | 'refused', why: UploadWhy | null): Looked {
  const report = Report.of({ outcome, kind, why });
  return { kind, report, keep: outcome !== 'refused', instance: null, importId: null, documentType: null };
}

const faults: Record<HeaderFault, UploadWhy> = {
  ...{ packed: 'dicomCoding', broken: 'dicomBroken', short: 'dicomHeader' },
};

async function dicom(bringing: Bringing, part: Part): Promise<Looked> {
  const found = await headerOf(bringing, part);
  if (typeof found === 'string') return told('dicom', 'kept', faults[found]);
  const { header, bytes } = found;
  const { outcome, why, stored, shown } = judgeInstance(header, bytes);
  const report = new Report();
  const about = { outcome, kind: 'dicom', modality: header.modality || null } as const;
  report.add({ ...about, why });
  for (const doubt of doubtsOf(header, bringing.whose)) report.remark({ ...about, why: doubt });
  const instance = stored ? { header, shown, ...part } : null;
  return { ...told('dicom', outcome, why), report: report.done(), instance };
}

/** With the number of bytes that its lengths are to be held against. */
async function headerOf(bringing: Bringing, part: Part): Promise<{ header: Header; bytes: number } | HeaderFault> {
  let found: Header | HeaderFault = 'short';
  for (const step of headSteps) {
    if (found !== 'short') break;
    found = readHeader(await read(bringing, part, step), part.bytes <= step);
  }
  if (found === 'packed') return packedHeader(bringing, part);
  return typeof found === 'string' ? found : { header: found, bytes: part.bytes };
}

async function packedHeader({ tools }: Bringing, { blobId }: Part): ReturnType<typeof headerOf> {
  try {
    const { head, bytes } = await headUnfolded(await tools.vault.openRead(blobId), headSteps[1]);
    const found = readHeader(head, bytes <= head.length);
    return typeof found === 'string' ? found : { header: { ...found, transferSyntax: packedWhole }, bytes };
  } catch (error) {
    if (error instanceof NotUnfolded) return 'packed';
    throw error;
  }
}

async function document(bringing: Bringing, part: Part, kind: 'pdf' | 'image'): Promise<Looked> {
  // Nobody has looked into a larger one: it can be saved, and is not opened.
  if (part.bytes > fileBytesMost) return told(kind, 'kept', 'large');
  const verdict = await judge(await read(bringing, part, part.bytes), false);
  if (verdict.state === 'ready') return { ...told(kind, 'taken', null), documentType: verdict.type };
  const { state, why } = verdict;
  return told(kind, state === 'held' && why !== 'script' ? 'kept' : 'refused', why);
}

/** It is taken as if it had come alone, and has a report of its own. */
async function record({ tools, granted, scan }: Bringing, part: Part, kind: 'fhir' | 'xml'): Promise<Looked> {
  const taken = await takeFile(tools, granted, await buffer(await tools.vault.openRead(part.blobId)), scan);
  const { counts, fault } = taken.report as StoredReport;
  const report = new Report();
  if (fault) report.add({ outcome: 'kept', kind, why: 'fhir' });
  else {
    if (counts.taken > 0) report.add({ outcome: 'taken', kind }, counts.taken);
    if (counts.kept > 0) report.add({ outcome: 'kept', kind }, counts.kept);
    if (counts.refused > 0) report.add({ outcome: 'refused', kind }, counts.refused);
  }
  // Its bytes lie with what was made of them.
  return { ...told(kind, 'refused', null), report: report.done(), importId: taken.id };
}

async function read({ tools }: Bringing, { blobId, bytes }: Part, most: number): Promise<Buffer> {
  const end = Math.min(bytes, most) - 1;
  return end < 0 ? Buffer.alloc(0) : buffer(await tools.vault.openRead(blobId, { start: 0, end }));
}
