import type { PersonId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '../people.entities';

/** Two records were one person; the first leads to the second from then on. */
@Entity('person_merge')
export class PersonMerge {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  fromId: PersonId;

  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  intoId: PersonId;

  @ForeignKey(() => Person)
  @Column('uuid')
  by: PersonId;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  at: Temporal.Instant;

  @Column('text')
  reason: string;
}

/** Two people who are alike and not the same. They are never offered as one again. */
@Entity('patient_difference')
@Check('patient_difference_order', `"a" < "b"`)
export class PatientDifference {
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  a: PersonId;

  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  b: PersonId;

  @ForeignKey(() => Person)
  @Column('uuid')
  by: PersonId;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  at: Temporal.Instant;
}
