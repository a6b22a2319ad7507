import { Person } from '@okaeri/access';
import type { PersonId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Column, ForeignKey } from 'typeorm';

/** What somebody wrote down: who and when, and how often it has changed since. */
export abstract class Written {
  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  createdBy: PersonId | null;

  @Column({ type: 'timestamptz', transformer: instantColumn, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column('int', { default: 1 })
  version: number;

  @Column('boolean', { default: false })
  demo: boolean;
}
