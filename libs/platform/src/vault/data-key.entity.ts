import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { PersonId } from '@okaeri/contracts';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/**
 * By what the files of a patient are sealed, wrapped by a master key. Once it is destroyed they are noise, wherever copies of
 * them lie; the row stays and says since when. No foreign key: it outlives whom it names.
 */
@Entity('data_key')
@Unique(['patientId', 'version'])
@Check('data_key_destroyed', `("wrapped" IS NULL) = ("destroyed_at" IS NOT NULL)`)
export class DataKey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  patientId: PersonId;

  @Column('int', { default: 1 })
  version: number;

  @Column('text')
  masterKeyId: string;

  @Column('bytea', { nullable: true })
  wrapped: Buffer | null;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  destroyedAt: Temporal.Instant | null;
}
