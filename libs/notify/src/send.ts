import { localized } from '@okaeri/access';
import { problemCode } from '@okaeri/platform';
import type { Database } from '@okaeri/platform';
import type { Log } from '@okaeri/runtime';
import { Temporal, now } from '@okaeri/words/time';
import type { Taken } from './begin';
import type { Carried, Carrier, Letter } from './carriers/carrier';
import { moveMessage, waitAfter } from './deliver-state';
import type { MailReader, MessageKinds } from './kinds';
import { originOf } from './mail/origins';
import type { NotifyMessage } from './message.entity';
import type { NotifyOptions } from './options';
import { afterQuiet } from './quiet';
import type { LetterReads } from './reads';
import { within } from './within';

/** All that is read for one message; a statement of it ends sooner by itself, unless its connection is dead. */
const writeMs = 30_000;

export interface Parts {
  db: Database;
  carrier: Carrier;
  kinds: MessageKinds;
  reads: LetterReads;
  options: NotifyOptions;
  log: Log;
  /** Told that the other side has it; keeps it. */
  onTaken: (taken: Omit<Taken, 'id'>) => Promise<void>;
}

/**
 * One attempt at one message that is in `sending`: its words are made, with their links; what the other side said is kept.
 * Each commits by itself, so that no transaction waits for a server. A crash in between leaves it in `sending`, and it is
 * taken up again with the same id.
 */
export async function sendMessage(parts: Parts, message: NotifyMessage): Promise<void> {
  try {
    const letter = await within(writeMs, write(parts, message));
    if (letter) await settle(parts, letter, await parts.carrier.carry(letter));
  } catch (err) {
    parts.log.error({ err, kind: message.kind, messageId: message.id }, 'a message could not be made');
    // Where that cannot be written either, nobody says any more that it is under way.
    const told = { problem: problemCode(err), smtpCode: null };
    await within(writeMs, again(parts, message, told)).catch(() => undefined);
  }
}

/** Ends the message itself where there is nothing to hand over, or not now. */
async function write(parts: Parts, message: NotifyMessage): Promise<Letter | null> {
  const { db, carrier, kinds, reads, options } = parts;
  const render = kinds.get(message.kind);
  if (!render) throw new Error(`Nothing writes ${message.kind}.`);
  const person = await reads.person(message.personId);
  if (!person || !carrier.reaches(person)) {
    await end(parts, message, 'failed', { problem: 'address_missing', smtpCode: null });
    return null;
  }
  const locale = person.language;
  const reader: MailReader = {
    person,
    locale,
    zone: person.zone,
    place: localized(person.place, locale),
    origin: originOf(person, options),
    signedIn: carrier.channel === 'push' || carrier.channel === 'app',
    now: now(),
  };
  const rendered = await render(db.manager, message, reader);
  if (!rendered) {
    await moveMessage(db.manager, message.id, ['sending', 'skipped'], { problem: null });
    return null;
  }
  const usefulUntil = rendered.usefulUntil ?? lastOf(message);
  const nextAt = carrier.wakes ? afterQuiet(reader.now, usefulUntil, person) : null;
  if (!nextAt) return { message, person, rendered, usefulUntil };
  await moveMessage(db.manager, message.id, ['sending', 'queued'], { problem: 'quiet_hours', nextAt });
  return null;
}

async function settle(parts: Parts, { message, usefulUntil }: Letter, carried: Carried): Promise<void> {
  switch (carried.outcome) {
    case 'sent':
    case 'delivered':
      return parts.onTaken({
        state: carried.outcome,
        code: carried.code ?? null,
        providerId: carried.providerId ?? null,
      });
    // Whether they have it will be known when it is handed over once more, after a while.
    case 'unknown':
      return;
    case 'retry':
      return within(writeMs, again(parts, message, carried, usefulUntil));
    default:
      return within(writeMs, end(parts, message, carried.outcome, carried));
  }
}

type Told = { smtpCode: number | null; problem: string; seconds?: number | null };

const lastOf = ({ dueAt }: NotifyMessage) => dueAt.add({ hours: 24 });

async function again(
  parts: Parts,
  message: NotifyMessage,
  { smtpCode, problem, seconds }: Told,
  usefulUntil: Temporal.Instant = lastOf(message),
): Promise<void> {
  const nextAt = now().add(seconds ? { seconds } : waitAfter(message.attempts));
  if (Temporal.Instant.compare(nextAt, usefulUntil) > 0) return end(parts, message, 'failed', { smtpCode, problem });
  await moveMessage(parts.db.manager, message.id, ['sending', 'queued'], { smtpCode, problem, nextAt });
}

async function end(
  { db, carrier }: Parts,
  message: NotifyMessage,
  outcome: 'bounced' | 'failed',
  { smtpCode, problem }: Told,
): Promise<void> {
  await db.inTransaction(async (em) => {
    const moved = await moveMessage(em, message.id, ['sending', outcome], { smtpCode, problem });
    if (moved) await carrier.lost(em, message, outcome, problem);
  });
}
