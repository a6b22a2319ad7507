import { holdAddress, invite } from '@okaeri/access';
import type { Locale, PersonId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/**
 * Asks somebody to look after this installation: to make hospitals and their first administrators. The same address is
 * the same person, and the same open invitation.
 */
export async function inviteSteward(
  em: EntityManager,
  { email, name, language }: { email: string; name: string | null; language: Locale },
): Promise<{ invitationId: string; personId: PersonId; already: boolean }> {
  await holdAddress(em, email);
  const known: { id: PersonId; steward: boolean }[] = await em.query(
    `select p.id, p.steward from person p
      where lower(p.email) = lower($1) and p.merged_into is null
        and (p.steward or exists (select 1 from membership m where m.person_id = p.id)
             or exists (select 1 from invitation i where i.person_id = p.id and i.role <> 'patient' and i.revoked_at is null))
      limit 1`,
    [email],
  );
  const personId = known[0]?.id ?? (await newSteward(em, email, name, language));
  const invitationId = await invite(em, { personId, institutionId: null, role: 'steward', by: null, demo: false });
  return { invitationId, personId, already: known[0]?.steward ?? false };
}

/** What only she can say, she says on her first page. */
async function newSteward(em: EntityManager, email: string, name: string | null, language: Locale): Promise<PersonId> {
  const called = name ?? email.split('@')[0] ?? email;
  const rows: { id: PersonId }[] = await em.query(
    `insert into person (name, name_latin, language, zone, place, country, email)
     values ($1, $1, $2, 'UTC', '{}'::jsonb, '', $3) returning id`,
    [called, language, email],
  );
  const [row] = rows;
  if (!row) throw new Error('The person was not written.');
  return row.id;
}
