import { readCalendar } from './calendar';

/**
 * What a mail program's calendar keeps of the files that it is sent, in whatever order they come: of one entry the
 * highest SEQUENCE counts, of two alike the later DTSTAMP, and what is called off is gone.
 */
export class ClientCalendar {
  readonly #entries = new Map<string, { sequence: number; stamp: string; starts: number; off: boolean }>();

  static of(files: readonly string[]): ClientCalendar {
    const calendar = new ClientCalendar();
    for (const file of files) calendar.take(file);
    return calendar;
  }

  take(file: string): void {
    const { uid, method, status, sequence, stamp, starts } = readCalendar(file);
    const known = this.#entries.get(uid);
    if (known && (known.sequence > sequence || (known.sequence === sequence && known.stamp > stamp))) return;
    this.#entries.set(uid, { sequence, stamp, starts, off: method === 'CANCEL' || status === 'CANCELLED' });
  }

  /** Seconds since 1970, by UID. */
  entries(): Map<string, number> {
    return new Map([...this.#entries].filter(([, { off }]) => !off).map(([uid, { starts }]) => [uid, starts]));
  }
}
