import { setTimeout as pause } from 'node:timers/promises';

/** What nothing came of in its time, as on a connection that died without a word. */
export class Hung extends Error {
  readonly code = 'hung';
}

/** What work comes to, if that is within so many milliseconds; afterwards nobody asks for it any more. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const late = pause(milliseconds, undefined, { ref: false, signal: ended.signal }).then(() => {
    throw new Hung(`Nothing came of it in ${milliseconds} ms.`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}
