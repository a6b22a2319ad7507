import { Person } from '@okaeri/access';
import { noSubject } from '@okaeri/contracts';
import type { AskState, ClockWall, EpisodeId, OwnerRole, PersonId, TaskState, VisitId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Episode, Visit } from './entities';
import { Written } from './written';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/**
 * What has still to happen before a visit. Those of the house follow from facts and nobody ticks them; those of source
 * `coordinator` were written by a person and are ticked by one.
 */
@Entity('task')
@Index('task_once', ['visitId', 'source', 'kind', 'subject'], { unique: true, where: `source <> 'coordinator'` })
@Index('task_escalates_idx', ['escalateAt'], { where: `state = 'open' AND escalated_at IS NULL` })
@Check('task_title', `length("title") BETWEEN 1 AND 200`)
@Check('task_note', `length("note") <= 2000`)
@Check('task_owner_role', `"owner_role" IN ('patient', 'physician', 'interpreter', 'coordinator')`)
@Check('task_state', `"state" IN ('open', 'done', 'waived', 'gone')`)
export class Task extends Written {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: EpisodeId;

  @Index()
  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  visitId: VisitId | null;

  /** Which requirement it comes from; one that a process does not know is neither shown nor counted there. */
  @Column('text')
  source: string;

  @Column('text')
  kind: string;

  /** Which seat, document or other thing it is about, where a visit has several. */
  @Column('uuid', { default: noSubject })
  subject: string;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  ownerRole: OwnerRole;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  ownerId: PersonId | null;

  @Column(instant)
  dueAt: Temporal.Instant;

  /** When the coordinator is told that it is still open. */
  @Column({ ...instant, nullable: true })
  escalateAt: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  escalatedAt: Temporal.Instant | null;

  /** `gone`: not needed any more. */
  @Column('text', { default: 'open' })
  state: TaskState;

  @Column({ ...instant, nullable: true })
  doneAt: Temporal.Instant | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  doneBy: PersonId | null;
}

/** One interpreter who is asked for one visit; they are asked one after the other, by rank. */
@Entity('interpreter_ask')
@Unique(['visitId', 'personId', 'round'])
@Index('interpreter_ask_one_asked', ['visitId'], { unique: true, where: `state IN ('asked', 'accepted')` })
@Check('interpreter_ask_languages', `cardinality("languages") = 2`)
@Check('interpreter_ask_minutes', `"minutes" BETWEEN 5 AND 4320`)
@Check(
  'interpreter_ask_state',
  `"state" IN ('waiting', 'asked', 'accepted', 'declined', 'expired', 'busy', 'withdrawn')`,
)
export class InterpreterAsk {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @Index({ where: `state = 'asked'` })
  @ForeignKey(() => Person)
  @Column('uuid')
  personId: PersonId;

  @Column('int')
  rank: number;

  @Column('text', { array: true })
  languages: [string, string];

  /** How long she has to answer. */
  @Column('int')
  minutes: number;

  /** Rises when the visit is moved: an answer to the earlier time is none to this one. */
  @Column('int', { default: 1 })
  round: number;

  @Column('text', { default: 'waiting' })
  state: AskState;

  @Column({ ...instant, nullable: true })
  askedAt: Temporal.Instant | null;

  @Index({ where: `state = 'asked'` })
  @Column({ ...instant, nullable: true })
  answerBy: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  answeredAt: Temporal.Instant | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** By whose id the letter goes that tells her: of a series she is asked in one. */
  @Column('uuid', { nullable: true })
  toldWith: string | null;
}

/** A visit whose promise newer zone data would break, until somebody says what is kept: the clock or the moment. */
@Entity('clock_change')
@Unique(['visitId', 'tzdataAfter'])
@Check('clock_change_state', `"state" IN ('open', 'wall', 'instant', 'gone')`)
export class ClockChange {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Visit, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @Column('text')
  tzdataBefore: string;

  @Column('text')
  tzdataAfter: string;

  @Column('jsonb')
  walls: ClockWall[];

  @Column('text', { default: 'open' })
  state: 'open' | 'wall' | 'instant' | 'gone';

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  decidedBy: PersonId | null;

  @Column({ ...instant, nullable: true })
  decidedAt: Temporal.Instant | null;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;
}
