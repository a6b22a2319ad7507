import type { PersonId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import type { UploadId } from '../uploads/upload.entity';
import type { Header } from './header';
import type { SeriesId, StudyId } from './imaging.entities';

/** A picture, or what belongs to pictures, that was found in a file and lies in the vault. */
export interface FoundInstance {
  header: Header;
  shown: boolean;
  blobId: string;
  bytes: number;
  sha256: string;
}

/** `again`: the same is here. `other`: here is one with the same name that is not the same. */
export type KeptAs = 'new' | 'again' | 'other';

/** Writes rows of one upload; those of a study and a series once. */
export class InstanceKeeper {
  readonly #studies = new Map<string, StudyId>();
  readonly #series = new Map<string, SeriesId>();

  constructor(
    private readonly em: EntityManager,
    private readonly patientId: PersonId,
    private readonly uploadId: UploadId,
  ) {}

  async keep(found: FoundInstance): Promise<KeptAs> {
    const { header, shown, blobId, bytes, sha256 } = found;
    const seriesId = await this.#seriesOf(header, await this.#studyOf(header));
    const { window, spacing } = header;
    const written: unknown[] = await this.em.query(
      `with written as (
         insert into imaging_instance (series_id, uid, sop_class, upload_id, blob_id, bytes, sha256, transfer_syntax, number, frames,
                rows, columns, window_center, window_width, row_spacing, column_spacing, position, shown)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         on conflict (series_id, uid) do nothing returning id)
       select id from written`,
      [
        ...[seriesId, header.sopUid, header.sopClass, this.uploadId, blobId, bytes, sha256],
        ...[header.transferSyntax, header.number, shown ? header.frames : 0, header.rows, header.columns],
        ...[window?.center ?? null, window?.width ?? null, spacing?.row ?? null, spacing?.column ?? null],
        ...[header.position, shown],
      ],
    );
    if (written.length > 0) return 'new';
    const rows: { same: boolean }[] = await this.em.query(
      'select sha256 = $3 as same from imaging_instance where series_id = $1 and uid = $2',
      [seriesId, header.sopUid, sha256],
    );
    return rows[0]?.same ? 'again' : 'other';
  }

  async #studyOf({ studyUid, studyAt, studyDescription, place }: Header): Promise<StudyId> {
    const known = this.#studies.get(studyUid);
    if (known) return known;
    const rows: { id: StudyId }[] = await this.em.query(
      `with written as (
         insert into imaging_study as s (patient_id, uid, at, description, place) values ($1, $2, $3, $4, $5)
         on conflict (patient_id, uid) do update
            set at = coalesce(s.at, excluded.at), description = coalesce(s.description, excluded.description),
                place = coalesce(s.place, excluded.place)
         returning id)
       select id from written`,
      [this.patientId, studyUid, studyAt, studyDescription, place],
    );
    return remember(this.#studies, studyUid, rows);
  }

  async #seriesOf(header: Header, studyId: StudyId): Promise<SeriesId> {
    const { seriesUid, modality, seriesAt, studyAt, seriesDescription, seriesNumber, bodyPart } = header;
    const key = `${studyId} ${seriesUid}`;
    const known = this.#series.get(key);
    if (known) return known;
    const rows: { id: SeriesId }[] = await this.em.query(
      `with written as (
         insert into imaging_series as s (study_id, uid, number, modality, at, description, body_part)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (study_id, uid) do update set description = coalesce(s.description, excluded.description)
         returning id)
       select id from written`,
      [studyId, seriesUid, seriesNumber, modality, seriesAt ?? studyAt, seriesDescription, bodyPart],
    );
    return remember(this.#series, key, rows);
  }
}

function remember<T>(map: Map<string, T>, key: string, [row]: readonly { id: T }[]): T {
  if (!row) throw new Error('A row was neither written nor there.');
  map.set(key, row.id);
  return row.id;
}
