import { Person } from '@okaeri/access';
import type { AskForm, EpisodeId, InstitutionId, PersonId, SeriesKeeps, ThingKind, VisitId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Episode, Institution, Visit } from './entities';
import { Written } from './written';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/** A room or a device of an institution, whose time a visit can take up as it does a person's. */
@Entity('thing')
@Check('thing_kind', `"kind" IN ('room', 'device')`)
@Check('thing_name', `length("name") BETWEEN 1 AND 120`)
export class Thing {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Institution, { onDelete: 'CASCADE' })
  @Column('uuid')
  institutionId: InstitutionId;

  @Column('text')
  kind: ThingKind;

  @Column('text')
  name: string;

  @Column({ ...instant, nullable: true })
  retiredAt: Temporal.Instant | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('boolean', { default: false })
  demo: boolean;
}

/** Visits that were booked together, every so many weeks, at one side's clock. */
@Entity('visit_series')
@Check('visit_series_keeps', `"keeps" IN ('patient', 'institution')`)
export class VisitSeries {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: EpisodeId;

  /** On whose wall the time stays the same when clocks change. */
  @Column('text')
  keeps: SeriesKeeps;

  @Column('int')
  everyWeeks: number;

  @Column('int')
  times: number;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  byId: PersonId | null;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;
}

/** Somebody who would take a time of this physician that becomes free. */
@Entity('waitlist')
@Check('waitlist_state', `"state" IN ('waiting', 'offered', 'filled', 'ended')`)
export class WaitlistEntry extends Written {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: EpisodeId;

  @Index({ where: `state = 'waiting'` })
  @ForeignKey(() => Person)
  @Column('uuid')
  physicianId: PersonId;

  @Column('int')
  minutes: number;

  /** Days on the patient's calendar, both included. */
  @Column('date')
  earliest: string;

  @Column('date')
  latest: string;

  /** Those of lower rank first, then the oldest. */
  @Column('int', { default: 0 })
  rank: number;

  @Column('jsonb', { nullable: true })
  ask: AskForm | null;

  @Column('text', { default: 'waiting' })
  state: 'waiting' | 'offered' | 'filled' | 'ended';

  @ForeignKey(() => Visit)
  @Column('uuid', { nullable: true })
  offeredVisitId: VisitId | null;
}

/** How many visits a patient may book for herself, with whom and in which window. */
@Entity('booking_allowance')
@Check('booking_allowance_remaining', `"remaining" BETWEEN 0 AND 20`)
export class BookingAllowance {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: EpisodeId;

  @ForeignKey(() => Person)
  @Column('uuid')
  physicianId: PersonId;

  @Column('int')
  minutes: number;

  /** Days on the patient's calendar, both included. */
  @Column('date')
  earliest: string;

  @Column('date')
  latest: string;

  @Column('int')
  remaining: number;

  @Column('jsonb', { nullable: true })
  ask: AskForm | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  byId: PersonId | null;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  revokedAt: Temporal.Instant | null;
}
