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
  return (await makeLinks(em, [link])).get(link) ?? '';
}

/** The same for several, in one statement. */
export async function makeLinks<Link extends NewLink>(
  em: EntityManager,
  links: readonly Link[],
): Promise<Map<Link, string>> {
  const tokens = new Map(links.map((link) => [link, `${linkLetters[link.kind]}.${newSecret()}`]));
  const column = (of: (link: Link) => string | null | undefined) => links.map((link) => of(link) ?? null);
  await em.query(
    `insert into access_link (kind, person_id, visit_id, invitation_id, token_hash, expires_at)
     select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[])`,
    [
      column(({ kind }) => kind),
      column(({ personId }) => personId),
      column(({ visitId }) => visitId),
      column(({ invitationId }) => invitationId),
      column((link) => hashOf(tokens.get(link) ?? '')),
      column(({ expiresAt }) => toIso(expiresAt)),
    ],
  );
  return tokens;
}
