import type { InstitutionId, PersonId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '../people.entities';

/** An emergency in which somebody who does not treat a patient may read her record. */
@Entity('break_glass')
@Index(['personId', 'patientId'])
@Check('break_glass_reason', `length("reason") >= 10`)
@Check('break_glass_until', `"until" > "at"`)
@Check('break_glass_reviewer', `"reviewed_by" <> "person_id"`)
export class BreakGlass {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Person)
  @Column('uuid')
  patientId: PersonId;

  @Index()
  @ForeignKey('institution')
  @Column('uuid')
  institutionId: InstitutionId;

  @ForeignKey(() => Person)
  @Column('uuid')
  personId: PersonId;

  @Column('text')
  reason: string;

  @Column('timestamptz', { transformer: instantColumn })
  at: Temporal.Instant;

  /** Moved to the present by a review that did not find it in order. */
  @Column('timestamptz', { transformer: instantColumn })
  until: Temporal.Instant;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  reviewedBy: PersonId | null;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  reviewedAt: Temporal.Instant | null;

  @Column('boolean', { nullable: true })
  justified: boolean | null;

  @Column('text', { nullable: true })
  reviewNote: string | null;
}
