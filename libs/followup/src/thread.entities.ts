import { Person } from '@okaeri/access';
import { Episode, Visit } from '@okaeri/care';
import type { EpisodeId, Id, Locale, PersonId, VisitId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

export type MessageId = Id<'thread message'>;

/** A message of an episode. It is never changed. */
@Entity('thread_message')
@Check('thread_message_text', `length("text") BETWEEN 1 AND 4000`)
@Index(['episodeId', 'at', 'id'])
export class ThreadMessageRow {
  @PrimaryGeneratedColumn('uuid')
  id: MessageId;

  @ForeignKey(() => Episode)
  @Column('uuid')
  episodeId: EpisodeId;

  @ForeignKey(() => Person)
  @Column('uuid')
  byId: PersonId;

  /** The one its writer reads Okaeri in. */
  @Column('text')
  language: Locale;

  @Column('text')
  text: string;

  /** To the millisecond: lists are sorted by it, and a cursor holds no more. */
  @Column({ ...instant, precision: 3, default: () => 'now()' })
  at: Temporal.Instant;

  /** Where it was written during a visit. */
  @ForeignKey(() => Visit)
  @Column('uuid', { nullable: true })
  visitId: VisitId | null;
}

/** How far a person has read. */
@Entity('thread_seen')
export class ThreadSeenRow {
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  episodeId: EpisodeId;

  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  personId: PersonId;

  @Column(instant)
  until: Temporal.Instant;
}
