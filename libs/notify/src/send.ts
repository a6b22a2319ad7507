import { localized } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { problemCode } from '@okaeri/platform';
import type { Database, MailTransport } from '@okaeri/platform';
import type { Log } from '@okaeri/runtime';
import { Temporal, now } from '@okaeri/words/time';
import { moveMessage, waitAfter } from './deliver-state';
import type { MailReader, MessageKinds, RenderedMail } from './kinds';
import { composeMail } from './mail/compose';
import { originOf } from './mail/origins';
import type { NotifyMessage } from './message.entity';
import type { NotifyOptions } from './options';
import type { LetterReads } from './reads';
import { within } from './within';

/** All that is read for one mail; a statement of it ends sooner by itself, unless its connection is dead. */
const writeMs = 30_000;

export interface Parts {
  db: Database;
  transport: MailTransport;
  kinds: MessageKinds;
  reads: LetterReads;
  options: NotifyOptions;
  log: Log;
  /** Told of an address that takes no mail. */
  onBounce: (message: NotifyMessage) => Promise<void>;
  /** Told that the server has it; keeps it. */
  onSent: () => Promise<void>;
}

interface Written {
  person: Person;
  address: string;
  rendered: RenderedMail;
}

/**
 * One attempt at one message that is in `sending`: its words are made, with their links; what the server said is kept.
 * Each commits by itself, so that no transaction waits for a mail server. A crash in between leaves it in `sending`, and
 * it is taken up again with the same Message-ID.
 */
export async function sendMessage(parts: Parts, message: NotifyMessage): Promise<void> {
  try {
    const written = await within(writeMs, write(parts, message));
    if (written) await handOver(parts, message, written);
  } catch (err) {
    parts.log.error({ err, kind: message.kind, messageId: message.id }, 'a mail could not be made');
    // Where that cannot be written either, nobody says any more that it is under way.
    const told = { problem: problemCode(err), smtpCode: null };
    await within(writeMs, again(parts, message, told)).catch(() => undefined);
  }
}

/** Ends the message itself where there is nothing to hand over. */
async function write({ db, kinds, reads, options }: Parts, message: NotifyMessage): Promise<Written | null> {
  const render = kinds.get(message.kind);
  if (!render) throw new Error(`Nothing writes ${message.kind}.`);
  const em = db.manager;
  const person = await reads.person(message.personId);
  if (!person?.email) {
    await moveMessage(em, message.id, ['sending', 'failed'], { problem: 'address_missing' });
    return null;
  }
  const locale = person.language;
  const reader: MailReader = {
    person,
    locale,
    zone: person.zone,
    place: localized(person.place, locale),
    origin: originOf(person, options),
    now: now(),
  };
  const rendered = await render(em, message, reader);
  if (rendered) return { person, address: person.email, rendered };
  await moveMessage(em, message.id, ['sending', 'skipped'], { problem: null });
  return null;
}

async function handOver(parts: Parts, message: NotifyMessage, { person, address, rendered }: Written): Promise<void> {
  const { db, transport, options } = parts;
  const mail = await composeMail({ message, person, address, rendered, options });
  const failure = await transport.send(mail.envelope, message.messageId ?? '', mail.content);
  if (!failure) return parts.onSent();
  const { outcome, ...told } = failure;
  // Whether it has it will be known when it is handed over once more, after a while.
  if (outcome === 'unknown') return;
  if (outcome === 'retry') return within(writeMs, again(parts, message, told, rendered.usefulUntil));
  const moved = await within(writeMs, moveMessage(db.manager, message.id, ['sending', outcome], told));
  if (moved && outcome === 'bounced') await parts.onBounce(message);
}

async function again(
  { db }: Parts,
  message: NotifyMessage,
  told: { smtpCode: number | null; problem: string },
  usefulUntil: Temporal.Instant = message.dueAt.add({ hours: 24 }),
): Promise<void> {
  const nextAt = now().add(waitAfter(message.attempts));
  const late = Temporal.Instant.compare(nextAt, usefulUntil) > 0;
  await moveMessage(db.manager, message.id, ['sending', late ? 'failed' : 'queued'], { ...told, nextAt });
}
