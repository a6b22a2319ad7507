import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PersonId, SmsReceipt } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import { loseSms } from './carriers/sms';
import { moveMessage } from './deliver-state';

/** Whether whoever sent these bytes knows the secret: `sha256=` and the HMAC of them in hexadecimal digits. */
export function isSigned(secret: string, body: Buffer, signature: string | undefined): boolean {
  const [, given] = /^sha256=([0-9a-f]{64})$/i.exec(signature ?? '') ?? [];
  if (!given) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(body).digest(), Buffer.from(given, 'hex'));
}

/** What became of a short message. The same twice, or one that is unknown, changes nothing. */
export async function takeReceipt(em: EntityManager, { reference, state }: SmsReceipt): Promise<void> {
  const [row]: { personId: PersonId }[] = await em.query(
    `select person_id as "personId" from notify_message where id = $1 and channel = 'sms' and state in ('sending', 'sent') for update`,
    [reference],
  );
  if (!row) return;
  // It may come before its sender could write down that it was taken.
  await em.query(`update notify_message set state = 'sent' where id = $1 and state = 'sending'`, [reference]);
  const failed = state === 'failed';
  await moveMessage(em, reference, ['sent', state], { problem: failed ? 'not_delivered' : null });
  if (failed) await loseSms(em, { id: reference, personId: row.personId }, false);
  else
    await em.query(`update person set phone_state = 'works' where id = $1 and phone_state <> 'works'`, [row.personId]);
}
