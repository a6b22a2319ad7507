import type {
  EpisodeId,
  InstitutionId,
  Locale,
  OutcomeRuleId,
  PersonId,
  SeatId,
  SeatRole,
  SeatState,
  VisitId,
  VisitKind,
} from '@okaeri/contracts';
import type { VisitOutcome, VisitStatus } from '@okaeri/contracts';
import { Person } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { instantColumn, Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

@Entity('institution')
@Check('institution_glass_minutes', `"glass_minutes" BETWEEN 5 AND 1440`)
export class Institution {
  @PrimaryGeneratedColumn('uuid')
  id: InstitutionId;

  @Column('jsonb')
  name: Localized;

  @Column('jsonb')
  city: Localized;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country: string;

  @Column('text')
  zone: string;

  /** Rung by a patient when nothing else works. */
  @Column('text')
  phone: string;

  @Column('boolean', { default: false })
  demo: boolean;

  /** Where answers to its mails go. */
  @Column('text', { nullable: true })
  email: string | null;

  /** For how long an emergency lets a physician read who does not treat the patient. */
  @Column('int', { default: 120 })
  glassMinutes: number;

  @Column('int', { default: 1 })
  version: number;
}

/** One illness of one patient at one institution; its visits hang on it. */
@Entity('episode')
export class Episode {
  @PrimaryGeneratedColumn('uuid')
  id: EpisodeId;

  @Index()
  @ForeignKey(() => Person)
  @Column('uuid')
  patientId: PersonId;

  @Index()
  @ForeignKey(() => Institution)
  @Column('uuid')
  institutionId: InstitutionId;

  @Column('jsonb')
  title: Localized;

  @Column({ ...instant, default: () => 'now()' })
  openedAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  closedAt: Temporal.Instant | null;

  @Column('boolean', { default: false })
  demo: boolean;

  @Column('text', { nullable: true })
  treatment: string | null;

  /** Days on the institution's calendar, ISO 8601. */
  @Column('date', { nullable: true })
  treatedFrom: string | null;

  @Column('date', { nullable: true })
  treatedTo: string | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  openedBy: PersonId | null;

  @Column('int', { default: 1 })
  version: number;
}

/**
 * One appointment. The instant is what counts; the wall times, zones and release of the zone data say what was promised
 * to each side, so that a change of a country's clocks after booking is noticed.
 */
@Entity('visit')
@Check(
  'visit_status',
  `"status" IN ('held', 'pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'lapsed')`,
)
@Check('visit_held', `("status" = 'held') = ("held_until" IS NOT NULL)`)
@Check(
  'visit_outcome',
  `"outcome" IS NULL OR "outcome" IN ('attended', 'late', 'noshow', 'technical', 'not_received', 'nobody')`,
)
@Check('visit_kind', `"kind" IN ('visit', 'conference')`)
@Check('visit_minutes', `"minutes" BETWEEN 1 AND 1440`)
export class Visit {
  @PrimaryGeneratedColumn('uuid')
  id: VisitId;

  @Index()
  @ForeignKey(() => Episode)
  @Column('uuid')
  episodeId: EpisodeId;

  @Index()
  @Column(instant)
  startsAt: Temporal.Instant;

  @Column('int')
  minutes: number;

  @Column('text', { default: 'booked' })
  status: VisitStatus;

  @Column('text')
  patientZone: string;

  @Column('text')
  institutionZone: string;

  /** The clock on her wall when it starts, ISO 8601 without offset. */
  @Column('text')
  patientWall: string;

  @Column('text')
  institutionWall: string;

  @Index({ where: `status IN ('held', 'pending', 'booked', 'arrived')` })
  @Column('text')
  tzdata: string;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  cancelledBy: PersonId | null;

  @Column('text', { nullable: true })
  cancelledReason: string | null;

  /** Rises with every change of the visit or of one of its seats. */
  @Column('int', { default: 1 })
  version: number;

  @Column('boolean', { default: false })
  demo: boolean;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  /** SEQUENCE of its calendar entry: rises whenever it is moved or cancelled. */
  @Column('int', { default: 0 })
  calendarSequence: number;

  /** Words of the coordinator to everybody in it. */
  @Column('text', { nullable: true })
  purpose: string | null;

  /** By which rule of the contracts it was closed. */
  @Column('text', { nullable: true })
  outcomeRule: OutcomeRuleId | null;

  /** Who knew better than the rule, and why. */
  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  outcomeBy: PersonId | null;

  @Column('text', { nullable: true })
  outcomeReason: string | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  bookedBy: PersonId | null;

  @Column({ ...instant, nullable: true })
  endedAt: Temporal.Instant | null;

  @Column('text', { default: 'visit' })
  kind: VisitKind;

  /** When it will begin instead, once somebody has said that the doctor is late. */
  @Column({ ...instant, nullable: true })
  expectedAt: Temporal.Instant | null;

  /** Of a held one: until when it takes up its people unless somebody confirms it. */
  @Index({ where: `status = 'held'` })
  @Column({ ...instant, nullable: true })
  heldUntil: Temporal.Instant | null;

  @ForeignKey('visit_series')
  @Column('uuid', { nullable: true })
  seriesId: string | null;

  /** What became of it, for the numbers; null while it is ahead. */
  @Column('text', { nullable: true })
  outcome: VisitOutcome | null;

  /** By how much it began late, and whose doing that was. */
  @Column('int', { nullable: true })
  lateMinutes: number | null;

  @Column('text', { array: true, default: [] })
  lateBy: SeatRole[];

  /** The patient chose the time herself. */
  @Column('boolean', { default: false })
  selfBooked: boolean;
}

/** One person's place in one visit, and the window that holds it now. */
@Entity('seat')
@Index(['personId', 'startsAt'])
@Unique(['visitId', 'personId'])
@Check('seat_state', `"state" IN ('invited', 'waiting', 'admitted', 'joined', 'left', 'removed')`)
@Check('seat_role', `"role" IN ('patient', 'physician', 'interpreter', 'coordinator', 'guest')`)
@Check('seat_interprets', `"interprets" IS NULL OR cardinality("interprets") = 2`)
@Index(['leaseUntil'], { where: 'lease_until IS NOT NULL' })
export class Seat {
  @PrimaryGeneratedColumn('uuid')
  id: SeatId;

  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @ForeignKey(() => Person)
  @Column('uuid')
  personId: PersonId;

  /** When its visit begins; PostgreSQL keeps it so. */
  @Column({ ...instant, nullable: true, insert: false, update: false })
  startsAt: Temporal.Instant;

  @Column('text')
  role: SeatRole;

  @Column('text')
  language: Locale;

  /** For an interpreter: the two languages, BCP 47. */
  @Column('text', { array: true, nullable: true })
  interprets: [string, string] | null;

  @Column('text', { default: 'invited' })
  state: SeatState;

  @Column({ ...instant, nullable: true })
  admittedAt: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  waitingSince: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  joinedAt: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  leftAt: Temporal.Instant | null;

  /** The one connection that may speak for the seat. */
  @Column('uuid', { nullable: true })
  connection: string | null;

  /** SHA-256 of the token by which the same window comes back after its connection was lost. */
  @Column('text', { nullable: true })
  tokenHash: string | null;

  /** On the database's clock: the processes that renew and sweep may run on machines that disagree. */
  @Column({ ...instant, nullable: true })
  leaseUntil: Temporal.Instant | null;

  @Column('int', { default: 1 })
  version: number;

  /** When this person said that she will be there, at this time. */
  @Column({ ...instant, nullable: true })
  confirmedAt: Temporal.Instant | null;

  /** The seat in whose room she sits: one microphone and one loudspeaker for both. */
  @ForeignKey(() => Seat, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  beside: SeatId | null;

  /** Her place among those who wait, where somebody has put them in an order. */
  @Column('int', { nullable: true })
  waitRank: number | null;

  /** Of a guest: in what relation she stands to the patient. */
  @Column('text', { nullable: true })
  relation: string | null;

  /** Her zone, and the clock on her wall when it starts, as she was told; null where that was not kept. */
  @Column('text', { nullable: true })
  zone: string | null;

  @Column('text', { nullable: true })
  wall: string | null;

  /** When and why this person said that she cannot be there. */
  @Column({ ...instant, nullable: true })
  declinedAt: Temporal.Instant | null;

  @Column('text', { nullable: true })
  declinedReason: string | null;
}

/** Where a patient said she is, and how to reach her when the call breaks. Kept with the visit. */
@Entity('arrival')
export class Arrival {
  @ForeignKey(() => Seat, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  seatId: SeatId;

  @Column('text')
  place: string;

  @Column('text')
  country: string;

  @Column('text')
  callbackNumber: string;

  /** Of the country she is in now, as it was told to the physician then. */
  @Column('text')
  emergencyNumber: string;

  @Column({ ...instant, default: () => 'now()' })
  at: Temporal.Instant;
}
