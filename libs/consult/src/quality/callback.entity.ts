import { Person } from '@okaeri/access';
import { Seat, Visit } from '@okaeri/care';
import type { Id, PersonId, SeatId, VisitId } from '@okaeri/contracts';
import { instantColumn, Temporal } from '@okaeri/words/time';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/** Somebody is to be rung: she asked for it, or her link is gone. */
@Entity('callback')
@Index('callback_open', ['seatId'], { unique: true, where: 'done_at IS NULL' })
export class Callback {
  @PrimaryGeneratedColumn('uuid')
  id: Id<'callback'>;

  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @ForeignKey(() => Seat, { onDelete: 'CASCADE' })
  @Column('uuid')
  seatId: SeatId;

  @Column({ ...instant, default: () => 'now()' })
  askedAt: Temporal.Instant;

  /** Not asked for by her: nothing was heard of her any more. */
  @Column('boolean', { default: false })
  byServer: boolean;

  @Column({ ...instant, nullable: true })
  doneAt: Temporal.Instant | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  doneBy: PersonId | null;
}
