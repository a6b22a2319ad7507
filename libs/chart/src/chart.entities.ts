import { Person } from '@okaeri/access';
import type { Id, PersonId } from '@okaeri/contracts';
import type { ScanState } from '@okaeri/platform';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Resource } from './fhir/json';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

export type ImportId = Id<'import'>;
export type ResourceId = Id<'resource'>;

/** One file that was brought. Its bytes lie in the blob store under its id, as they came. */
@Entity('fhir_import')
@Index('fhir_import_unscanned_idx', ['id'], { where: `scan = 'unscanned'` })
@Check('fhir_import_scan', `"scan" IN ('unscanned', 'clean', 'infected')`)
@Check('fhir_import_outcome', `"outcome" IN ('taken', 'refused')`)
@Unique('fhir_import_patient_id_sha256_key', ['patientId', 'sha256'])
export class FhirImport {
  @PrimaryGeneratedColumn('uuid')
  id: ImportId;

  @ForeignKey(() => Person)
  @Column('uuid')
  patientId: PersonId;

  @ForeignKey(() => Person)
  @Column('uuid')
  byId: PersonId;

  @Column('int')
  bytes: number;

  /** Of the bytes as they came: the same file is brought once. Of one that was found harmful more stands behind it, so that it is looked at anew. */
  @Column('text')
  sha256: string;

  @Column('text', { default: 'unscanned' })
  scan: ScanState;

  @Column('text')
  outcome: 'taken' | 'refused';

  /** What became of each part, by codes and places; nothing of what it says. */
  @Column('jsonb')
  report: unknown;

  @Column({ ...instant, precision: 3, default: () => 'now()' })
  createdAt: Temporal.Instant;
}

/** A resource as it is now; what it was before is in the history. */
@Entity('fhir_resource')
@Unique('fhir_resource_patient_id_type_source_key', ['patientId', 'type', 'source'])
@Index('fhir_resource_patient_id_type_at_idx', ['patientId', 'type', 'at'])
export class FhirResource {
  @PrimaryGeneratedColumn('uuid')
  id: ResourceId;

  @ForeignKey(() => Person)
  @Column('uuid')
  patientId: PersonId;

  @Column('text')
  type: string;

  /** What its sender calls it: its address, or its document and its place in it. */
  @Column('text')
  source: string;

  /** The document within its file that it came in, the same each time that it comes: what it names is looked for there first. */
  @Column('uuid', { nullable: true })
  document: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('jsonb')
  body: Resource;

  /** Of the body with its members in order. */
  @Column('text')
  sha256: string;

  /** The first coding, as `system|code`. */
  @Column('text', { nullable: true })
  code: string | null;

  @Column('text', { nullable: true })
  category: string | null;

  /** When it was so, as it was written: a year, a day or an instant. */
  @Column('text', { nullable: true })
  at: string | null;

  @Column('text', { nullable: true })
  status: string | null;

  /** It is made as FHIR says. */
  @Column('boolean')
  understood: boolean;

  /** The file that brought this version. */
  @Index('fhir_resource_import_id_idx')
  @ForeignKey(() => FhirImport)
  @Column('uuid')
  importId: ImportId;

  @Column({ ...instant, default: () => 'now()' })
  updatedAt: Temporal.Instant;
}

/** What a resource was. */
@Entity('fhir_history')
export class FhirHistory {
  @ForeignKey(() => FhirResource)
  @PrimaryColumn('uuid')
  resourceId: ResourceId;

  @PrimaryColumn('int')
  version: number;

  @Column('jsonb')
  body: Resource;

  @Column('text')
  sha256: string;

  @ForeignKey(() => FhirImport)
  @Column('uuid')
  importId: ImportId;

  @Column({ ...instant, default: () => 'now()' })
  replacedAt: Temporal.Instant;
}
