import { Person } from '@okaeri/access';
import type { Id, PersonId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { RecordUpload } from '../uploads/upload.entity';
import type { UploadId } from '../uploads/upload.entity';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

export type StudyId = Id<'study'>;
export type SeriesId = Id<'series'>;
export type InstanceId = Id<'instance'>;

/** What was examined at one time, as DICOM and FHIR's ImagingStudy have it. */
@Entity('imaging_study')
@Unique('imaging_study_patient_id_uid_key', ['patientId', 'uid'])
export class ImagingStudy {
  @PrimaryGeneratedColumn('uuid')
  id: StudyId;

  @ForeignKey(() => Person)
  @Column('uuid')
  patientId: PersonId;

  @Column('text')
  uid: string;

  /** When it was made: a day, or nothing. */
  @Column('text', { nullable: true })
  at: string | null;

  @Column('text', { nullable: true })
  description: string | null;

  /** The hospital that made it, as it calls itself. */
  @Column('text', { nullable: true })
  place: string | null;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;
}

@Entity('imaging_series')
@Unique('imaging_series_study_id_uid_key', ['studyId', 'uid'])
export class ImagingSeries {
  @PrimaryGeneratedColumn('uuid')
  id: SeriesId;

  @ForeignKey(() => ImagingStudy)
  @Column('uuid')
  studyId: StudyId;

  @Column('text')
  uid: string;

  @Column('int', { nullable: true })
  number: number | null;

  @Column('text')
  modality: string;

  @Column('text', { nullable: true })
  at: string | null;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text', { nullable: true })
  bodyPart: string | null;

  /** The instance that its small picture was made of: it lies in the vault under an id made of that. */
  @Column('uuid', { nullable: true })
  thumbnailOf: InstanceId | null;
}

/** One file of a series. Its bytes lie in the vault as they came. */
@Entity('imaging_instance')
@Unique('imaging_instance_series_id_uid_key', ['seriesId', 'uid'])
export class ImagingInstance {
  @PrimaryGeneratedColumn('uuid')
  id: InstanceId;

  @ForeignKey(() => ImagingSeries)
  @Column('uuid')
  seriesId: SeriesId;

  @Column('text')
  uid: string;

  @Column('text')
  sopClass: string;

  /** What brought it. */
  @Index('imaging_instance_upload_id_idx')
  @ForeignKey(() => RecordUpload)
  @Column('uuid')
  uploadId: UploadId;

  /** Under which it lies: that of its upload, or one of its own where it came in an archive. */
  @Column('uuid')
  blobId: string;

  @Column('int')
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('text')
  transferSyntax: string;

  @Column('int', { nullable: true })
  number: number | null;

  /** 0 for what is no picture. */
  @Column('int')
  frames: number;

  @Column('int')
  rows: number;

  @Column('int')
  columns: number;

  @Column('double precision', { nullable: true })
  windowCenter: number | null;

  @Column('double precision', { nullable: true })
  windowWidth: number | null;

  @Column('double precision', { nullable: true })
  rowSpacing: number | null;

  @Column('double precision', { nullable: true })
  columnSpacing: number | null;

  /** Millimetres along the stack. */
  @Column('double precision', { nullable: true })
  position: number | null;

  /** A viewer can show it. */
  @Column('boolean')
  shown: boolean;
}
