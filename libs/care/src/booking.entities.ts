import type { ChangeKind, EpisodeId, PersonId, SeatRole, VisitId, VisitStatus } from '@okaeri/contracts';
import { Person } from '@okaeri/access';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Episode, Visit } from './entities';

/**
 * The time of somebody that a visit takes up. A row exists only while the visit is booked or goes on; the database
 * refuses two that overlap.
 */
@Entity('claim')
@Unique(['visitId', 'resourceId'])
@Check('claim_kind', `"kind" IN ('person', 'room', 'device')`)
@Exclusion('claim_no_overlap', 'USING gist (resource_id WITH =, during WITH &&)')
export class Claim {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @Column('text', { default: 'person' })
  kind: 'person' | 'room' | 'device';

  @Column('uuid')
  resourceId: string;

  /** From its start up to, and without, its end. */
  @Column('tstzrange')
  during: string;
}

/** Who treats a patient in an episode. */
@Entity('episode_team')
@Check('episode_team_role', `"role" IN ('physician', 'interpreter', 'coordinator')`)
export class EpisodeTeam {
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  episodeId: EpisodeId;

  @Index()
  @ForeignKey(() => Person)
  @PrimaryColumn('uuid')
  personId: PersonId;

  @Column('text')
  role: Extract<SeatRole, 'physician' | 'interpreter' | 'coordinator'>;
}

/** What a visit was before or after a change. */
export interface VisitThen {
  startsAt?: string;
  minutes?: number;
  patientWall?: string;
  institutionWall?: string;
  tzdata?: string;
  status?: VisitStatus;
  /** Of a seat that came or went, or was confirmed. */
  personId?: PersonId;
  /** Of an outcome. */
  rule?: string;
  /** Of the visit once it was changed. */
  version?: number;
}

/** Who changed a visit, when and why; append-only by a trigger. */
@Entity('visit_change')
@Index(['visitId', 'id'])
@Check(
  'visit_change_kind',
  `"kind" IN ('held', 'pending', 'booked', 'moved', 'cancelled', 'confirmed', 'declined', 'agreed', 'lapsed', 'seat_added', 'seat_removed', 'outcome', 'clock')`,
)
export class VisitChange {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  at: Temporal.Instant;

  /** Null: a rule of the house. */
  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  byId: PersonId | null;

  @Column('text')
  kind: ChangeKind;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb', { nullable: true })
  before: VisitThen | null;

  @Column('jsonb', { nullable: true })
  after: VisitThen | null;

  /** The calendar's, once it was changed. */
  @Column('int')
  sequence: number;
}
