import type { Permission, PersonId, VisitId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from './people.entities';

@Entity('session')
export class Session {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: PersonId;

  /** SHA-256 of the cookie's token, hex: who reads the database cannot sign in with it. */
  @Column('text', { unique: true })
  tokenHash: string;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column('timestamptz', { transformer: instantColumn })
  expiresAt: Temporal.Instant;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  revokedAt: Temporal.Instant | null;

  @Column('text', { nullable: true })
  userAgent: string | null;

  /** Opened by a visit link: good for that visit alone. */
  @Index()
  @ForeignKey('visit', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  scopeVisitId: VisitId | null;

  /** The token before the present one. It counts for a minute; used later, somebody has copied it. */
  @Column('text', { nullable: true, unique: true })
  previousHash: string | null;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  rotatedAt: Temporal.Instant;

  /** Whether the present token has come back: until then its browser may never have got it. */
  @Column('boolean', { default: false })
  seen: boolean;

  /** However often it is renewed; null: as long as `expiresAt`. */
  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  absoluteUntil: Temporal.Instant | null;

  @Column('text', { nullable: true })
  deviceHash: string | null;
}

export const ledgerOutcomes = ['allowed', 'refused'] as const;
export type LedgerOutcome = (typeof ledgerOutcomes)[number];
export type Via = 'http' | 'socket' | 'job' | 'link';

/** Who asked what about whom. A trigger refuses to change or remove rows. No foreign keys: it outlives what it names. */
@Entity('ledger')
@Index('ledger_checks_idx', ['actorId', 'at'], { where: `permission = 'check.run'` })
@Index(['patientId', 'at'])
@Check('ledger_outcome', `"outcome" IN ('allowed', 'refused')`)
@Check('ledger_purpose', `"purpose" = 'BTG'`)
@Check('ledger_via', `"via" IN ('http', 'socket', 'job', 'link')`)
export class LedgerRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  at: Temporal.Instant;

  @Column('uuid', { nullable: true })
  actorId: PersonId | null;

  @Column('text')
  permission: Permission;

  @Column('text')
  outcome: LedgerOutcome;

  @Column('text')
  entity: string;

  @Index()
  @Column('uuid', { nullable: true })
  entityId: string | null;

  @Column('uuid', { nullable: true })
  patientId: PersonId | null;

  @Column('text')
  via: Via;

  @Column('text', { nullable: true })
  requestId: string | null;

  /** More than one where a row stands for many refusals of those whom nobody knows. */
  @Column('integer', { default: 1 })
  times: number;

  /** `BTG`: only because of an emergency. */
  @Column('text', { nullable: true })
  purpose: 'BTG' | null;
}
