import { Person } from '@okaeri/access';
import type { Id, PersonId, RecordCategory } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

export type HealthLinkId = Id<'healthLink'>;

/** A SMART Health Link that a patient has made. What it is opened and read with lies sealed in the vault, under its id. */
@Entity('health_link')
@Check('health_link_attempts_left', `"attempts_left" >= 0`)
export class HealthLinkRow {
  @PrimaryGeneratedColumn('uuid')
  id: HealthLinkId;

  @Index()
  @ForeignKey(() => Person)
  @Column('uuid')
  patientId: PersonId;

  @Column('text')
  label: string;

  @Column('text', { array: true })
  categories: RecordCategory[];

  /** SHA-256 of what stands in its address: who reads the database cannot open it. */
  @Column('text', { unique: true })
  tokenHash: string;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column('timestamptz', { transformer: instantColumn })
  expiresAt: Temporal.Instant;

  @Column('text', { nullable: true })
  passcodeHash: string | null;

  /** Of its whole life. At none it is closed for good. */
  @Column('int')
  attemptsLeft: number;

  /** Read by one GET, without a manifest. */
  @Column('boolean')
  direct: boolean;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  endedAt: Temporal.Instant | null;
}

/** What can be had at a place: the summary, a document that was brought, the pictures of a series, a small one of them, what lies in an entry. */
export const placedKinds = ['record', 'document', 'series', 'preview', 'attachment'] as const;
export type PlacedKind = (typeof placedKinds)[number];

/** Where a file of a link can be had: sealed once, as a manifest says it; as it is for as long as the place holds. */
@Entity('health_link_file')
@Check('health_link_file_what', `"what" IN ('record', 'document', 'series', 'preview', 'attachment')`)
export class HealthLinkFile {
  @PrimaryColumn('text')
  tokenHash: string;

  @Index()
  @ForeignKey(() => HealthLinkRow)
  @Column('uuid')
  linkId: HealthLinkId;

  @Column('timestamptz', { transformer: instantColumn })
  expiresAt: Temporal.Instant;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  usedAt: Temporal.Instant | null;

  @Column('text', { default: 'record' })
  what: PlacedKind;

  /** Of the upload, the series or the entry. */
  @Column('uuid', { nullable: true })
  itemId: string | null;

  /** Of what lies in an entry: where. */
  @Column('int', { default: 0 })
  at: number;

  /** For the page of this house: not sealed, as its words are not. */
  @Column('boolean', { default: false })
  plain: boolean;
}

/** Somebody came with a link. */
@Entity('health_link_opening')
export class HealthLinkOpening {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Index()
  @ForeignKey(() => HealthLinkRow)
  @Column('uuid')
  linkId: HealthLinkId;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  at: Temporal.Instant;

  /** What they call themselves; nobody has looked whether it is so. */
  @Column('text', { nullable: true })
  recipient: string | null;

  @Column('boolean')
  opened: boolean;
}
