import { Person } from '@okaeri/access';
import { Episode, Visit } from '@okaeri/care';
import type { EpisodeId, Id, Locale, PersonId, VisitId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

export type NoteId = Id<'note'>;

/** A physician's note of a visit: what its author keeps of it, signed or not. Each of them writes her own. */
@Entity('note')
@Unique(['visitId', 'authorId'])
@Check('note_state', `"state" IN ('draft', 'signed')`)
export class Note {
  @PrimaryGeneratedColumn('uuid')
  id: NoteId;

  @ForeignKey(() => Visit)
  @Column('uuid')
  visitId: VisitId;

  @Index()
  @ForeignKey(() => Episode)
  @Column('uuid')
  episodeId: EpisodeId;

  @ForeignKey(() => Person)
  @Column('uuid')
  authorId: PersonId;

  @Column('text')
  language: Locale;

  /** `signed`: text and next steps are those of the last signed version. */
  @Column('text', { default: 'draft' })
  state: 'draft' | 'signed';

  @Column('text', { default: '' })
  text: string;

  @Column('text', { default: '' })
  nextSteps: string;

  /** Rises with everything that is kept and with every signature. */
  @Column('int', { default: 1 })
  version: number;

  @Column('int', { default: 0 })
  signedVersions: number;

  @Column({ ...instant, default: () => 'now()' })
  updatedAt: Temporal.Instant;
}

/** A signed text. The table takes neither updates nor deletes. */
@Entity('note_version')
@Check('note_version_reason', `"number" = 1 OR "reason" IS NOT NULL`)
export class NoteVersion {
  @ForeignKey(() => Note, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  noteId: NoteId;

  @PrimaryColumn('int')
  number: number;

  @Column('text')
  text: string;

  @Column('text')
  nextSteps: string;

  @Column('text')
  language: Locale;

  @ForeignKey(() => Person)
  @Column('uuid')
  signedBy: PersonId;

  @Column({ ...instant, default: () => 'now()' })
  signedAt: Temporal.Instant;

  /** Of number, language, text and next steps, as `sign.ts` puts them together. */
  @Column('text')
  sha256: string;

  @Column('text', { nullable: true })
  reason: string | null;
}

/** Who has read which version, and when first. */
@Entity('note_read')
export class NoteRead {
  @ForeignKey(() => Note, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  noteId: NoteId;

  @PrimaryColumn('int')
  number: number;

  @ForeignKey(() => Person)
  @PrimaryColumn('uuid')
  personId: PersonId;

  @Column({ ...instant, default: () => 'now()' })
  at: Temporal.Instant;
}
