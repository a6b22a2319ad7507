import { linkLetters } from '@okaeri/contracts';
import type { LinkKind } from '@okaeri/contracts';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { hashOf, newSecret } from './token';

export interface NewLink {
  kind: LinkKind;
  personId: string;
  visitId?: string | null;
  invitationId?: string | null;
  expiresAt: Temporal.Instant;
}

/**
 * Makes a way in and answers with its token, which is nowhere else: hand it to the mail that is being written and to
 * nothing that stays. Earlier links of the same person stay good; a mail that may have arrived must not hold a dead one.
 */
export async function makeLink(em: EntityManager, link: NewLink): Promise<string> {
  const token = `${linkLetters[link.kind]}.${newSecret()}`;
  await em.query(
    `insert into access_link (kind, person_id, visit_id, invitation_id, token_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [link.kind, link.personId, link.visitId ?? null, link.invitationId ?? null, hashOf(token), toIso(link.expiresAt)],
  );
  return token;
}
