import { Person } from '@okaeri/access';
import type {
  AvailabilityDayKind,
  AvailabilityRuleKind,
  CalendarLinkState,
  IgnoredCount,
  Locale,
  PersonId,
  VisitId,
} from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/** When a person, a room or a device can be had. Where nobody has written it, `defaultAvailability` of the contracts holds. */
@Entity('availability')
@Check('availability_notice', `"notice_minutes" BETWEEN 0 AND 43200`)
@Check('availability_buffer', `"buffer_minutes" BETWEEN 0 AND 120`)
@Check('availability_per_day', `"per_day" BETWEEN 1 AND 48`)
@Check('availability_good', `0 <= "good_from" AND "good_from" < "good_to" AND "good_to" <= 1440`)
export class Availability {
  @PrimaryColumn('uuid')
  resourceId: string;

  /** Her own, or the institution's of a thing, where none is given. */
  @Column('text', { nullable: true })
  zone: string | null;

  @Column('int', { default: 0 })
  noticeMinutes: number;

  @Column('int', { default: 0 })
  bufferMinutes: number;

  @Column('int', { nullable: true })
  perDay: number | null;

  /** Minutes of the day between which a visit is no burden. */
  @Column('smallint', { default: 540 })
  goodFrom: number;

  @Column('smallint', { default: 1080 })
  goodTo: number;

  /** Countries on whose national holidays she is not there. */
  @Column('text', { array: true, default: [] })
  holidays: string[];

  @Column('int', { default: 1 })
  version: number;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  changedBy: PersonId | null;

  @Column({ ...instant, default: () => 'now()' })
  changedAt: Temporal.Instant;
}

/** A window of each week, in minutes of its first day; one that ends the next morning has `toMinute` beyond 1440. */
@Entity('availability_rule')
@Check('availability_rule_kind', `"kind" IN ('open', 'break', 'on_call')`)
@Check('availability_rule_weekday', `"weekday" BETWEEN 1 AND 7`)
@Check(
  'availability_rule_minutes',
  `0 <= "from_minute" AND "from_minute" < 1440 AND "from_minute" < "to_minute" AND "to_minute" <= "from_minute" + 1440`,
)
export class AvailabilityRule {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Availability, { onDelete: 'CASCADE' })
  @Column('uuid')
  resourceId: string;

  @Column('text')
  kind: AvailabilityRuleKind;

  /** Monday is 1. */
  @Column('smallint')
  weekday: number;

  @Column('smallint')
  fromMinute: number;

  @Column('smallint')
  toMinute: number;

  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column('date', { nullable: true })
  validTo: string | null;
}

/** One day that is not as the week has it: it beats the pattern and holidays, and `off` beats `open`. */
@Entity('availability_day')
@Index(['resourceId', 'day'])
@Check('availability_day_kind', `"kind" IN ('off', 'open')`)
@Check('availability_day_minutes', `0 <= "from_minute" AND "from_minute" < "to_minute" AND "to_minute" <= 2880`)
export class AvailabilityDay {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Availability, { onDelete: 'CASCADE' })
  @Column('uuid')
  resourceId: string;

  @Column('text')
  kind: AvailabilityDayKind;

  @Column('date')
  day: string;

  @Column('smallint', { default: 0 })
  fromMinute: number;

  @Column('smallint', { default: 1440 })
  toMinute: number;

  @Column('text', { nullable: true })
  reason: string | null;
}

@Entity('holiday')
export class Holiday {
  /** ISO 3166-1 alpha-2. */
  @PrimaryColumn('text')
  country: string;

  @PrimaryColumn('date')
  day: string;

  @Column('jsonb')
  name: Partial<Record<Locale, string>>;
}

/** Which years of which countries have been written; `known`: the country is one whose holidays are known at all. */
@Entity('holiday_fill')
export class HolidayFill {
  @PrimaryColumn('text')
  country: string;

  @PrimaryColumn('int')
  year: number;

  @Column({ ...instant, default: () => 'now()' })
  filledAt: Temporal.Instant;

  @Column('boolean')
  known: boolean;
}

/** A person's own visits for the calendar program that she hands the address to; its token is kept as a hash. */
@Entity('calendar_feed')
export class CalendarFeed {
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  personId: PersonId;

  @Column('text', { unique: true })
  tokenHash: string;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  readAt: Temporal.Instant | null;
}

/** A calendar elsewhere that somebody's busy times are read from, and her visits written to where she wants that. */
@Entity('calendar_link')
@Check('calendar_link_kind', `"kind" IN ('ics', 'caldav')`)
@Check('calendar_link_state', `"state" IN ('new', 'works', 'stale', 'refused')`)
export class CalendarLink {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: PersonId;

  @Column('text')
  kind: 'ics' | 'caldav';

  /** All of the address that is ever shown. */
  @Column('text')
  host: string;

  /** Sealed: an address may be a secret by itself. */
  @Column('bytea')
  url: Buffer;

  @Column('text', { nullable: true })
  username: string | null;

  /** Sealed. */
  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  /** The path of the collection that is read, once it was found. */
  @Column('text', { nullable: true })
  collection: string | null;

  @Column('boolean', { default: false })
  writes: boolean;

  @Column('text', { default: 'new' })
  state: CalendarLinkState;

  /** What its server says of its present state. */
  @Column('text', { nullable: true })
  tag: string | null;

  @Index()
  @Column({ ...instant, default: () => 'now()' })
  nextAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  readAt: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  workedAt: Temporal.Instant | null;

  @Column('text', { nullable: true })
  problem: string | null;

  /** Why her visits could not be written there, or not be taken out of it. */
  @Column('text', { nullable: true })
  writeProblem: string | null;

  /** Since when what was written there is taken out of it; until that is done it is kept. */
  @Column({ ...instant, nullable: true })
  leavingSince: Temporal.Instant | null;

  /** She has taken it away: nothing is read of it, and once nothing of ours lies in it it is gone. */
  @Column('boolean', { default: false })
  removed: boolean;

  @Column('jsonb', { nullable: true })
  ignored: IgnoredCount[] | null;

  @Column('int', { default: 1 })
  version: number;
}

/** A time at which a person is busy elsewhere, as it was read last; what for is not kept. */
@Entity('busy_time')
@Index(['personId', 'fromAt'])
export class BusyTime {
  @ForeignKey(() => CalendarLink, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  linkId: string;

  @Column('uuid')
  personId: PersonId;

  @PrimaryColumn(instant)
  fromAt: Temporal.Instant;

  @PrimaryColumn(instant)
  toAt: Temporal.Instant;
}

/** What was written of a visit into a calendar elsewhere, and when it is looked at anew. */
@Entity('calendar_object')
export class CalendarObject {
  @ForeignKey(() => CalendarLink, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  linkId: string;

  @PrimaryColumn('uuid')
  visitId: VisitId;

  /** Nothing lies there yet, or another program of hers keeps it. */
  @Column('text', { nullable: true })
  href: string | null;

  @Column('text', { nullable: true })
  etag: string | null;

  @Column('int')
  sequence: number;

  @Index({ where: 'due_at IS NOT NULL' })
  @Column({ ...instant, nullable: true })
  dueAt: Temporal.Instant | null;

  @Column('int', { default: 0 })
  attempts: number;
}

export const schedulingEntities = [
  ...[Availability, AvailabilityRule, AvailabilityDay, Holiday, HolidayFill],
  ...[CalendarFeed, CalendarLink, BusyTime, CalendarObject],
];
