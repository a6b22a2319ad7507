import type {
  Channel,
  EmailState,
  InstitutionId,
  Locale,
  PersonId,
  PhoneState,
  Sex,
  StaffRole,
} from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Localized } from './localized';

@Entity('person')
@Check('person_sex', `"sex" IN ('female', 'male', 'other', 'unknown')`)
@Check('person_email_state', `"email_state" IN ('unknown', 'works', 'bounced')`)
@Check('person_phone_state', `"phone_state" IN ('unknown', 'works', 'refused')`)
@Check('person_channels', `"channels" <@ ARRAY['email', 'sms', 'push', 'app']`)
@Check(
  'person_quiet',
  `("quiet_from" IS NULL) = ("quiet_to" IS NULL) AND "quiet_from" BETWEEN 0 AND 1439 AND "quiet_to" BETWEEN 0 AND 1439`,
)
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id: PersonId;

  /** In her own script. */
  @Column('text')
  name: string;

  @Column('text')
  nameLatin: string;

  @Column('text', { nullable: true })
  nameKana: string | null;

  @Column('text')
  language: Locale;

  @Column('text')
  zone: string;

  @Column('jsonb')
  place: Localized;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  /** ISO 8601; asked of patients. */
  @Index()
  @Column('date', { nullable: true })
  birthDate: string | null;

  @Column('text', { default: 'unknown' })
  sex: Sex;

  /** Whether mail has reached her address. */
  @Column('text', { default: 'unknown' })
  emailState: EmailState;

  /** Minutes before a visit at which she is reminded. */
  @Column('integer', { array: true, default: [1440, 60, 10] })
  reminders: number[];

  /** By which ways she is told what she may choose the way of. */
  @Column('text', { array: true, default: ['email', 'app'] })
  channels: Channel[];

  /** Minutes of her day between which nothing wakes her; over midnight where the first is the later. */
  @Column('smallint', { nullable: true })
  quietFrom: number | null;

  @Column('smallint', { nullable: true })
  quietTo: number | null;

  /** Whether a short message has reached her number. */
  @Column('text', { default: 'unknown' })
  phoneState: PhoneState;

  @Column('text', { nullable: true })
  licence: string | null;

  @Column('text', { nullable: true })
  licenceCountry: string | null;

  /** What an interpreter interprets between; BCP 47. */
  @Column('text', { array: true, default: [] })
  languages: string[];

  /** May make institutions, and the first administrator of each. */
  @Column('boolean', { default: false })
  steward: boolean;

  /** When she said herself how her name is written. */
  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  welcomedAt: Temporal.Instant | null;

  /** The record that is kept, where two were one person. */
  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  mergedInto: PersonId | null;

  @Column('integer', { default: 1 })
  version: number;

  /** Of the demo world; a process refuses to play it where a person exists who is not. */
  @Column('boolean', { default: false })
  demo: boolean;

  /** The host name that signs her in there. */
  @Column('text', { nullable: true, unique: true })
  persona: string | null;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  createdAt: Temporal.Instant;
}

/** What a person is at an institution. Without a row that is not revoked, staff may do nothing there. */
@Entity('membership')
@Check('membership_role', `"role" IN ('physician', 'coordinator', 'interpreter', 'administrator')`)
export class Membership {
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  personId: PersonId;

  @ForeignKey('institution', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  institutionId: InstitutionId;

  @PrimaryColumn('text')
  role: StaffRole;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  revokedAt: Temporal.Instant | null;
}

export const careRelationKinds = ['treatment', 'interpretation', 'family', 'home_physician', 'specialist'] as const;
export type CareRelationKind = (typeof careRelationKinds)[number];

/** Why somebody may know of a patient: she is cared for by an institution, or by a person. */
@Entity('care_relation')
@Check('care_relation_one_side', `("person_id" IS NULL) <> ("institution_id" IS NULL)`)
export class CareRelation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  patientId: PersonId;

  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  personId: PersonId | null;

  @ForeignKey('institution', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  institutionId: InstitutionId | null;

  @Column('text')
  kind: CareRelationKind;

  @Column('timestamptz', { transformer: instantColumn, default: () => 'now()' })
  startsAt: Temporal.Instant;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  endsAt: Temporal.Instant | null;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  revokedAt: Temporal.Instant | null;
}
