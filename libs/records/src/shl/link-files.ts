import { patientOf } from '@okaeri/chart';
import type { RecordGrant } from '@okaeri/chart';
import { toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** The newest of each. */
const most = 50;

/** A document, or a series of pictures, that a link hands on beside the summary. */
export interface LinkFile {
  what: 'document' | 'series';
  id: string;
  /** As it was called where it was made; `''` for a series that has no name. */
  title: string;
  /** DICOM's word for what made it. */
  modality: string | null;
  /** Of all that it is made of. */
  bytes: number;
  /** Files of a series. */
  count: number;
  at: Temporal.Instant;
}

/** What was chosen of all that was brought, the newest first. */
export async function linkFiles(em: EntityManager, granted: RecordGrant): Promise<LinkFile[]> {
  const patientId = patientOf(granted);
  const chosen = [
    ...(granted.categories.has('documents') ? [documentsSql] : []),
    ...(granted.categories.has('images') ? [seriesSql] : []),
  ];
  const found: LinkFile[] = [];
  for (const sql of chosen) {
    const rows: (Omit<LinkFile, 'at'> & { at: Date })[] = await em.query(sql, [patientId, most]);
    found.push(...rows.map((row) => ({ ...row, at: toInstant(row.at) })));
  }
  return found;
}

const documentsSql = `
  select 'document' as what, id, name as title, null as modality, bytes, 1 as count, created_at as at
    from record_upload
   where patient_id = $1 and state = 'done' and stays and kind in ('pdf', 'image') and scan <> 'infected'
   order by created_at desc, id limit $2`;

const seriesSql = `
  select 'series' as what, s.id, coalesce(s.description, t.description, '') as title, s.modality,
         sum(i.bytes)::float8 as bytes, count(*)::int as count, t.created_at as at
    from imaging_study t join imaging_series s on s.study_id = t.id join imaging_instance i on i.series_id = s.id
   where t.patient_id = $1
   group by s.id, t.id order by t.at desc nulls last, s.number nulls last, s.id limit $2`;

/** One of them, where the link still hands it on. */
export async function linkFile(em: EntityManager, granted: RecordGrant, id: string | null): Promise<LinkFile | null> {
  return (await linkFiles(em, granted)).find((file) => file.id === id) ?? null;
}

/** Where its bytes lie, a series in the order of its numbers. */
export async function partsOf(em: EntityManager, { what, id, bytes }: LinkFile): Promise<LinkPart[]> {
  if (what === 'document') return [{ blobId: id, bytes }];
  return em.query(
    `select blob_id as "blobId", bytes from imaging_instance where series_id = $1 order by number nulls last, uid`,
    [id],
  );
}

export interface LinkPart {
  blobId: string;
  bytes: number;
}
