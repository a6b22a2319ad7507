import type { EventName, HandlerName } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/** Something that became true, written in the transaction in which it did. */
@Entity('outbox_event')
export class OutboxEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  name: EventName;

  /** Ids and small choices only. */
  @Column('jsonb')
  data: object;

  @Index()
  @Column({ ...instant, default: () => 'now()' })
  at: Temporal.Instant;

  @Column('text', { nullable: true })
  requestId: string | null;
}

/** What one handler has still to do about an event, or has done. */
@Entity('outbox_delivery')
@Unique(['eventId', 'handler'])
@Index(['nextAt'], { where: 'handled_at IS NULL' })
export class OutboxDelivery {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => OutboxEvent, { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('text')
  handler: HandlerName;

  @Column({ ...instant, default: () => 'now()' })
  nextAt: Temporal.Instant;

  /** When it was put into a queue; empty while it lies in none. */
  @Column({ ...instant, nullable: true })
  queuedAt: Temporal.Instant | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column({ ...instant, nullable: true })
  handledAt: Temporal.Instant | null;

  /** A code; never a message, which may repeat what somebody wrote. */
  @Column('text', { nullable: true })
  problem: string | null;
}

export const outboxEntities = [OutboxEvent, OutboxDelivery];
