import type { EmailState, PersonId } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Person } from '../people.entities';

/** Where mail of a person goes; `null` where nothing can be sent. */
export function addressOf(person: Pick<Person, 'email'>): string | null {
  return person.email?.trim() || null;
}

/** Remembers what a mail server said about an address, and tells who looks at it. */
export async function markAddress(
  em: EntityManager,
  personId: PersonId,
  state: Exclude<EmailState, 'unknown'>,
): Promise<void> {
  const [changed]: [unknown[], number] = await em.query(
    'update person set email_state = $2 where id = $1 and email_state <> $2 returning id',
    [personId, state],
  );
  if (changed.length > 0) await announcePerson(em, personId);
}

/** A person changed: she herself, her institutions' lists and the cases she is the patient of are read again. */
export async function announcePerson(em: EntityManager, personId: PersonId): Promise<void> {
  const rows: { topic: 'institution' | 'episode'; id: string }[] = await em.query(
    `select 'institution' as topic, institution_id as id from membership where person_id = $1 and revoked_at is null
     union select 'institution', institution_id from invitation
            where person_id = $1 and institution_id is not null and revoked_at is null
     union select 'institution', institution_id from episode where patient_id = $1
     union select 'episode', id from episode where patient_id = $1`,
    [personId],
  );
  const version = now().epochMilliseconds;
  await announce(em, { topic: 'person', id: personId, version }, ...rows.map((row) => ({ ...row, version })));
}
