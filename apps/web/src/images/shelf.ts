import { ApiError } from '../api/client';
import { nearest } from './items';
import type { Picture } from './paint';

export type Kept = { state: 'waits' } | { state: 'here'; picture: Picture } | { state: 'failed' } | { state: 'lost' };

/** What a phone's browser bears beside everything else: some two hundred slices of a CT. */
const bytesMost = 160_000_000;
/** A far server's answer takes longer on its way than to be made. */
const atOnce = 3;
const waits: Kept = { state: 'waits' };

/**
 * The pictures of a series: they come one after the other, those first that one looks at, and the furthest go where there are
 * too many. One that cannot be read is said to be so; one that the network took away comes when it is back.
 */
export class Shelf {
  private readonly kept = new Map<number, Kept>();
  private readonly arrived = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private readonly coming = new Set<number>();
  private readonly closing = new AbortController();
  private version = 0;
  private bytes = 0;
  private at = 0;
  private largest = 0;

  constructor(
    readonly count: number,
    private readonly load: (item: number, signal: AbortSignal) => Promise<Picture>,
    private readonly most = bytesMost,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  /** Another number each time something has come or gone. */
  readonly seen = (): number => this.version;

  get(item: number): Kept {
    return this.kept.get(item) ?? waits;
  }

  /** How many have come so far, whether they can be shown or not. */
  get ready(): number {
    return this.arrived.size;
  }

  /** Looks at this one now. */
  want(item: number): void {
    this.at = item;
    this.fill();
  }

  /** Asks once more for what the network took away. */
  again(): void {
    for (const [item, { state }] of this.kept) if (state === 'lost') this.kept.delete(item);
    this.changed();
    this.fill();
  }

  close(): void {
    this.closing.abort();
    this.kept.clear();
    this.listeners.clear();
  }

  private fill(): void {
    while (this.coming.size < atOnce) {
      const item = this.next();
      if (item === undefined) return;
      this.coming.add(item);
      void this.bring(item).finally(() => this.fill());
    }
  }

  /** The nearest that is missing, as long as there is room for it or it is the one that is looked at. */
  private next(): number | undefined {
    if (this.closing.signal.aborted) return undefined;
    const missing = nearest(this.at, this.count).find((item) => !this.kept.has(item) && !this.coming.has(item));
    if (missing === undefined || missing === this.at) return missing;
    if (this.bytes + this.coming.size * this.largest < this.most) return missing;
    const furthest = this.furthest();
    const worse = furthest !== undefined && Math.abs(furthest - this.at) > Math.abs(missing - this.at) + atOnce;
    return worse ? missing : undefined;
  }

  private furthest(): number | undefined {
    return nearest(this.at, this.count)
      .reverse()
      .find((item) => item !== this.at && this.get(item).state === 'here');
  }

  private async bring(item: number): Promise<void> {
    let came: Kept;
    try {
      came = { state: 'here', picture: await this.load(item, this.closing.signal) };
    } catch (error) {
      came = { state: error instanceof ApiError && error.passing ? 'lost' : 'failed' };
    }
    this.coming.delete(item);
    if (this.closing.signal.aborted) return;
    this.kept.set(item, came);
    if (came.state !== 'lost') this.arrived.add(item);
    if (came.state === 'here') {
      this.bytes += came.picture.bytes;
      this.largest = Math.max(this.largest, came.picture.bytes);
    }
    while (this.bytes > this.most && this.drop(this.furthest()));
    this.changed();
  }

  private drop(item: number | undefined): boolean {
    const old = item === undefined ? waits : this.get(item);
    if (item === undefined || old.state !== 'here') return false;
    this.bytes -= old.picture.bytes;
    return this.kept.delete(item);
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
