import { doorClosesMinutes, overStatuses } from '@okaeri/contracts';
import type {
  InvitationRole,
  LinkKind,
  LinkState,
  Locale,
  PersonId,
  SeatRole,
  SeatState,
  VisitId,
  VisitStatus,
} from '@okaeri/contracts';
import { Temporal, now, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { hashOf } from './token';

/** A link with everything that decides whether it opens. */
export interface KnownLink {
  linkId: string;
  kind: LinkKind;
  /** Whose it is; of two records that were joined, the one that is kept. */
  personId: PersonId;
  language: Locale;
  email: string | null;
  demo: boolean;
  expiresAt: Temporal.Instant;
  used: boolean;
  revoked: boolean;
  invitation: {
    id: string;
    role: InvitationRole;
    institutionId: string | null;
    redeemed: boolean;
    revoked: boolean;
    expiresAt: Temporal.Instant;
  } | null;
  visit: {
    visitId: VisitId;
    patientId: PersonId;
    status: VisitStatus;
    startsAt: Temporal.Instant;
    /** Later than it was booked, where those who wait were told so. */
    beginsAt: Temporal.Instant;
    minutes: number;
    seat: { role: SeatRole; state: SeatState } | null;
  } | null;
}

interface Row {
  linkId: string;
  kind: LinkKind;
  personId: PersonId;
  language: Locale;
  email: string | null;
  demo: boolean;
  expiresAt: Date;
  used: boolean;
  revoked: boolean;
  invitationId: string | null;
  invitationRole: InvitationRole;
  institutionId: string | null;
  invitationRedeemed: boolean;
  invitationRevoked: boolean;
  invitationExpiresAt: Date;
  visitId: VisitId | null;
  patientId: PersonId;
  status: VisitStatus;
  startsAt: Date;
  beginsAt: Date;
  minutes: number;
  seatRole: SeatRole | null;
  seatState: SeatState;
}

/** `null` for a token that was never made. `lock`: nobody else may use it until this transaction is over. */
export async function readLink(
  em: EntityManager,
  token: string,
  options: { lock: boolean },
): Promise<KnownLink | null> {
  const rows: Row[] = await em.query(
    `select l.id as "linkId", l.kind, p.id as "personId", p.language, p.email, p.demo, l.expires_at as "expiresAt",
            l.used_at is not null as used, l.revoked_at is not null as revoked,
            i.id as "invitationId", i.role as "invitationRole", i.institution_id as "institutionId",
            i.redeemed_at is not null as "invitationRedeemed", i.revoked_at is not null as "invitationRevoked",
            i.expires_at as "invitationExpiresAt",
            v.id as "visitId", e.patient_id as "patientId", v.status, v.starts_at as "startsAt", v.minutes,
            greatest(v.starts_at, v.expected_at) as "beginsAt", s.role as "seatRole", s.state as "seatState"
       from access_link l
       join person given on given.id = l.person_id
       join person p on p.id = coalesce(given.merged_into, given.id)
       left join invitation i on i.id = l.invitation_id
       left join visit v on v.id = l.visit_id
       left join episode e on e.id = v.episode_id
       left join seat s on s.visit_id = v.id and s.person_id = p.id
      where l.token_hash = $1 ${options.lock ? 'for update of l' : ''}`,
    [hashOf(token)],
  );
  const [row] = rows;
  return row ? linkOf(row) : null;
}

function linkOf(row: Row): KnownLink {
  const { linkId, kind, personId, language, email, demo, used, revoked } = row;
  return {
    ...{ linkId, kind, personId, language, email, demo, used, revoked },
    expiresAt: toInstant(row.expiresAt),
    invitation: row.invitationId
      ? {
          id: row.invitationId,
          role: row.invitationRole,
          institutionId: row.institutionId,
          redeemed: row.invitationRedeemed,
          revoked: row.invitationRevoked,
          expiresAt: toInstant(row.invitationExpiresAt),
        }
      : null,
    visit: row.visitId
      ? {
          visitId: row.visitId,
          patientId: row.patientId,
          status: row.status,
          startsAt: toInstant(row.startsAt),
          beginsAt: toInstant(row.beginsAt),
          minutes: row.minutes,
          seat: row.seatRole ? { role: row.seatRole, state: row.seatState } : null,
        }
      : null,
  };
}

const isPast = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now()) <= 0;

/** What a link is good for now; which browser holds it is another question. */
export function stateOf(link: KnownLink): Exclude<LinkState, 'confirm' | 'not_yet'> {
  const { kind, invitation, visit } = link;
  if (kind === 'visit') return visit ? stateOfVisit(visit) : 'ended';
  if (invitation?.revoked) return 'ended';
  if (link.used || invitation?.redeemed) return 'used';
  if (link.revoked || isPast(invitation?.expiresAt ?? link.expiresAt)) return 'expired';
  return 'ready';
}

/** The visit decides, not the day on which the mail was written: it may have been moved since, or be late. */
function stateOfVisit(visit: NonNullable<KnownLink['visit']>): 'ready' | 'ended' | 'cancelled' {
  if (visit.status === 'cancelled') return 'cancelled';
  if (overStatuses.includes(visit.status)) return 'ended';
  if (!visit.seat || visit.seat.state === 'removed') return 'ended';
  return isPast(visit.beginsAt.add({ minutes: visit.minutes + doorClosesMinutes })) ? 'ended' : 'ready';
}
