import { createHash, randomUUID } from 'node:crypto';
import type { Granted } from '@okaeri/access';
import { FhirImport, keepResources, lockRecord, patientOf } from '@okaeri/chart';
import type { ImportId } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { EntryOutcome, ImportFault } from '@okaeri/contracts';
import type { Database, Vault } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { judgeFile } from './judge-file';
import type { Judged, ReportRow } from './judge-file';
import { keptDocument } from './kept-document';
import { readBundle } from './read-bundle';
import { looksLikeXml } from './read-xml';

/** What is kept of an import beside its bytes: codes, places and numbers. */
export interface StoredReport {
  /** Why nothing of it was taken. */
  fault: ImportFault | null;
  counts: Record<EntryOutcome | 'unchanged', number>;
  rows: ReportRow[];
}

/**
 * Takes a file into the record: all that can be taken of it, or nothing. Its bytes are kept as they came, also where
 * nothing could be taken. The same file once more answers with what became of it the first time.
 */
export async function takeFile(db: Database, vault: Vault, granted: Granted, bytes: Buffer): Promise<FhirImport> {
  const patientId = patientOf(granted);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const before = await db.manager.findOneBy(FhirImport, { patientId, sha256 });
  if (before) return before;
  const judged = await judge(bytes, { sha256, birthDate: await birthDateOf(db.manager, patientId) });
  const id = randomUUID() as string as ImportId;
  await vault.keep({ id, patientId }, whole(bytes));
  try {
    return await db.inTransaction(async (em) => {
      await lockRecord(em, granted);
      const meanwhile = await em.findOneBy(FhirImport, { patientId, sha256 });
      if (meanwhile) throw new Meanwhile(meanwhile);
      return write(em, granted, { id, bytes: bytes.length, sha256 }, judged);
    });
  } catch (error) {
    await vault.remove(id);
    if (error instanceof Meanwhile) return error.row;
    throw error;
  }
}

/** Another request brought the same file in the same moment. */
class Meanwhile extends Error {
  constructor(readonly row: FhirImport) {
    super();
  }
}

async function judge(
  bytes: Buffer,
  about: { sha256: string; birthDate: string | null },
): Promise<Judged | ImportFault> {
  if (looksLikeXml(bytes)) return keptDocument(bytes, about.sha256);
  const file = readBundle(bytes);
  return typeof file === 'string' ? file : judgeFile(file, about);
}

async function write(
  em: EntityManager,
  granted: Granted,
  file: { id: ImportId; bytes: number; sha256: string },
  judged: Judged | ImportFault,
): Promise<FhirImport> {
  const refused = typeof judged === 'string';
  const row = {
    ...file,
    patientId: patientOf(granted),
    byId: granted.actor.personId,
    outcome: refused || judged.incoming.length === 0 ? ('refused' as const) : ('taken' as const),
    report: (refused ? refusedReport(judged) : reportOf(judged, 0)) as object,
  };
  await em.insert(FhirImport, row);
  if (!refused) {
    const { added, changed } = await keepResources(em, granted, file.id, judged.incoming);
    const report = reportOf(judged, judged.incoming.length - added - changed) as object;
    await em.update(FhirImport, { id: file.id }, { report });
  }
  const [written] = await em.findBy(FhirImport, { id: file.id });
  if (!written) throw new OkaeriError('internal');
  return written;
}

const refusedReport = (fault: ImportFault): StoredReport => ({
  fault,
  counts: { taken: 0, kept: 0, refused: 0, unchanged: 0 },
  rows: [],
});
const reportOf = ({ counts, rows }: Judged, unchanged: number): StoredReport => ({
  fault: null,
  counts: { ...counts, unchanged },
  rows,
});

async function birthDateOf(em: EntityManager, personId: string): Promise<string | null> {
  const rows: { birth: string | null }[] = await em.query(
    'select birth_date::text as birth from person where id = $1',
    [personId],
  );
  return rows[0]?.birth ?? null;
}

async function* whole(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
