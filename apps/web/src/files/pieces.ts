import { ApiError } from '../api/client';
import { sendPiece } from './send-piece';

/*
 * How a file is sent wherever it goes: piece by piece, for as long as only the way is broken, and after that from where the
 * server says that it was.
 */

export const pieceBytes = 512 * 1024;
/** A question on a link that was cut may hang for minutes after the link is back; asked once more it is answered. */
export const answered = (): AbortSignal => AbortSignal.timeout(10_000);
/** Between tries while the server is away; the browser saying that it is back ends the wait. */
const waitsMs = [1000, 2000, 4000, 8000];

/** Who hears of a file on its way, and may stop it. */
export interface Hearer {
  signal: AbortSignal;
  tell: (values: { sent?: number; state?: 'sending' | 'looking' | 'paused' }) => void;
}

/** What the server says of it. */
export interface Coming {
  state: string;
  received: number;
}

interface Way<V extends Coming> {
  /** What is there of it. */
  look: () => Promise<V>;
  /** Where its pieces go. */
  path: string;
}

/** Sends the rest of a file. `from`: what the server has of it, `null` where that has to be asked. */
export async function sendPieces<V extends Coming>(
  file: Blob,
  from: number | null,
  way: Way<V>,
  hearer: Hearer,
): Promise<V> {
  let offset = from;
  for (;;) {
    const answer: V = await patiently(hearer, async () => {
      if (offset === null) {
        const known = await way.look();
        // The last answer was lost on its way, and there is nothing left to send.
        if (known.state !== 'receiving') return known;
        offset = known.received;
      }
      const at = offset;
      const piece = file.slice(at, at + pieceBytes);
      const last = at + piece.size >= file.size;
      hearer.tell({ sent: at, state: 'sending' });
      try {
        return await sendPiece<V>(way.path, piece, at, hearer.signal, (sent) => {
          hearer.tell({ sent: at + sent, state: last && sent >= piece.size ? 'looking' : 'sending' });
        });
      } catch (error) {
        // Where to go on is the server's to say: what it has may be more than what this page heard of.
        offset = error instanceof ApiError && error.code === 'file_offset' ? (error.problem.offset ?? null) : null;
        throw error;
      }
    });
    if (answer.state !== 'receiving') return answer;
    offset = answer.received;
  }
}

/** It is away, or hundreds have come at once. */
const waits = (error: ApiError) => error.passing || error.code === 'too_many';
const passing = (error: unknown): error is ApiError =>
  error instanceof ApiError && (waits(error) || error.code === 'file_offset' || error.code === 'file_cut');

/** Tries again for as long as it is only the way that is broken. */
export async function patiently<T>({ signal, tell }: Hearer, step: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted();
    try {
      return await step();
    } catch (error) {
      signal.throwIfAborted();
      if (!passing(error)) throw error;
      if (waits(error)) {
        tell({ state: 'paused' });
        await returned(waitsMs[Math.min(tries, waitsMs.length - 1)] ?? 1000, signal);
      }
    }
  }
}

function returned(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
