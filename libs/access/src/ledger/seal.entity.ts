import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Of one row of the ledger: its place in the chain, and a hash over it and the hash before. As append-only as the rows. */
@Entity('ledger_seal')
@Unique(['rowId'])
export class LedgerSeal {
  @PrimaryColumn('bigint')
  place: string;

  @Column('bigint')
  rowId: string;

  @Column('timestamptz', { transformer: instantColumn })
  sealedAt: Temporal.Instant;

  @Column('bytea')
  hash: Buffer;
}
