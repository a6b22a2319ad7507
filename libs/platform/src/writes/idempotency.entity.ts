import type { PersonId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What a write answered, for whoever asks once more with the same key. Kept for a day, and sealed by the key, which is not kept:
 * who reads the table reads no answer.
 */
@Entity('idempotency_key')
@Index(['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn('uuid')
  personId: PersonId;

  /** Made of the key. */
  @PrimaryColumn('uuid')
  key: string;

  @Column('text')
  route: string;

  @Column('text')
  requestHash: string;

  @Column('int', { nullable: true })
  status: number | null;

  @Column('bytea', { nullable: true })
  sealed: Buffer | null;

  /** Of a version that did not seal it, under the key itself. */
  @Column('jsonb', { nullable: true })
  answer: unknown;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  createdAt: Temporal.Instant;
}
