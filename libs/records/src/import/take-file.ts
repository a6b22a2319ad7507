import { createHash, randomUUID } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import type { Granted } from '@okaeri/access';
import { FhirImport, keepRows, lockRecord, patientOf } from '@okaeri/chart';
import type { ImportId } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { EntryOutcome, ImportFault } from '@okaeri/contracts';
import type { Database, ScanState, Scanner, Vault } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { scanned } from '../files/scan';
import { judging } from '../judging/judging';
import { TooMuch } from '../judging/lane';
import type { Verdict } from './judge-bytes';
import type { ReportRow } from './judge-file';
import { looksLikeXml } from './read-xml';
import { isPacked } from './text-of';

/** What is kept of an import beside its bytes: codes, places and numbers. */
export interface StoredReport {
  /** Why nothing of it was taken. */
  fault: ImportFault | null;
  counts: Record<EntryOutcome | 'unchanged', number>;
  rows: ReportRow[];
  /** How its name ends when it is saved; of older ones that is told from the rest. */
  ending?: Ending;
}
type Ending = 'json' | 'xml' | 'gz';

interface Brought {
  id: ImportId;
  bytes: number;
  sha256: string;
  ending: Ending;
}
export interface Taking {
  db: Database;
  vault: Vault;
  scanner: Scanner | null;
}
/** What the rest waits for: that its bytes are safe, and what the scanner says. */
interface Awaited {
  keeping: Promise<void>;
  scanning: Promise<ScanState>;
}
type Judging = AsyncGenerator<string, Verdict>;
type Judged = IteratorResult<string, Verdict>;

/**
 * Takes a file into the record: all that can be taken of it, or nothing. Its bytes are kept as they came, also where
 * nothing could be taken, but for one in which something harmful is found. The same file once more answers with what became of it the
 * first time. `scan`: what the scanner has said of it already.
 */
export async function takeFile(
  { db, vault, scanner }: Taking,
  granted: Granted,
  bytes: Buffer,
  scan?: ScanState,
): Promise<FhirImport> {
  const patientId = patientOf(granted);
  const sha256 = await hashOf(bytes);
  const before = await db.manager.findOneBy(FhirImport, { patientId, sha256 });
  if (before) {
    if (scan === 'clean') await db.manager.update(FhirImport, { id: before.id, scan: 'unscanned' }, { scan });
    return before;
  }
  const ending = isPacked(bytes) ? 'gz' : looksLikeXml(bytes) ? 'xml' : 'json';
  const file: Brought = { id: randomUUID() as string as ImportId, bytes: bytes.length, sha256, ending };
  const keeping = vault.keep({ id: file.id, patientId }, pieces(bytes));
  const scanning = scan ? Promise.resolve(scan) : scanned(scanner, pieces(bytes));
  // Whoever waits for them below is told; nobody may be waiting yet.
  for (const each of [keeping, scanning]) each.catch(() => undefined);
  try {
    const judged = judging(bytes, { sha256, birthDate: await birthDateOf(db.manager, patientId) });
    const awaited = { keeping, scanning };
    const taken = await write(db, granted, file, judged, awaited).catch((error: unknown) => {
      if (!(error instanceof TooMuch)) throw error;
      return write(db, granted, file, refusing('tooMuch'), awaited);
    });
    if (taken.scan === 'infected') await vault.remove(file.id);
    return taken;
  } catch (error) {
    await keeping.catch(() => undefined);
    await vault.remove(file.id);
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

/** Rows are written while the next are judged. Nothing is true before its bytes are safe. */
async function write(
  db: Database,
  granted: Granted,
  file: Brought,
  judged: Judging,
  { keeping, scanning }: Awaited,
): Promise<FhirImport> {
  try {
    // Whoever has to wait for a turn, for the scanner or for a bucket, does so without a transaction.
    const [first, scan] = await Promise.all([judged.next(), scanning, keeping]);
    return await db.inTransaction(async (em) => {
      await lockRecord(em, granted);
      const { sha256 } = file;
      const meanwhile = await em.findOneBy(FhirImport, { patientId: patientOf(granted), sha256 });
      if (meanwhile) throw new Meanwhile(meanwhile);
      if (scan === 'infected') return writeHarmful(em, granted, file);
      return writeAll(em, granted, { ...file, scan }, { first, judged });
    });
  } finally {
    await judged.return('tooMuch');
  }
}

/** Only that it came. */
async function writeHarmful(em: EntityManager, granted: Granted, { id, sha256 }: Brought): Promise<FhirImport> {
  const report = reportOf('infected', 0) as object;
  const whose = { patientId: patientOf(granted), byId: granted.actor.personId };
  await em.insert(FhirImport, { id, sha256: `${sha256} ${id}`, ...whose, ...withdrawn, report });
  return em.findOneByOrFail(FhirImport, { id });
}

const withdrawn = { outcome: 'refused', bytes: 0, scan: 'infected' } as const;

/** Leaves of imports what is left of one that was found harmful at once. Who brings the same once more is not told that it is here. */
export async function emptyImports(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.query(
    `update fhir_import set outcome = 'refused', bytes = 0, scan = 'infected', sha256 = sha256 || ' ' || id, report = $2
      where id = any($1::uuid[]) and scan <> 'infected'`,
    [ids, reportOf('infected', 0)],
  );
}

async function writeAll(
  em: EntityManager,
  granted: Granted,
  file: Brought & { scan: ScanState },
  { first, judged }: { first: Judged; judged: Judging },
): Promise<FhirImport> {
  const { ending, ...brought } = file;
  const row = { ...brought, patientId: patientOf(granted), byId: granted.actor.personId };
  await em.insert(FhirImport, { ...row, outcome: 'refused' as const, report: {} });
  let written = 0;
  let next = first;
  while (!next.done) {
    const { added, changed } = await keepRows(em, granted, file.id, next.value);
    written += added + changed;
    next = await judged.next();
  }
  const report = { ...reportOf(next.value, written), ending };
  const { taken, kept } = report.counts;
  const outcome = taken + kept > 0 ? ('taken' as const) : ('refused' as const);
  await em.update(FhirImport, { id: file.id }, { outcome, report: report as object });
  const [found] = await em.findBy(FhirImport, { id: file.id });
  if (!found) throw new OkaeriError('internal');
  return found;
}

function reportOf(verdict: Verdict, written: number): StoredReport {
  if (typeof verdict === 'string')
    return { fault: verdict, counts: { taken: 0, kept: 0, refused: 0, unchanged: 0 }, rows: [] };
  const { counts, rows } = verdict;
  return { fault: null, counts: { ...counts, unchanged: counts.taken + counts.kept - written }, rows };
}

async function birthDateOf(em: EntityManager, personId: string): Promise<string | null> {
  const rows: { birth: string | null }[] = await em.query(
    'select birth_date::text as birth from person where id = $1',
    [personId],
  );
  return rows[0]?.birth ?? null;
}

async function* refusing(fault: ImportFault): Judging {
  yield* [];
  return fault;
}

const pieceOf = 4 * 1_048_576;

async function hashOf(bytes: Buffer): Promise<string> {
  const sum = createHash('sha256');
  for await (const piece of pieces(bytes)) sum.update(piece);
  return sum.digest('hex');
}

/** Others are served in between. */
async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  let at = 0;
  do {
    if (at > 0) await breath();
    yield bytes.subarray(at, at + pieceOf);
    at += pieceOf;
  } while (at < bytes.length);
}
