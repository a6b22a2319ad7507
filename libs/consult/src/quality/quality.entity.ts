import { Seat, Visit } from '@okaeri/care';
import type { MediaPath, SeatId, Step, VisitId } from '@okaeri/contracts';
import { instantColumn, Temporal } from '@okaeri/words/time';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How a seat's link was at one moment, as its page measured it. */
@Entity('quality_sample')
@Index(['visitId', 'at'])
export class KeptSample {
  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @ForeignKey(() => Seat, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  seatId: SeatId;

  @PrimaryColumn({ type: 'timestamptz', transformer: instantColumn, default: () => 'now()' })
  at: Temporal.Instant;

  @Column('text')
  upStep: Step;

  @Column('text')
  downStep: Step;

  @Column('int', { nullable: true })
  upKbps: number | null;

  @Column('int', { nullable: true })
  downKbps: number | null;

  @Column('real', { nullable: true })
  upLoss: number | null;

  @Column('real', { nullable: true })
  downLoss: number | null;

  @Column('int', { nullable: true })
  roundTripMs: number | null;

  @Column('real', { nullable: true })
  concealed: number | null;

  @Column('real', { nullable: true })
  framesPerSecond: number | null;

  @Column('text', { nullable: true })
  path: MediaPath | null;
}
