import { Seat, Visit } from '@okaeri/care';
import type { SeatId, ShowingKind, VisitId } from '@okaeri/contracts';
import { instantColumn, Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What is shown to everybody in a visit now: one thing at a time. */
@Entity('showing')
@Check('showing_kind', `"kind" IN ('screen', 'tour')`)
export class ShownNow {
  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: VisitId;

  @ForeignKey(() => Seat, { onDelete: 'CASCADE' })
  @Column('uuid')
  seatId: SeatId;

  @Column('text')
  kind: ShowingKind;

  /** Files belong to another lib; a tour of one that was removed ends with it. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column({ type: 'timestamptz', transformer: instantColumn, default: () => 'now()' })
  since: Temporal.Instant;
}
