import { Person } from '@okaeri/access';
import { noSubject } from '@okaeri/contracts';
import type { Channel, MessageKind, MessageState, PersonId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/**
 * A message to one person on one way, from the moment it is decided to what became of it. It holds ids only: the words are made when
 * it is sent, from what is true by then.
 */
@Entity('notify_message')
@Check('notify_message_channel', `"channel" IN ('email', 'sms', 'push', 'app')`)
@Check(
  'notify_message_state',
  `"state" IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'bounced', 'skipped', 'replaced')`,
)
@Unique('notify_message_once', ['kind', 'personId', 'entityId', 'sequence', 'minutes', 'channel', 'target'])
@Index(['channel', 'nextAt'], { where: `state IN ('queued', 'sending')` })
@Index('notify_message_inbox_idx', ['personId', 'dueAt'], { where: `channel = 'app'` })
export class NotifyMessage {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  kind: MessageKind;

  @Index()
  @ForeignKey(() => Person)
  @Column('uuid')
  personId: PersonId;

  /** What it is about: `visit`, `invitation`, `note` … */
  @Column('text')
  entity: string;

  @Index()
  @Column('uuid')
  entityId: string;

  /** Of a visit, how often its calendar entry had changed. */
  @Column('int', { default: 0 })
  sequence: number;

  /** Of a reminder, how long before. */
  @Column('int', { default: 0 })
  minutes: number;

  @Column(instant)
  dueAt: Temporal.Instant;

  @Column('text', { default: 'queued' })
  state: MessageState;

  /** When it may be tried next. */
  @Column(instant)
  nextAt: Temporal.Instant;

  @Column('int', { default: 0 })
  attempts: number;

  /** The same for every attempt, so that a reader's program shows a mail once that had to be handed over twice. */
  @Column('text', { nullable: true, unique: true })
  messageId: string | null;

  @Column('int', { nullable: true })
  smtpCode: number | null;

  /** A code; never what a server said, for that repeats addresses. */
  @Column('text', { nullable: true })
  problem: string | null;

  @Column({ ...instant, nullable: true })
  sendingSince: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  sentAt: Temporal.Instant | null;

  @Column('boolean', { default: false })
  demo: boolean;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  /** By which way; each way is a row of its own. */
  @Column('text', { default: 'email' })
  channel: Channel;

  /** Of a push: which browser. */
  @Column('uuid', { default: noSubject })
  target: string;

  /** By which its provider knows it. */
  @Column('text', { nullable: true })
  providerId: string | null;

  /** When its reader opened it among her messages. */
  @Column({ ...instant, nullable: true })
  readAt: Temporal.Instant | null;
}

/** What arrived at the mail server of the demo world; there is no other way to read it. */
@Entity('demo_mail')
export class DemoMail {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  /** To the millisecond: lists are sorted by it, and a cursor holds no more. */
  @Column({ ...instant, precision: 3, default: () => 'now()' })
  at: Temporal.Instant;

  @Column('text')
  recipient: string;

  @Column('bytea')
  raw: Buffer;
}
