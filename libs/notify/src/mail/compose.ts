import type { Person } from '@okaeri/access';
import { localeTags } from '@okaeri/contracts';
import type { MailContent } from '@okaeri/platform';
import { toDate } from '@okaeri/words/time';
import { calendarFile } from '../calendar/event';
import { publishedFile } from '../calendar/published';
import type { RenderedMail } from '../kinds';
import type { NotifyMessage } from '../message.entity';
import { takesMailIn } from '../options';
import type { NotifyOptions } from '../options';
import { htmlMail, plainMail } from './frame';
import { addressIn } from './origins';

interface Mail {
  envelope: { from: string; to: string };
  content: MailContent;
}

interface MailInput {
  message: NotifyMessage;
  person: Person;
  address: string;
  rendered: RenderedMail;
  options: NotifyOptions;
}

/** The whole mail: headers, plain text, HTML and calendar. */
export async function composeMail(input: MailInput): Promise<Mail> {
  const { message, person, address, rendered, options } = input;
  const locale = person.language;
  const frame = { locale, subject: rendered.subject, blocks: rendered.blocks };
  const content: MailContent = {
    from: options.mailFrom,
    to: { name: person.name, address },
    ...(rendered.replyTo ? { replyTo: rendered.replyTo } : {}),
    subject: rendered.subject.replaceAll('\u00a0', ' '),
    text: plainMail(frame),
    html: htmlMail(frame),
    messageId: message.messageId ?? undefined,
    date: toDate(message.dueAt),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': localeTags[locale],
      'X-Okaeri-Kind': message.kind,
    },
    ...(await fileOf(input)),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const from = takesMailIn(options) ? `bounce+${message.id}@${options.mailDomain}` : addressIn(options.mailFrom);
  return { envelope: { from, to: address }, content };
}

async function fileOf({
  message,
  person,
  address,
  rendered,
  options,
}: MailInput): Promise<Pick<NonNullable<MailContent>, 'icalEvent'>> {
  const { calendar, published } = rendered;
  const { createdAt } = message;
  if (calendar) {
    const content = await calendarFile(calendar, { person, address, createdAt, options });
    return { icalEvent: { method: calendar.method, filename: 'visit.ics', content } };
  }
  if (!published) return {};
  const content = await publishedFile(published, { createdAt, options });
  return { icalEvent: { method: 'PUBLISH', filename: 'visits.ics', content } };
}
