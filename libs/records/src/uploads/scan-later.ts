import { FhirImport, lockRecord } from '@okaeri/chart';
import type { ImportId } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { ScanState, Scanner } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { scanned } from '../files/scan';
import { thumbnailId } from '../imaging/thumbnail';
import { emptyImports } from '../import/take-file';
import { grantedTo } from './chart-upload';
import type { UploadTools } from './look';
import { Report } from './report';
import { RecordUpload } from './upload.entity';
import type { UploadId } from './upload.entity';

type Tools = UploadTools & { scanner: Scanner };

/**
 * Looks into what came into records while there was no scanner, or none that answered. What is found harmful is withdrawn, with what
 * was made of it, and the report of the upload says so from then on. Answers how many were looked into.
 */
export async function scanUploads(tools: Tools, signal: AbortSignal): Promise<number> {
  let looked = 0;
  for (const kind of unscanned) {
    for (let after: string | null = null; !signal.aborted;) {
      const [row]: Unscanned[] = await tools.db.manager.query(kind.next, [after]);
      if (!row) break;
      after = row.id;
      const verdict = await verdictOf(tools, row.blobId);
      // It answers nobody: neither the next.
      if (verdict === 'unscanned') return looked;
      if (verdict === null) continue;
      if (verdict === 'infected') await kind.withdraw(tools, row.id);
      else await tools.db.manager.query(kind.clean, [row.id]);
      looked += 1;
    }
  }
  return looked;
}

interface Unscanned {
  id: string;
  blobId: string;
}

/** First what was brought as a file, with the record that was found in it; then what came as a record, with no file around it. */
const unscanned = [
  {
    next: `select id, case when stays then id else import_id end as "blobId" from record_upload
            where scan = 'unscanned' and state = 'done' and (stays or import_id is not null) and ($1::uuid is null or id > $1)
            order by id limit 1`,
    clean: `with file as (update record_upload set scan = 'clean' where id = $1 and scan = 'unscanned' returning id, import_id)
            update fhir_import i set scan = 'clean' from file f where i.id in (f.id, f.import_id) and i.scan = 'unscanned'`,
    withdraw,
  },
  {
    next: `select id, id as "blobId" from fhir_import
            where scan = 'unscanned' and bytes > 0 and ($1::uuid is null or id > $1) order by id limit 1`,
    clean: `update fhir_import set scan = 'clean' where id = $1 and scan = 'unscanned'`,
    withdraw: withdrawRecord,
  },
];

/** `null` for a file that cannot be read itself. */
async function verdictOf({ vault, scanner }: Tools, blobId: string): Promise<ScanState | null> {
  try {
    return await scanned(scanner, (await vault.openRead(blobId)) as AsyncIterable<Uint8Array>);
  } catch (error) {
    if (error instanceof OkaeriError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Rows first: bytes that no row speaks of can be had by nobody. */
async function withdraw({ db, vault }: Tools, uploadId: string): Promise<void> {
  const blobs = await db.inTransaction(async (em) => {
    const where = { id: uploadId as UploadId };
    const upload = await em.findOne(RecordUpload, { where, lock: { mode: 'pessimistic_write' } });
    if (upload?.state !== 'done' || upload.scan !== 'unscanned') return [];
    await lockRecord(em, grantedTo(upload));
    const blobs = [...(await withdrawPictures(em, upload)), ...(await withdrawRead(em, upload))];
    const report = Report.of({ outcome: 'refused', kind: upload.kind ?? 'other', why: 'infected' });
    await em.update(RecordUpload, where, {
      scan: 'infected',
      state: 'refused',
      stays: false,
      importId: null,
      report,
      touchedAt: now(),
    });
    return [uploadId, ...blobs];
  });
  for (const id of blobs) await vault.remove(id);
}

async function withdrawRecord({ db, vault }: Tools, importId: string): Promise<void> {
  await db.inTransaction(async (em) => {
    const found = await em.findOneBy(FhirImport, { id: importId as ImportId, scan: 'unscanned' });
    if (!found) return;
    await lockRecord(em, grantedTo(found));
    await withdrawEntries(em, [importId]);
  });
  await vault.remove(importId);
}

/** Those of a study that others brought stay; what FHIR says of it is told anew once nothing more comes. */
async function withdrawPictures(em: EntityManager, { id, patientId }: RecordUpload): Promise<string[]> {
  const [gone]: [{ id: string; blobId: string }[], number] = await em.query(
    'delete from imaging_instance where upload_id = $1 returning id, blob_id as "blobId"',
    [id],
  );
  const [drawn]: [{ made: string }[], number] = await em.query(
    `update imaging_series s set thumbnail_of = null from (select unnest($1::uuid[]) as id) gone
      where s.thumbnail_of = gone.id returning gone.id as made`,
    [gone.map((each) => each.id)],
  );
  const empty = `not exists (select from imaging_instance i where i.series_id = s.id)`;
  await em.query(
    `delete from imaging_series s using imaging_study t where t.id = s.study_id and t.patient_id = $1 and ${empty}`,
    [patientId],
  );
  const [studies]: [{ uid: string }[], number] = await em.query(
    `delete from imaging_study t where t.patient_id = $1 and not exists (select from imaging_series s where s.study_id = t.id)
     returning uid`,
    [patientId],
  );
  const sources = studies.map(({ uid }) => `urn:oid:${uid}`);
  await forget(em, `r.patient_id = $1 and r.type = 'ImagingStudy' and r.source = any($2)`, [patientId, sources]);
  return [...gone.map(({ blobId }) => blobId), ...drawn.map(({ made }) => thumbnailId(made))];
}

async function withdrawRead(em: EntityManager, { id, importId }: RecordUpload): Promise<string[]> {
  await withdrawEntries(em, [id, ...(importId ? [importId] : [])]);
  return importId ? [importId] : [];
}

/** What was read out of it; an entry that another file had brought before stays. */
async function withdrawEntries(em: EntityManager, imports: readonly string[]): Promise<void> {
  await forget(
    em,
    `r.import_id = any($1::uuid[]) and r.type <> 'ImagingStudy' and not exists (
       select from fhir_history h where h.resource_id = r.id and h.import_id <> all($1::uuid[]))`,
    [imports],
  );
  // Nothing is left to be saved of it.
  await emptyImports(em, imports);
}

async function forget(em: EntityManager, which: string, values: unknown[]): Promise<void> {
  const rows: { id: string }[] = await em.query(`select r.id from fhir_resource r where ${which}`, values);
  const ids = rows.map(({ id }) => id);
  await em.query('delete from fhir_history where resource_id = any($1::uuid[])', [ids]);
  await em.query('delete from fhir_resource where id = any($1::uuid[])', [ids]);
}
