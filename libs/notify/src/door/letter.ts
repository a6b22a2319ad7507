import { say } from '@okaeri/words';
import type { MailReader, RenderedMail } from '../kinds';
import type { Block } from '../mail/frame';
import { tell } from '../mail/phrase';
import type { Phrase } from '../mail/phrase';
import { signature } from './institutions';
import type { Sender } from './institutions';

/**
 * What every letter has around its own blocks: what it is about, whom it greets, and who signs it. Said in one language only where
 * `title` is a text: then nothing of it becomes a line of her inbox.
 */
export function letterOf(
  { locale, person }: MailReader,
  sender: Sender | null,
  title: Phrase | string,
  blocks: readonly Block[],
): RenderedMail {
  const subject = typeof title === 'string' ? title : tell(locale, title);
  const { footer, replyTo } = signature(locale, sender);
  return {
    subject,
    ...(typeof title === 'string' ? {} : { title }),
    blocks: [
      { kind: 'heading', text: subject },
      { kind: 'greeting', text: say(locale, 'mail.greeting', { name: person.name }) },
      ...blocks,
      footer,
    ],
    replyTo,
  };
}
