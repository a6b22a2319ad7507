import { messageMoves, mayMove } from '@okaeri/contracts';
import type { MessageState } from '@okaeri/contracts';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** Seconds to wait after each attempt that handed nothing over; the last one for all that follow. */
const waits = [10, 30, 120, 600, 1800, 3600];

export function waitAfter(attempts: number): { seconds: number } {
  return { seconds: waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? 3600 };
}

/** Who leads a conversation with a server says so this often … */
export const beatSeconds = 3;
/** … and after this long without a word of it the conversation is over, whoever led it. */
export const sendingSeconds = 10;

export interface StateChange {
  smtpCode?: number | null;
  problem?: string | null;
  nextAt?: Temporal.Instant;
  sentAt?: Temporal.Instant;
}

/** Writes the next state of a message that is in `from`; one that was moved meanwhile stays as it is. */
export async function moveMessage(
  em: EntityManager,
  id: string,
  [from, to]: readonly [MessageState, MessageState],
  change: StateChange = {},
): Promise<boolean> {
  if (!mayMove(messageMoves, from, to)) throw new Error(`A message does not go from ${from} to ${to}.`);
  const [, changed]: [unknown, number] = await em.query(
    `update notify_message
        set state = $3, smtp_code = $4, problem = $5, next_at = coalesce($6, next_at), sent_at = coalesce($7, sent_at),
            sending_since = null
      where id = $1 and state = $2`,
    [
      id,
      from,
      to,
      change.smtpCode ?? null,
      change.problem ?? null,
      change.nextAt ? toIso(change.nextAt) : null,
      change.sentAt ? toIso(change.sentAt) : null,
    ],
  );
  return changed > 0;
}
