import { markAddress } from '@okaeri/access';
import type { PersonId } from '@okaeri/contracts';
import type { Database } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { Attachment } from 'postal-mime';
import { moveMessage } from '../deliver-state';

/** Of a report (RFC 3464): whether it says that a mail did not arrive and never will. */
export function saysFailed(report: string): boolean {
  const unfolded = report.replace(/\r?\n[ \t]+/g, ' ');
  return /^Action:\s*failed\s*$/im.test(unfolded) && /^Status:\s*5\.\d{1,3}\.\d{1,3}/im.test(unfolded);
}

/** The message that a return address of ours stands for. */
export function messageOf(recipient: string, mailDomain: string): string | null {
  const [, id, domain] = /^bounce\+([0-9a-f-]{36})@(.+)$/i.exec(recipient) ?? [];
  return id && domain?.toLowerCase() === mailDomain ? id.toLowerCase() : null;
}

/**
 * Only a report about a mail that we sent counts, and only one that says it failed for good. It may be quicker than the
 * answer of the server that took the mail: who leads that conversation then finds it returned already.
 */
export async function takeReport(db: Database, raw: Buffer, messageId: string): Promise<void> {
  const { default: PostalMime } = await import('postal-mime');
  const { attachments } = await PostalMime.parse(raw);
  const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!report || !saysFailed(textOf(report))) return;
  await db.inTransaction(async (em) => {
    const rows: { personId: PersonId; state: 'sending' | 'sent' }[] = await em.query(
      `select person_id as "personId", state from notify_message
        where id = $1 and channel = 'email' and state in ('sending', 'sent') for update`,
      [messageId],
    );
    const [row] = rows;
    if (!row) return;
    const { personId, state } = row;
    const handedOver = state === 'sending' ? { sentAt: now() } : {};
    await moveMessage(em, messageId, [state, 'bounced'], { problem: 'returned', ...handedOver });
    await markAddress(em, personId, 'bounced');
  });
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
