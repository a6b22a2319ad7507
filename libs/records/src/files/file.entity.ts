import { Person } from '@okaeri/access';
import { Episode, Visit } from '@okaeri/care';
import type { EpisodeId, FileReason, FileState, FileType, Id, PersonId, VisitId } from '@okaeri/contracts';
import type { ScanState } from '@okaeri/platform';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

export type FileId = Id<'file'>;

/** One file of a visit. Its bytes lie in the vault under its id; its name is only ever shown. */
@Entity('file')
@Index('file_open_idx', ['id'], { where: 'NOT in_vault' })
@Index('file_unscanned_idx', ['id'], { where: `scan = 'unscanned'` })
@Check('file_state', `"state" IN ('receiving', 'ready', 'held', 'refused', 'removed')`)
@Check('file_why', `"why" IN ('script', 'type', 'unreadable', 'encrypted', 'infected')`)
@Check('file_scan', `"scan" IN ('unscanned', 'clean', 'infected')`)
@Check('file_bytes', `"bytes" BETWEEN 0 AND 26214400 AND "received" BETWEEN 0 AND "bytes"`)
export class StoredFile {
  @PrimaryGeneratedColumn('uuid')
  id: FileId;

  @Index()
  @ForeignKey(() => Visit)
  @Column('uuid')
  visitId: VisitId;

  @Index()
  @ForeignKey(() => Episode)
  @Column('uuid')
  episodeId: EpisodeId;

  @ForeignKey(() => Person)
  @Column('uuid')
  byId: PersonId;

  @Column('text')
  name: string;

  /** By its first bytes, once they are here. */
  @Column('text', { nullable: true })
  type: FileType | null;

  /** A message that was recorded in the visit: of sound or film, as nothing else may be. */
  @Column('boolean', { default: false })
  recorded: boolean;

  /** Whether its bytes are sealed. Those of before there was a vault lie open until they are moved. */
  @Column('boolean', { default: false })
  inVault: boolean;

  @Column('int')
  bytes: number;

  @Column('int', { default: 0 })
  received: number;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { default: 'receiving' })
  state: FileState;

  @Column('text', { nullable: true })
  why: FileReason | null;

  /** `unscanned` where there is no scanner, or has not been one yet. */
  @Column('text', { default: 'unscanned' })
  scan: ScanState;

  /** To the millisecond: lists are sorted by it, and a cursor holds no more. */
  @Column({ ...instant, precision: 3, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  readyAt: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  removedAt: Temporal.Instant | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  removedBy: PersonId | null;

  @Column('boolean', { default: false })
  demo: boolean;

  @Column('int', { default: 1 })
  version: number;
}
