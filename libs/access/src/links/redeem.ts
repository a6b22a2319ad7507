import { announce } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { announcePerson } from '../people/addresses';
import type { KnownLink } from './look';

/** What becomes true when somebody comes in by a sign-in or an invitation: she may do here what she was asked to do. */
export async function accept(em: EntityManager, link: KnownLink): Promise<void> {
  const { personId, invitation } = link;
  // The mail has been read: the address works, whatever was thought of it.
  await em.query(`update person set email_state = 'works' where id = $1 and email_state <> 'works'`, [personId]);
  if (!invitation) {
    // A patient who signs in has answered, by whichever of our mails.
    await em.query(
      `update invitation set redeemed_at = now()
        where person_id = $1 and role = 'patient' and redeemed_at is null and revoked_at is null`,
      [personId],
    );
    await announcePerson(em, personId);
    return;
  }
  const { id, role, institutionId } = invitation;
  await em.query('update invitation set redeemed_at = now() where id = $1', [id]);
  if (role === 'steward') await em.query('update person set steward = true where id = $1', [personId]);
  else if (role !== 'patient' && institutionId) {
    await em.query(
      `insert into membership (person_id, institution_id, role) values ($1, $2, $3)
       on conflict (person_id, institution_id, role) do update set revoked_at = null`,
      [personId, institutionId, role],
    );
  }
  if (institutionId) await announce(em, { topic: 'institution', id: institutionId, version: now().epochMilliseconds });
  await announcePerson(em, personId);
}
