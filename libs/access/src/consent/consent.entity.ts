import type {
  GranteeKind,
  GranteeRole,
  InstitutionId,
  PersonId,
  RecordCategory,
  SharePurpose,
} from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '../people.entities';

/**
 * What a patient has said about one reader of her record, or many. It is never changed: the next one about the same readers ends it,
 * and both stay.
 */
@Entity('consent')
@Check('consent_purpose', `"purpose" IN ('TREAT', 'ETREAT', 'HRESCH')`)
@Check(
  'consent_grantee',
  `CASE "kind" WHEN 'person' THEN "person_id" IS NOT NULL WHEN 'institution' THEN "institution_id" IS NOT NULL WHEN 'role' THEN "role" IS NOT NULL ELSE "kind" = 'treating' END`,
)
export class Consent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Person)
  @Column('uuid')
  patientId: PersonId;

  @Column('text')
  kind: GranteeKind;

  @Column('text', { nullable: true })
  role: GranteeRole | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  personId: PersonId | null;

  @ForeignKey('institution')
  @Column('uuid', { nullable: true })
  institutionId: InstitutionId | null;

  @Column('text')
  purpose: SharePurpose;

  /** What they may see; nothing else. */
  @Column('text', { array: true })
  categories: RecordCategory[];

  @Column('timestamptz', { transformer: instantColumn })
  startsAt: Temporal.Instant;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  endsAt: Temporal.Instant | null;

  @ForeignKey(() => Person)
  @Column('uuid')
  byId: PersonId;

  /** In her words. */
  @Column('text')
  why: string;

  @Column('timestamptz', { transformer: instantColumn, nullable: true })
  endedAt: Temporal.Instant | null;

  @ForeignKey(() => Person)
  @Column('uuid', { nullable: true })
  endedBy: PersonId | null;
}
