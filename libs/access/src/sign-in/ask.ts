import { randomUUID } from 'node:crypto';
import type { PersonId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import type { Database } from '@okaeri/platform';
import { networkOf } from '../strangers';
import { countRate, takeRate } from './rate';

interface Candidate {
  personId: PersonId;
  /** Staff, steward or patient; a guest has no account. */
  mayEnter: boolean;
  invitationId: string | null;
}

/**
 * Somebody wants to come in and gave an address. Everybody whose it is gets a link of her own; who was invited and has not
 * come yet gets her invitation again. Nobody learns here whether there is such a person: only a flood is refused.
 */
export async function askSignIn(
  db: Database,
  { email, address, wide }: { email: string; address: string | undefined; wide: boolean },
): Promise<void> {
  await takeRate(db.manager, { limit: 'signInFromAddress', of: networkOf(address ?? ''), wide });
  const candidates: Candidate[] = await db.manager.query(
    `select p.id as "personId",
            p.steward or exists (select 1 from membership m where m.person_id = p.id and m.revoked_at is null)
                      or exists (select 1 from episode e where e.patient_id = p.id) as "mayEnter",
            (select i.id from invitation i
              where i.person_id = p.id and i.redeemed_at is null and i.revoked_at is null and i.expires_at > now()
              order by i.created_at desc limit 1) as "invitationId"
       from person p where lower(p.email) = lower($1) and p.merged_into is null
      order by p.created_at limit 10`,
    [email],
  );
  for (const { personId, mayEnter, invitationId } of candidates) {
    if (!mayEnter && !invitationId) continue;
    const { over } = await countRate(db.manager, { limit: 'signInOfPerson', of: personId, wide });
    if (over) continue;
    await db.inTransaction((em) =>
      mayEnter || !invitationId
        ? emit(em, 'signIn.asked', { personId, askId: randomUUID() })
        : emit(em, 'person.invited', { invitationId }),
    );
  }
}
