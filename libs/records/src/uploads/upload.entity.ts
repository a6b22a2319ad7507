import { Person } from '@okaeri/access';
import { FhirImport } from '@okaeri/chart';
import type { ImportId } from '@okaeri/chart';
import type { EntryOutcome, Id, PersonId, UploadKind, UploadState, UploadWhy } from '@okaeri/contracts';
import type { ScanState } from '@okaeri/platform';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

export type UploadId = Id<'upload'>;

/** One line of what became of a file: so many of a kind, and why. It says nothing of what is in them. */
export interface UploadRow {
  outcome: EntryOutcome;
  kind: UploadKind;
  /** Of pictures, as DICOM writes it. */
  modality: string | null;
  why: UploadWhy | null;
  count: number;
}

export interface UploadReport {
  counts: Record<EntryOutcome, number>;
  rows: UploadRow[];
}

/** One file that is brought into a record. Its bytes lie in the vault under its id, as they came. */
@Entity('record_upload')
@Index('record_upload_patient_id_batch_id_idx', ['patientId', 'batchId'])
@Index('record_upload_coming_idx', ['byId'], { where: `state = 'receiving'` })
@Index('record_upload_working_idx', ['id'], { where: `state = 'working'` })
@Check('record_upload_state', `"state" IN ('receiving', 'working', 'done', 'refused')`)
@Check('record_upload_kind', `"kind" IN ('dicom', 'zip', 'fhir', 'xml', 'pdf', 'image', 'other')`)
@Check('record_upload_scan', `"scan" IN ('unscanned', 'clean', 'infected')`)
@Check('record_upload_bytes', `"bytes" BETWEEN 0 AND 1073741824 AND "received" BETWEEN 0 AND "bytes"`)
export class RecordUpload {
  @PrimaryGeneratedColumn('uuid')
  id: UploadId;

  @ForeignKey(() => Person)
  @Column('uuid')
  patientId: PersonId;

  @ForeignKey(() => Person)
  @Column('uuid')
  byId: PersonId;

  /** What came together has one report. */
  @Column('uuid')
  batchId: string;

  /** The archive that it was taken out of. */
  @Index('record_upload_part_of_idx')
  @ForeignKey(() => RecordUpload)
  @Column('uuid', { nullable: true })
  partOf: UploadId | null;

  /** Only ever shown. */
  @Column('text')
  name: string;

  @Column('int')
  bytes: number;

  @Column('int', { default: 0 })
  received: number;

  @Column('text', { default: 'receiving' })
  state: UploadState;

  @Column('text', { nullable: true })
  kind: UploadKind | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { default: 'unscanned' })
  scan: ScanState;

  @Column('jsonb', { nullable: true })
  report: UploadReport | null;

  /** Whether its own bytes are still there: of what was refused they are not, nor of what was here before. */
  @Column('boolean', { default: true })
  stays: boolean;

  /** A record that came this way, with a report of its own. */
  @ForeignKey(() => FhirImport)
  @Column('uuid', { nullable: true })
  importId: ImportId | null;

  /** How often somebody began to look into it, and until when the last one is believed to be at it. */
  @Column('int', { default: 0 })
  attempts: number;

  @Column({ ...instant, nullable: true })
  workingUntil: Temporal.Instant | null;

  @Column({ ...instant, precision: 3, default: () => 'now()' })
  createdAt: Temporal.Instant;

  /** Of the last piece. */
  @Column({ ...instant, default: () => 'now()' })
  touchedAt: Temporal.Instant;
}
