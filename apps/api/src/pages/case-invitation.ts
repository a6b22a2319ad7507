import { localized, nameFor } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import type { InvitationView } from '@okaeri/contracts';
import { deliveriesOf } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { Temporal, clockWords, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from './reader';

/** The newest invitation of a patient, as her coordinator sees it. */
export async function invitationOf(em: EntityManager, patient: Person, reader: Reader): Promise<InvitationView | null> {
  const rows: { id: string; expiresAt: Date; redeemed: boolean; revoked: boolean }[] = await em.query(
    `select id, expires_at as "expiresAt", redeemed_at is not null as redeemed, revoked_at is not null as revoked
       from invitation where person_id = $1 and role = 'patient' order by created_at desc limit 1`,
    [patient.id],
  );
  const [row] = rows;
  if (!row) return null;
  const expiresAt = toInstant(row.expiresAt);
  const open = Temporal.Instant.compare(expiresAt, reader.now) > 0;
  const { date } = clockWords({ ...reader, instant: expiresAt });
  const [delivery] = await deliveriesOf(em, [row.id], reader);
  const { entityId: _, ...shown } = delivery ?? { entityId: '' };
  return {
    invitationId: row.id,
    person: {
      personId: patient.id,
      name: nameFor(patient, reader.locale, 'patient'),
      roles: [],
      email: patient.email,
      emailState: patient.emailState,
      place: localized(patient.place, reader.locale),
      languages: patient.languages,
      licence: null,
    },
    role: 'patient',
    state: row.redeemed ? 'accepted' : row.revoked ? 'withdrawn' : open ? 'open' : 'expired',
    expiresWords: say(reader.locale, 'people.invitation.until', { date }),
    delivery: 'messageId' in shown ? shown : null,
  };
}
