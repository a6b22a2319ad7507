import { OutboundError, fetchOutbound } from '@okaeri/platform';
import type { Database } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { PushSubscription } from '../channel.entities';
import type { NotifyMessage } from '../message.entity';
import { fallBack } from '../post';
import { voicesOf } from '../voices';
import type { Carried, Carrier, Letter } from './carrier';
import { secondsIn } from './retry-after';
import type { Vapid } from './vapid';

/** What the worker in her browser is told; sealed for it alone (RFC 8291). */
export interface Pushed {
  /** One that is shown already is replaced by it. */
  id: string;
  lang: string;
  title: string;
  body: string;
  path: string;
}

const mostBytes = 16_000;
const seconds = 20;
/** Push services keep nothing longer. */
const longestSeconds = 4 * 7 * 86_400;

/** To one browser by its own push service (RFC 8030), whose address that browser has told us. */
export class PushCarrier implements Carrier {
  readonly channel = 'push';
  readonly wakes = true;

  constructor(
    private readonly db: Database,
    private readonly vapid: Vapid,
    private readonly mayBePrivate: boolean,
  ) {}

  ready(): boolean {
    return true;
  }

  reaches(): boolean {
    return true;
  }

  async carry({ message, person, rendered, usefulUntil }: Letter): Promise<Carried> {
    const to = await this.db.manager.findOneBy(PushSubscription, { id: message.target, personId: person.id });
    if (!to) return no('failed', null, 'subscription_gone');
    const { push } = voicesOf({ locale: person.language, ...rendered });
    const pushed: Pushed = { id: message.id, lang: person.language, ...push };
    const left = Math.floor(now().until(usefulUntil).total('seconds'));
    const { default: webPush } = await import('web-push');
    const { publicKey, privateKey, subject } = this.vapid;
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh.toString('base64url'), auth: to.auth.toString('base64url') } },
      JSON.stringify(pushed),
      {
        vapidDetails: { subject, publicKey, privateKey },
        contentEncoding: 'aes128gcm',
        TTL: Math.min(Math.max(left, 60), longestSeconds),
        urgency: message.kind === 'visit_reminder' ? 'high' : 'normal',
        // The same at each attempt: one that still waits there is replaced, not shown beside.
        topic: message.id.replaceAll('-', ''),
      },
    );
    try {
      const answer = await fetchOutbound({
        url: to.endpoint,
        method: 'POST',
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
        ),
        body: body ?? Buffer.alloc(0),
        mostBytes,
        mayBePrivate: this.mayBePrivate,
        seconds,
      });
      return this.#judge(answer.status, secondsIn(answer.headers), to.id);
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      if (error.why === 'address_private') return no('failed', null, 'address_private');
      return no('retry', null, 'push_unreachable');
    }
  }

  async lost(em: EntityManager, message: NotifyMessage): Promise<void> {
    await fallBack(em, message.id);
  }

  async #judge(status: number, asked: number | null, subscriptionId: string): Promise<Carried> {
    if (status >= 200 && status < 300) return { outcome: 'sent' };
    if (status === 404 || status === 410) {
      await this.db.manager.delete(PushSubscription, { id: subscriptionId });
      return no('failed', status, 'subscription_gone');
    }
    if (status === 408 || status === 429 || status >= 500)
      return { ...no('retry', status, 'push_later'), seconds: asked };
    return no('failed', status, 'push_refused');
  }
}

const no = (outcome: 'retry' | 'failed', smtpCode: number | null, problem: string) => ({ outcome, smtpCode, problem });
