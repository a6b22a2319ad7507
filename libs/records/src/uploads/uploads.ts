import type { Granted } from '@okaeri/access';
import { nameFor, readPeople } from '@okaeri/access';
import { patientOf } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { BringView, Locale, UploadView } from '@okaeri/contracts';
import { momentWords } from '@okaeri/words/time';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { RecordsReader } from '../reader';
import { isGiven } from './given';
import { Report, rowsWords } from './report';
import { RecordUpload } from './upload.entity';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const bringsMost = 30;
const nothing = { counts: { taken: 0, kept: 0, refused: 0 }, rows: [] };

/** A file as far as it is here, and what became of it. */
export function uploadViewOf(upload: RecordUpload, locale: Locale): UploadView {
  const { id, batchId, name, bytes, received, state, kind, importId } = upload;
  const report = upload.report ?? nothing;
  return {
    ...{ uploadId: id, batchId, name, bytes, received, state, kind, importId },
    counts: report.counts,
    rows: rowsWords(report, locale),
    href: hrefOf(upload),
  };
}

function hrefOf({ id, patientId, state, stays, importId }: RecordUpload): string | null {
  const patient = `/api/patients/${patientId}`;
  if (importId && !stays) return `${patient}/record/imports/${importId}/content`;
  return state === 'done' && stays ? `${patient}/uploads/${id}/content` : null;
}

/** What came together, with one report. */
export async function bringOf(
  em: EntityManager,
  reader: RecordsReader,
  granted: Granted,
  batchId: string,
): Promise<BringView> {
  const [brought] = uuid.test(batchId) ? await bringsBy(em, reader, granted, [batchId]) : [];
  if (!brought) throw new OkaeriError('not_found');
  return brought;
}

/** The newest first. */
export async function bringsOf(em: EntityManager, reader: RecordsReader, granted: Granted): Promise<BringView[]> {
  const rows: { batchId: string }[] = await em.query(
    `select batch_id as "batchId" from record_upload where patient_id = $1
      group by batch_id order by min(created_at) desc, batch_id limit ${bringsMost}`,
    [patientOf(granted)],
  );
  return bringsBy(
    em,
    reader,
    granted,
    rows.map(({ batchId }) => batchId),
  );
}

async function bringsBy(
  em: EntityManager,
  reader: RecordsReader,
  granted: Granted,
  batchIds: readonly string[],
): Promise<BringView[]> {
  const patientId = patientOf(granted);
  const found = await em.find(RecordUpload, {
    where: { patientId, batchId: In(batchIds) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const uploads = found.filter((upload) => isGiven(granted, upload));
  const people = await readPeople(em, [...new Set(uploads.map(({ byId }) => byId))]);
  const studies: { batchId: string; studyId: string }[] = await em.query(
    `select distinct u.batch_id as "batchId", s.study_id as "studyId"
       from record_upload u join imaging_instance i on i.upload_id = u.id join imaging_series s on s.id = i.series_id
      where u.patient_id = $1 and u.batch_id = any($2::uuid[])`,
    [patientId, batchIds],
  );
  return batchIds.flatMap((batchId) => {
    const ofBatch = uploads.filter((upload) => upload.batchId === batchId);
    const [first] = ofBatch;
    const by = first && people.get(first.byId);
    if (!first || !by) return [];
    const atWords = momentWords({ ...reader, instant: first.createdAt });
    const studyIds = studies.filter((each) => each.batchId === batchId).map(({ studyId }) => studyId);
    // What was taken out of an archive is told of with it.
    const came = new Set(ofBatch.map(({ id }) => id));
    const files = ofBatch.filter(({ partOf }) => !partOf || !came.has(partOf));
    const importIds = [...new Set(ofBatch.flatMap(({ importId }) => importId ?? []))];
    const told = together(files, reader.locale);
    return [{ batchId, by: nameFor(by, reader.locale), atWords, ...told, importIds, studyIds }];
  });
}

/** Pure: one report of many. */
function together(
  uploads: readonly RecordUpload[],
  locale: Locale,
): Omit<BringView, 'batchId' | 'by' | 'atWords' | 'importIds' | 'studyIds'> {
  const report = new Report();
  for (const upload of uploads) report.join(upload.report ?? nothing);
  const total = (of: (upload: RecordUpload) => number) => uploads.reduce((sum, upload) => sum + of(upload), 0);
  const filesDone = uploads.filter(({ state }) => state === 'done' || state === 'refused').length;
  const receiving = uploads.some(({ state }) => state === 'receiving');
  return {
    state: receiving ? 'receiving' : filesDone < uploads.length ? 'working' : 'done',
    files: uploads.length,
    filesDone,
    bytes: total(({ bytes }) => bytes),
    received: total(({ received }) => received),
    counts: report.counts,
    rows: rowsWords(report.done(), locale),
  };
}
