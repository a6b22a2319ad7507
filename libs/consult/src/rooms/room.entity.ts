import type { VisitId } from '@okaeri/contracts';
import { Visit } from '@okaeri/care';
import { instantColumn, Temporal } from '@okaeri/words/time';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Which node holds the media of a visit. The epoch rises whenever that changes, so that late words to an old room miss. */
@Entity('room')
export class Room {
  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: VisitId;

  @Column('text')
  nodeId: string;

  @Column('int')
  epoch: number;

  @Column({ type: 'timestamptz', transformer: instantColumn, default: () => 'now()' })
  openedAt: Temporal.Instant;
}
