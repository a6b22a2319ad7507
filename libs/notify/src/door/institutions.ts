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
  /** In each of its languages. */
  names: Localized;
  phone: string;
  email: string | null;
}

export interface InstitutionRow {
  name: Localized;
  phone: string;
  email: string | null;
}

export async function readInstitutions(
  em: EntityManager,
  ids: readonly InstitutionId[],
): Promise<Map<InstitutionId, InstitutionRow>> {
  const rows: (InstitutionRow & { id: InstitutionId })[] = await em.query(
    'select id, name, phone, email from institution where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readSender(em: EntityManager, id: InstitutionId, locale: Locale): Promise<Sender | null> {
  const row = (await readInstitutions(em, [id])).get(id);
  return row ? senderOf(row, locale) : null;
}

export const senderOf = ({ name, phone, email }: InstitutionRow, locale: Locale): Sender => ({
  name: localized(name, locale),
  names: name,
  phone,
  email,
});

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
