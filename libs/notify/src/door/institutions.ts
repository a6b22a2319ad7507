import { localized } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import type { InstitutionId, Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import type { EntityManager } from 'typeorm';
import type { RenderedMail } from '../kinds';
import type { Block } from '../mail/frame';

/** Of a hospital, what a mail says. The table is care's, which stands above. */
export interface Sender {
  name: string;
  phone: string;
  email: string | null;
}

export async function readSender(em: EntityManager, id: InstitutionId, locale: Locale): Promise<Sender | null> {
  const rows: { name: Localized; phone: string; email: string | null }[] = await em.query(
    'select name, phone, email from institution where id = $1',
    [id],
  );
  const [row] = rows;
  return row ? { name: localized(row.name, locale), phone: row.phone, email: row.email } : null;
}

/** The last lines of a mail and whom an answer reaches. */
export function signature(
  locale: Locale,
  sender: Sender | null,
): { footer: Block; replyTo: NonNullable<RenderedMail['replyTo']> | null } {
  if (!sender) return { footer: { kind: 'small', text: say(locale, 'mail.footer.house') }, replyTo: null };
  const { name: institution, phone, email } = sender;
  if (!email)
    return {
      footer: { kind: 'small', text: say(locale, 'mail.footer.noAnswer', { institution, phone }) },
      replyTo: null,
    };
  return {
    footer: { kind: 'small', text: say(locale, 'mail.footer.answer', { institution }) },
    replyTo: { name: institution, address: email },
  };
}
