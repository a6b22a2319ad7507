import type { BringView, UploadView } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { whenSignedOut } from '../api/putting-away';
import { keys, queries } from '../api/queries';
import { body, keyed, typed } from '../api/typed';
import { newKey } from '../api/write';
import { answered, patiently, sendPieces, type Hearer } from '../files/pieces';
import { inOrder, keepBring, pathOf, printOf, readBring, type KeptBring } from './kept-bring';

/** Files on their way into a record. They go on while the page shows something else. */
export interface Bringing {
  personId: string;
  files: number;
  filesSent: number;
  bytes: number;
  sent: number;
  state: 'sending' | 'paused' | 'working' | 'done' | 'failed';
  error: ApiError | null;
  report: BringView | null;
}

/** Small files spend their time on the way; more would wait for each other. */
const atOnce = 4;
const askAgainMs = 1000;

let now: Bringing | null = null;
let stop = new AbortController();
const listeners = new Set<() => void>();

export const bringing = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  now: () => now,
};

function change(values: Partial<Bringing> | null): void {
  now = values && now ? { ...now, ...values } : null;
  for (const listener of listeners) listener();
}

/** Sends files into somebody's record; the same ones chosen again go on from where they were. */
export async function bring(personId: string, chosen: readonly File[]): Promise<void> {
  const files = inOrder(chosen);
  if (files.length === 0) return;
  const mine = new AbortController();
  stop.abort();
  stop = mine;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  now = { personId, files: files.length, filesSent: 0, bytes, sent: 0, state: 'sending', error: null, report: null };
  change({});
  try {
    const batch = new Batch(personId, files, mine.signal);
    await batch.send();
    change({ state: 'working', sent: bytes, filesSent: files.length });
    const report = await reportOf(personId, batch.batchId, mine.signal);
    keepBring(personId, null);
    change({ state: 'done', report });
  } catch (error) {
    if (!mine.signal.aborted) {
      change({ state: 'failed', error: error instanceof ApiError ? error : new ApiError('internal', 500, '') });
    }
  } finally {
    if (!mine.signal.aborted) {
      void queries.invalidateQueries({ queryKey: keys.record(personId) });
      void queries.invalidateQueries({ queryKey: keys.imaging(personId) });
    }
  }
}

/** Puts away what was said of the last ones. */
export function dismissBringing(): void {
  change(null);
}

/** Gives up what has not arrived; what has arrived stays, and is in the list. */
export function stopBringing(): void {
  const { personId } = now ?? {};
  stop.abort();
  change(null);
  if (!personId) return;
  const open = Object.values(readBring(personId)?.open ?? {});
  keepBring(personId, null);
  // Where this cannot be told now, the server forgets it by itself within a day.
  for (const uploadId of open) {
    const path = { personId, uploadId };
    void typed.DELETE('/api/patients/{personId}/uploads/{uploadId}', { params: { path } }).catch(() => undefined);
  }
}

/** Goes on under nobody's name. */
whenSignedOut(() => {
  stop.abort();
  change(null);
});

/** The files of one choice, a few at a time, in their order. */
class Batch {
  private readonly kept: KeptBring;
  private readonly sent: number[];
  private readonly arrived = new Set<number>();
  private readonly paused = new Set<number>();
  private next: number;

  constructor(
    private readonly personId: string,
    private readonly files: readonly File[],
    private readonly signal: AbortSignal,
  ) {
    const print = printOf(files);
    const before = readBring(personId);
    this.kept = before?.print === print ? before : { batchId: newKey(), print, done: 0, open: {} };
    this.sent = files.map(({ size }, at) => (at < this.kept.done ? size : 0));
    this.next = this.kept.done;
    keepBring(personId, this.kept);
  }

  get batchId(): string {
    return this.kept.batchId;
  }

  async send(): Promise<void> {
    const failing = new AbortController();
    this.signal.addEventListener('abort', () => failing.abort(), { once: true });
    const one = async () => {
      while (this.next < this.files.length) {
        const at = this.next;
        this.next += 1;
        await this.sendOne(at, failing.signal);
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(atOnce, this.files.length) }, one));
    } finally {
      // Where one is refused, the others do not go on behind the sentence about it.
      failing.abort();
    }
  }

  private async sendOne(at: number, signal: AbortSignal): Promise<void> {
    const { personId } = this;
    const file = this.files[at];
    if (!file) return;
    const hearer: Hearer = { signal, tell: (values) => this.tell(at, values) };
    const view = (await this.known(at, hearer)) ?? (await this.announce(file, hearer));
    if (view.state === 'receiving') {
      const { uploadId } = view;
      this.keep({ ...this.kept.open, [at]: uploadId });
      const path = `/api/patients/${encodeURIComponent(personId)}/uploads/${encodeURIComponent(uploadId)}/content`;
      await sendPieces<UploadView>(file, view.received, { look: () => this.look(uploadId), path }, hearer);
    }
    this.arrived.add(at);
    this.tell(at, { sent: file.size, state: 'sending' });
    const { [at]: _here, ...open } = this.kept.open;
    while (this.arrived.has(this.kept.done)) this.kept.done += 1;
    this.keep(open);
  }

  private look(uploadId: string): Promise<UploadView> {
    const path = { personId: this.personId, uploadId };
    return body(typed.GET('/api/patients/{personId}/uploads/{uploadId}', { params: { path }, signal: answered() }));
  }

  /** What was on its way before; the server waits for it no longer than a day. */
  private async known(at: number, hearer: Hearer): Promise<UploadView | null> {
    const uploadId = this.kept.open[at];
    if (!uploadId) return null;
    try {
      return await patiently(hearer, () => this.look(uploadId));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_found') return null;
      throw error;
    }
  }

  private announce(file: File, hearer: Hearer): Promise<UploadView> {
    const params = { path: { personId: this.personId }, header: keyed(newKey()) };
    const form = { name: pathOf(file).slice(-255), bytes: file.size, type: file.type, batchId: this.batchId };
    return patiently(hearer, () =>
      body(typed.POST('/api/patients/{personId}/uploads', { params, body: form, signal: answered() })),
    );
  }

  private keep(open: Record<number, string>): void {
    this.kept.open = open;
    if (!this.signal.aborted) keepBring(this.personId, this.kept);
  }

  private tell(at: number, { sent, state }: { sent?: number; state?: string }): void {
    if (this.signal.aborted) return;
    if (sent !== undefined) this.sent[at] = sent;
    if (state === 'paused') this.paused.add(at);
    else this.paused.delete(at);
    change({
      sent: this.sent.reduce((sum, each) => sum + each, 0),
      filesSent: this.kept.done + [...this.arrived].filter((each) => each >= this.kept.done).length,
      state: this.paused.size > 0 ? 'paused' : 'sending',
    });
  }
}

/** What became of them, once the server has looked into all of it. */
async function reportOf(personId: string, batchId: string, signal: AbortSignal): Promise<BringView> {
  const hearer: Hearer = { signal, tell: () => undefined };
  for (;;) {
    const report = await patiently(hearer, () =>
      body(
        typed.GET('/api/patients/{personId}/brings/{batchId}', {
          params: { path: { personId, batchId } },
          signal: answered(),
        }),
      ),
    );
    if (report.state !== 'working') return report;
    await new Promise((done) => setTimeout(done, askAgainMs));
    signal.throwIfAborted();
  }
}
