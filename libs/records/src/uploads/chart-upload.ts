import { allCategories } from '@okaeri/access';
import { createHash } from 'node:crypto';
import type { Granted } from '@okaeri/access';
import {
  FhirImport,
  canonical,
  checkStructure,
  keepResources,
  lockRecord,
  patientOf,
  searchColumns,
} from '@okaeri/chart';
import type { ImportId, Incoming, Resource } from '@okaeri/chart';
import type { PersonId } from '@okaeri/contracts';
import type { Database } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { StoredReport } from '../import/take-file';
import { RecordUpload } from './upload.entity';
import type { UploadId, UploadReport } from './upload.entity';

/*
 * What is brought as pictures and documents is in the record as FHIR has it, beside what came as FHIR: a study as ImagingStudy, a
 * document as DocumentReference. So it is read, counted and taken along like everything else.
 */

export interface Brought {
  upload: RecordUpload;
  sha256: string | null;
  report: UploadReport;
  /** As what a document is to be opened; `null` for what is none. */
  documentType: string | null;
}

/**
 * Call it in the transaction that writes the rows, after them. Of studies it tells the first time; what comes to them then, file by
 * file, `chartStudies` tells when nothing more comes, so that a study of five hundred files has not five hundred versions.
 */
export async function chartUpload(em: EntityManager, granted: Granted, brought: Brought): Promise<void> {
  const studies: { uid: string }[] = await em.query(
    `select distinct t.uid from imaging_instance i join imaging_series s on s.id = i.series_id join imaging_study t on t.id = s.study_id
      where i.upload_id = $1 and not exists (select from fhir_resource r
              where r.patient_id = t.patient_id and r.type = 'ImagingStudy' and r.source = 'urn:oid:' || t.uid)`,
    [brought.upload.id],
  );
  const resources = [
    ...documentOf(brought),
    ...(await studiesOf(
      em,
      patientOf(granted),
      studies.map(({ uid }) => uid),
    )),
  ];
  if (resources.length === 0) return;
  await lockRecord(em, granted);
  await keepResources(em, granted, await importOf(em, granted, brought), resources.map(asIncoming));
}

const quietSeconds = 60;

/** Studies of the last day that have other pictures than is told of them. Answers how many were told anew. */
export async function chartStudies(db: Pick<Database, 'inTransaction' | 'manager'>): Promise<number> {
  const at = now();
  const stale: { uid: string; uploadId: UploadId }[] = await db.manager.query(
    `select t.uid, max(i.upload_id::text) as "uploadId"
       from imaging_study t join imaging_series s on s.study_id = t.id join imaging_instance i on i.series_id = s.id
       join fhir_resource r on r.patient_id = t.patient_id and r.type = 'ImagingStudy' and r.source = 'urn:oid:' || t.uid
      where exists (select from record_upload u where u.patient_id = t.patient_id and u.touched_at > $1)
        and not exists (select from record_upload u where u.patient_id = t.patient_id and u.touched_at > $2)
      group by t.id, r.id having count(*) <> (r.body ->> 'numberOfInstances')::int`,
    [toIso(at.subtract({ hours: 24 })), toIso(at.subtract({ seconds: quietSeconds }))],
  );
  for (const { uid, uploadId } of stale) {
    await db.inTransaction(async (em) => {
      const upload = await em.findOneByOrFail(RecordUpload, { id: uploadId });
      const granted = grantedTo(upload);
      await lockRecord(em, granted);
      const report = upload.report ?? { counts: { taken: 0, kept: 0, refused: 0 }, rows: [] };
      const importId = await importOf(em, granted, { upload, sha256: upload.sha256, report });
      const studies = await studiesOf(em, upload.patientId, [uid]);
      await keepResources(em, granted, importId, studies.map(asIncoming));
    });
  }
  return stale.length;
}

/** What was granted when it was announced and with each of its pieces; looked into is it later, perhaps by another process. */
export function grantedTo({ byId, patientId }: Pick<RecordUpload, 'byId' | 'patientId'>): Granted {
  const actor = { personId: byId, sessionId: '', language: 'en', demo: false, scope: null, renewAt: now() } as const;
  return { actor, patientId, visitId: null, categories: allCategories, seat: null };
}

interface Named {
  source: string;
  resource: Resource;
}

/** The file that brought it, by the id under which its bytes lie. */
async function importOf(
  em: EntityManager,
  granted: Granted,
  { upload, sha256, report }: Omit<Brought, 'documentType'>,
): Promise<ImportId> {
  const stored: StoredReport = { fault: null, counts: { ...report.counts, unchanged: 0 }, rows: [] };
  const id = upload.id as string as ImportId;
  await em.query(
    `insert into fhir_import (id, patient_id, by_id, bytes, sha256, outcome, report, scan) values ($1, $2, $3, $4, $5, 'taken', $6, $7)
     on conflict (patient_id, sha256) do nothing`,
    [id, patientOf(granted), upload.byId, upload.bytes, sha256, stored, upload.scan],
  );
  const found = await em.findOneByOrFail(FhirImport, { patientId: patientOf(granted), sha256: sha256 ?? '' });
  return found.id;
}

function documentOf({ upload, sha256, documentType }: Brought): Named[] {
  if (documentType === null) return [];
  const { id, patientId, name, bytes, createdAt } = upload;
  const attachment = {
    ...{ contentType: documentType, title: name, size: bytes },
    ...{ url: `/api/patients/${patientId}/uploads/${id}/content`, creation: toIso(createdAt) },
  };
  const resource = {
    resourceType: 'DocumentReference',
    identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` }],
    ...{ status: 'current', date: toIso(createdAt), description: name, content: [{ attachment }] },
  };
  // The same document once more is one.
  return [{ source: `urn:okaeri:document:${sha256 ?? id}`, resource }];
}

interface SeriesRow {
  studyUid: string;
  studyAt: string | null;
  studyDescription: string | null;
  uid: string;
  number: number | null;
  modality: string;
  at: string | null;
  description: string | null;
  bodyPart: string | null;
  instances: number;
}

async function studiesOf(em: EntityManager, patientId: PersonId, uids: readonly string[]): Promise<Named[]> {
  const rows: SeriesRow[] = await em.query(
    `select t.uid as "studyUid", t.at as "studyAt", t.description as "studyDescription", s.uid, s.number, s.modality, s.at,
            s.description, s.body_part as "bodyPart", count(i.id)::int as instances
       from imaging_study t join imaging_series s on s.study_id = t.id join imaging_instance i on i.series_id = s.id
      where t.patient_id = $1 and t.uid = any($2)
      group by t.id, s.id order by t.uid, s.number nulls last, s.uid`,
    [patientId, uids],
  );
  return uids.map((uid) =>
    studyOf(
      uid,
      patientId,
      rows.filter(({ studyUid }) => studyUid === uid),
    ),
  );
}

const modalities = 'http://dicom.nema.org/resources/ontology/DCM';

function studyOf(uid: string, patientId: string, rows: readonly SeriesRow[]): Named {
  const codes = [...new Set(rows.map(({ modality }) => modality).filter((code) => code !== ''))];
  const [first] = rows;
  const source = `urn:oid:${uid}`;
  const resource = {
    resourceType: 'ImagingStudy',
    identifier: [{ system: 'urn:dicom:uid', value: source }],
    status: 'available',
    ...(codes.length > 0 ? { modality: codes.map((code) => ({ system: modalities, code })) } : {}),
    subject: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${patientId}` } },
    ...(first?.studyAt ? { started: first.studyAt } : {}),
    numberOfSeries: rows.length,
    numberOfInstances: rows.reduce((sum, { instances }) => sum + instances, 0),
    ...(first?.studyDescription ? { description: first.studyDescription } : {}),
    series: rows.map(seriesOf),
  };
  return { source, resource };
}

function seriesOf({ uid, number, modality, at, description, bodyPart, instances }: SeriesRow) {
  return {
    uid,
    ...(number === null || number < 0 ? {} : { number }),
    modality: { system: modalities, code: modality || 'OT' },
    ...(description ? { description } : {}),
    numberOfInstances: instances,
    ...(bodyPart ? { bodySite: { display: bodyPart } } : {}),
    ...(at ? { started: at } : {}),
  };
}

function asIncoming({ source, resource }: Named): Incoming {
  const body = canonical(resource);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const understood = checkStructure(resource).length === 0;
  return { type: resource.resourceType, source, document: null, body, sha256, understood, ...searchColumns(resource) };
}
