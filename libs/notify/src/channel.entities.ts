import { Person, Session } from '@okaeri/access';
import type { Locale, PersonId, SeatId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ToldLetter } from './mail/told';
import { NotifyMessage } from './message.entity';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/** A browser that a person lets show what she is told. */
@Entity('push_subscription')
export class PushSubscription {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: PersonId;

  /** Where she was signed in when she allowed it, and with which it ends (by a trigger); not known of older ones. */
  @Index()
  @ForeignKey(() => Session, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  /** Whoever knows it can write to the browser: never in a log. */
  @Column('text', { unique: true })
  endpoint: string;

  @Column('bytea')
  p256dh: Buffer;

  @Column('bytea')
  auth: Buffer;

  @Column('text', { nullable: true })
  device: string | null;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;
}

/** Short messages of a world without a provider: the id is the message's, so that one handed over twice is one. */
@Entity('sms_outbox')
export class SmsOutbox {
  @PrimaryColumn('uuid')
  id: string;

  /** To the millisecond: lists are sorted by it, and a cursor holds no more. */
  @Column({ ...instant, precision: 3, default: () => 'now()' })
  at: Temporal.Instant;

  @Column('text')
  recipient: string;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  language: Locale | null;
}

/** What a person was told here: when, and whether she has read it, is with the message. */
@Entity('inbox_line')
export class InboxLineRow {
  @ForeignKey(() => NotifyMessage, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  messageId: string;

  /** As it was said then. */
  @Column('text')
  title: string;

  @Column('text')
  text: string;

  /** The page it leads to, without any key. */
  @Column('text', { nullable: true })
  path: string | null;

  /** In which language that was; not known of older ones. */
  @Column('text', { nullable: true })
  language: Locale | null;

  /** What it was made of, for who reads another language by now. */
  @Column('jsonb', { nullable: true })
  told: ToldLetter | null;
}

/** A mail that came in and was judged, so that the same one twice is one. */
@Entity('inbound_mail')
export class InboundMail {
  /** SHA-256 of its Message-ID and the address it came to. */
  @PrimaryColumn('text')
  id: string;

  @Column({ ...instant, default: () => 'now()' })
  at: Temporal.Instant;

  @Column('uuid', { nullable: true })
  seatId: SeatId | null;

  /** As what it was taken: a word of ours, nothing of the mail. */
  @Column('text')
  what: string;
}
