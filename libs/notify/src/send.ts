import { localized, readPerson } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { problemCode } from '@okaeri/platform';
import type { Database, MailTransport } from '@okaeri/platform';
import type { Log } from '@okaeri/runtime';
import { Temporal, now, toIso } from '@okaeri/words/time';
import { beatSeconds, moveMessage, sendingSeconds, waitAfter } from './deliver-state';
import type { MailReader, MessageKinds, RenderedMail } from './kinds';
import { composeMail } from './mail/compose';
import { originOf } from './mail/origins';
import { NotifyMessage } from './message.entity';
import type { NotifyOptions } from './options';

interface Parts {
  db: Database;
  transport: MailTransport;
  kinds: MessageKinds;
  options: NotifyOptions;
  log: Log;
  /** Told of an address that takes no mail. */
  onBounce: (message: NotifyMessage) => Promise<void>;
}

interface Written {
  person: Person;
  address: string;
  rendered: RenderedMail;
}

/**
 * One attempt at one message, in three steps that each commit by themselves, so that no transaction waits for a mail
 * server: it is being sent; its words are made, with their links; what the server said. A crash between the second and
 * the third leaves it in `sending`, and it is taken up again with the same Message-ID.
 */
export async function sendMessage(parts: Parts, id: string): Promise<void> {
  const message = await begin(parts, id);
  if (!message) return;
  const beat = setInterval(() => void sayAlive(parts, message), beatSeconds * 1000);
  try {
    const written = await write(parts, message);
    if (!written) return;
    await handOver(parts, message, written);
  } catch (err) {
    parts.log.error({ err, kind: message.kind, messageId: id }, 'a mail could not be made');
    await again(parts, message, { problem: problemCode(err), smtpCode: null });
  } finally {
    clearInterval(beat);
  }
}

/** Without it another scheduler would take a slow conversation for one whose leader was killed. */
async function sayAlive({ db }: Parts, { id, attempts }: NotifyMessage): Promise<void> {
  await db.manager
    .query(`update notify_message set sending_since = $3 where id = $1 and state = 'sending' and attempts = $2`, [
      id,
      attempts,
      toIso(now()),
    ])
    .catch(() => undefined);
}

async function begin({ db, options }: Parts, id: string): Promise<NotifyMessage | null> {
  const at = toIso(now());
  const [rows]: [unknown[], number] = await db.manager.query(
    `update notify_message
        set state = 'sending', sending_since = $2, attempts = attempts + 1,
            message_id = coalesce(message_id, '<' || id || '@' || $3::text || '>')
      where id = $1 and (state = 'queued' and next_at <= $2
                         or state = 'sending' and sending_since < $2::timestamptz - $4 * interval '1 second')
      returning id`,
    [id, at, options.mailDomain, sendingSeconds],
  );
  return rows.length > 0 ? db.manager.findOneBy(NotifyMessage, { id }) : null;
}

/** Ends the message itself where there is nothing to hand over. */
async function write({ db, kinds, options }: Parts, message: NotifyMessage): Promise<Written | null> {
  const render = kinds.get(message.kind);
  if (!render) throw new Error(`Nothing writes ${message.kind}.`);
  return db.inTransaction(async (em) => {
    const person = await readPerson(em, message.personId);
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
  });
}

async function handOver(parts: Parts, message: NotifyMessage, { person, address, rendered }: Written): Promise<void> {
  const { db, transport, options } = parts;
  const mail = await composeMail({ message, person, address, rendered, options });
  const failure = await transport.send(mail.envelope, message.messageId ?? '', mail.content);
  if (!failure) {
    await moveMessage(db.manager, message.id, ['sending', 'sent'], { sentAt: now(), smtpCode: 250 });
    return;
  }
  const { outcome, ...told } = failure;
  // Whether it has it will be known when it is handed over once more, after a while.
  if (outcome === 'unknown') return;
  if (outcome === 'retry') return again(parts, message, told, rendered.usefulUntil);
  const moved = await moveMessage(db.manager, message.id, ['sending', outcome], told);
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
