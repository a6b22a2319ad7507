import { Person } from '@okaeri/access';
import { Seat, Visit } from '@okaeri/care';
import { chatTextMost } from '@okaeri/contracts';
import type { ChatAudience, ChatKind, Id, Locale, PersonId, SeatId, VisitId } from '@okaeri/contracts';
import { instantColumn, Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What was written in a visit; it stays with it. */
@Entity('visit_message')
@Check('visit_message_kind', `"kind" IN ('text', 'file', 'recording', 'late')`)
@Check('visit_message_audience', `"audience" IN ('room', 'waiting')`)
@Check('visit_message_text', `length("text") <= ${chatTextMost}`)
@Index(['visitId', 'at', 'id'])
export class VisitMessage {
  @PrimaryGeneratedColumn('uuid')
  id: Id<'visitMessage'>;

  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @ForeignKey(() => Person)
  @Column('uuid')
  byId: PersonId;

  @Column('text', { default: 'text' })
  kind: ChatKind;

  @Column('text', { default: 'room' })
  audience: ChatAudience;

  /** One of those who wait; `null`: all of them. */
  @ForeignKey(() => Seat, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  toSeatId: SeatId | null;

  @Column('text')
  language: Locale;

  @Column('text')
  text: string;

  @Column('uuid', { nullable: true })
  fileId: string | null;

  /** Of `late`. */
  @Column('int', { nullable: true })
  minutes: number | null;

  /** In milliseconds, which a cursor can hold. */
  @Column({ type: 'timestamptz', precision: 3, transformer: instantColumn, default: () => 'now()' })
  at: Temporal.Instant;
}
