import type { Granted } from '@okaeri/access';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { chartUpload } from './chart-upload';
import type { Report } from './report';
import type { FoundPart } from './unzip';
import { RecordUpload } from './upload.entity';
import type { UploadId } from './upload.entity';

/**
 * Documents and records of an archive as files of their own: what came alone and what came in an archive is the same in the record.
 * A document that is here already is not kept twice. Call it in the transaction that writes the archive's row.
 */
export async function keepParts(
  em: EntityManager,
  granted: Granted,
  archive: RecordUpload,
  found: readonly FoundPart[],
  { told, needless }: { told: Report; needless: Set<string> },
): Promise<void> {
  for (const { part, name, looked } of found) {
    const { kind, documentType, importId, report, keep } = looked;
    if (keep && (await isHere(em, archive, part.sha256))) {
      told.remark({ outcome: documentType ? 'taken' : 'kept', kind, why: 'again' });
      needless.add(part.blobId);
      continue;
    }
    const upload = em.create(RecordUpload, {
      ...{ id: part.blobId as UploadId, patientId: archive.patientId, byId: archive.byId, batchId: archive.batchId },
      ...{
        partOf: archive.id,
        name,
        bytes: part.bytes,
        received: part.bytes,
        state: 'done' as const,
        kind,
        importId,
        report,
      },
      ...{ sha256: part.sha256, scan: archive.scan, stays: keep, createdAt: now(), touchedAt: now() },
    });
    await em.save(upload);
    await chartUpload(em, granted, { upload, sha256: part.sha256, report, documentType });
  }
}

async function isHere(em: EntityManager, { patientId }: RecordUpload, sha256: string): Promise<boolean> {
  const rows: unknown[] = await em.query(
    `select 1 from record_upload where patient_id = $1 and sha256 = $2 and stays and kind in ('pdf', 'image') limit 1`,
    [patientId, sha256],
  );
  return rows.length > 0;
}
