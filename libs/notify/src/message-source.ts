import { aheadMinutes, lostSeconds } from '@okaeri/platform';
import type { DueJob, RelaySource } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { sendingSeconds } from './deliver-state';
import type { MessageKinds } from './kinds';

/** Messages on their way into the queue of mails; by the one clock, on which reminders are due. */
export class MessageSource implements RelaySource {
  readonly queue = 'mail';

  constructor(
    private readonly kinds: MessageKinds,
    /** While there is no mail server, rows wait. */
    private readonly ready: () => boolean,
    private readonly send: (messageId: string) => Promise<void>,
  ) {}

  async take(em: EntityManager, most: number): Promise<DueJob[]> {
    if (!this.ready()) return [];
    const [rows]: [{ id: string; attempts: number; delay: number }[], number] = await em.query(
      `update notify_message set queued_at = $1
        where id in (
          select id from notify_message
           where kind = any($2) and next_at <= $1::timestamptz + $3 * interval '1 minute'
             and (state = 'queued'
                  and (queued_at is null or greatest(queued_at, next_at) < $1::timestamptz - $4 * interval '1 second')
                  or state = 'sending' and sending_since < $1::timestamptz - $5 * interval '1 second'
                  and (queued_at is null or queued_at < $1::timestamptz - $5 * interval '1 second'))
           order by next_at limit $6 for update skip locked)
       returning id, attempts, greatest(0, ceil(extract(epoch from next_at - $1::timestamptz) * 1000)::int) as delay`,
      [toIso(now()), this.kinds.names(), aheadMinutes, lostSeconds, sendingSeconds, most],
    );
    return rows.map(({ id, attempts, delay }) => ({
      rowId: id,
      jobId: `mail-${id}-${attempts}`,
      data: { messageId: id },
      delay,
    }));
  }

  async giveBack(em: EntityManager, rowIds: readonly string[]): Promise<void> {
    await em.query('update notify_message set queued_at = null where id = any($1)', [rowIds]);
  }

  work(messageId: string): Promise<void> {
    return this.send(messageId);
  }

  async tidy(): Promise<void> {
    // What became of a mail is part of the case; nothing is removed.
  }
}
