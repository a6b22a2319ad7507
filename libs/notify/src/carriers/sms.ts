import type { Person } from '@okaeri/access';
import { OutboundError, fetchOutbound } from '@okaeri/platform';
import type { Database } from '@okaeri/platform';
import type { Health, Log } from '@okaeri/runtime';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { NotifyMessage } from '../message.entity';
import { fallBack } from '../post';
import { voicesOf } from '../voices';
import type { Carried, Carrier, Letter } from './carrier';
import { secondsIn } from './retry-after';

export interface SmsOptions {
  url: string;
  token: string | undefined;
  from: string | undefined;
}

const answer = z.object({ id: z.string().max(200) });
const mostBytes = 64_000;
const seconds = 20;
/** A provider that refuses our account is asked again after so long, by the message that comes next. */
const refusedSeconds = 60;

/**
 * By a provider of short messages, in a way that most of them speak or a few lines in front of them do: one JSON object by
 * POST, under an idempotency key that is the message's id. What is not answered is asked again at once. Where it refuses
 * our account nobody waits until somebody has seen to that: people are told by mail meanwhile.
 */
export class SmsCarrier implements Carrier {
  readonly channel = 'sms';
  readonly wakes = true;
  #refusedAt: Temporal.Instant | null = null;

  constructor(
    private readonly options: SmsOptions,
    health: Health,
    private readonly log: Log,
  ) {
    health.prefers('sms', () => this.#refusedAt === null);
  }

  ready(): boolean {
    return true;
  }

  reaches(person: Person): boolean {
    return dialled(person) !== null;
  }

  async carry({ message, person, rendered }: Letter): Promise<Carried> {
    const rests = this.#refusedAt !== null && now().since(this.#refusedAt).total('seconds') < refusedSeconds;
    if (rests) return no('failed', null, 'sms_account_refused');
    const { url, token, from } = this.options;
    const text = voicesOf({ locale: person.language, ...rendered }).sms;
    try {
      const { status, headers, body } = await fetchOutbound({
        url,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'idempotency-key': message.id,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({ to: dialled(person), ...(from ? { from } : {}), text, reference: message.id }),
        mostBytes,
        // Whoever set the house up has named it.
        mayBePrivate: true,
        seconds,
      });
      if (status === 401 || status === 403) return this.#refused(status);
      this.#refusedAt = null;
      if (status >= 200 && status < 300) return { outcome: 'sent', providerId: idIn(body) };
      if (status === 400 || status === 404 || status === 422) return no('failed', status, 'number_refused');
      return { ...no('retry', status, 'sms_later'), seconds: secondsIn(headers) };
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      return no('retry', null, 'sms_unreachable');
    }
  }

  async lost(em: EntityManager, message: NotifyMessage, outcome: 'bounced' | 'failed', problem: string): Promise<void> {
    await loseSms(em, message, problem === 'number_refused');
  }

  /** Said in one line each time that it was asked, and at `/readyz` for as long as it holds. */
  #refused(status: number): Carried {
    this.#refusedAt = now();
    this.log.error(
      { status },
      'the provider of text messages refuses the account of this house: mails go in their place',
    );
    return no('failed', status, 'sms_account_refused');
  }
}

/** The demo world's: nothing leaves the machine, and what would be sent is read on a page. */
export class SmsOutboxCarrier implements Carrier {
  readonly channel = 'sms';
  readonly wakes = true;

  constructor(private readonly db: Database) {}

  ready(): boolean {
    return true;
  }

  reaches(person: Person): boolean {
    return dialled(person) !== null;
  }

  async carry({ message, person, rendered }: Letter): Promise<Carried> {
    const text = voicesOf({ locale: person.language, ...rendered }).sms;
    await this.db.manager.query(
      `insert into sms_outbox (id, recipient, text, language) values ($1, $2, $3, $4) on conflict do nothing`,
      [message.id, person.phone, text, person.language],
    );
    return { outcome: 'delivered' };
  }

  async lost(em: EntityManager, message: NotifyMessage): Promise<void> {
    await loseSms(em, message, false);
  }
}

/** She is told by mail instead; a number that takes none is not tried again until she writes it anew. */
export async function loseSms(
  em: EntityManager,
  message: Pick<NotifyMessage, 'id' | 'personId'>,
  refused: boolean,
): Promise<void> {
  if (refused) await em.query(`update person set phone_state = 'refused' where id = $1`, [message.personId]);
  await fallBack(em, message.id);
}

const no = (outcome: 'retry' | 'failed', smtpCode: number | null, problem: string) => ({ outcome, smtpCode, problem });

/** As networks take it: digits alone, and what stands for "from abroad". */
const dialled = ({ phone }: Person) => phone?.replace(/[^\d+]/g, '') || null;

function idIn(body: Buffer): string | null {
  try {
    return answer.parse(JSON.parse(body.toString('utf8'))).id;
  } catch {
    return null;
  }
}
