import { Seat, Visit } from '@okaeri/care';
import type { Id, LadderSide, SeatId, Step, StepCause, VisitId } from '@okaeri/contracts';
import { instantColumn, Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/** How much of a seat could be seen and heard, and from when to when: what a note may have to say. */
@Entity('visit_step')
@Check('visit_step_side', `"side" IN ('up', 'down')`)
@Check('visit_step_step', `"step" IN ('full', 'low', 'stills', 'audio', 'callback', 'message')`)
@Index('visit_step_open', ['seatId', 'side'], { unique: true, where: 'to_at IS NULL' })
export class VisitStep {
  @PrimaryGeneratedColumn('uuid')
  id: Id<'visitStep'>;

  @Index()
  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @ForeignKey(() => Seat, { onDelete: 'CASCADE' })
  @Column('uuid')
  seatId: SeatId;

  @Column('text')
  side: LadderSide;

  @Column('text')
  step: Step;

  @Column('text')
  cause: StepCause;

  @Column({ ...instant, default: () => 'now()' })
  fromAt: Temporal.Instant;

  /** `null`: still so. */
  @Column({ ...instant, nullable: true })
  toAt: Temporal.Instant | null;
}
