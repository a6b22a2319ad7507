import type { InstitutionId, InvitationRole, LinkKind, PersonId, VisitId } from '@okaeri/contracts';
import { instantColumn } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '../people.entities';

const instant = { type: 'timestamptz', transformer: instantColumn } as const;

/** Somebody was asked to come in. Made again for the same person, place and role, it is the same one. */
@Entity('invitation')
@Check(
  'invitation_role',
  `"role" IN ('physician', 'coordinator', 'interpreter', 'administrator', 'patient', 'steward')`,
)
@Index('invitation_open_idx', ['personId', 'institutionId', 'role'], {
  unique: true,
  where: `"redeemed_at" IS NULL AND "revoked_at" IS NULL`,
})
@Index('invitation_open_house_idx', ['personId', 'role'], {
  unique: true,
  where: `"institution_id" IS NULL AND "redeemed_at" IS NULL AND "revoked_at" IS NULL`,
})
export class Invitation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: PersonId;

  @Index()
  @ForeignKey('institution', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  institutionId: InstitutionId | null;

  @Column('text')
  role: InvitationRole;

  /** Null: the command line. */
  @ForeignKey(() => Person, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  invitedBy: PersonId | null;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column(instant)
  expiresAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  redeemedAt: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  revokedAt: Temporal.Instant | null;

  @Column('boolean', { default: false })
  demo: boolean;
}

/** A way in. The token itself is nowhere but in the mail that it was made for. */
@Entity('access_link')
@Check('access_link_kind', `"kind" IN ('sign_in', 'invitation', 'visit')`)
@Check(
  'access_link_about',
  `("kind" = 'visit') = ("visit_id" IS NOT NULL) AND ("kind" = 'invitation') = ("invitation_id" IS NOT NULL)`,
)
export class AccessLink {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  kind: LinkKind;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: PersonId;

  @Index()
  @ForeignKey('visit', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  visitId: VisitId | null;

  @Index()
  @ForeignKey(() => Invitation, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  invitationId: string | null;

  /** SHA-256 of the token, hex. */
  @Column('text', { unique: true })
  tokenHash: string;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column(instant)
  expiresAt: Temporal.Instant;

  /** Of a sign-in: it opens once. Of the others: when it opened first. */
  @Column({ ...instant, nullable: true })
  usedAt: Temporal.Instant | null;

  @Column({ ...instant, nullable: true })
  revokedAt: Temporal.Instant | null;
}

/** A browser that a visit link has let in. */
@Entity('link_device')
@Unique(['visitId', 'personId', 'deviceHash'])
@Index('link_device_first_idx', ['visitId', 'personId'], { unique: true, where: `"first"` })
export class LinkDevice {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('visit', { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: PersonId;

  @Column('text')
  deviceHash: string;

  /** It came first and needed no code. */
  @Column('boolean')
  first: boolean;

  @Column({ ...instant, nullable: true })
  confirmedAt: Temporal.Instant | null;
}

/** A code was asked for, from one browser. Made again for each mail that is rendered; the earlier ones stay good. */
@Entity('link_code')
@Index(['visitId', 'personId', 'deviceHash'])
export class LinkCode {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('visit', { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: VisitId;

  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: PersonId;

  @Column('text')
  deviceHash: string;

  @Column('text', { array: true, default: [] })
  codeHashes: string[];

  @Column('integer', { default: 0 })
  wrong: number;

  @Column({ ...instant, default: () => 'now()' })
  createdAt: Temporal.Instant;

  @Column(instant)
  expiresAt: Temporal.Instant;

  @Column({ ...instant, nullable: true })
  usedAt: Temporal.Instant | null;
}

/** How often something was done within one window of time. `bucket` is a hash: no address can be read from it. */
@Entity('rate')
export class Rate {
  @PrimaryColumn('text')
  bucket: string;

  @PrimaryColumn(instant)
  begins: Temporal.Instant;

  @Column('integer')
  count: number;
}
