import type { Log } from '@okaeri/runtime';
import type { MediaAddress } from './addresses';
import { MediaWorker } from './worker';

export interface PoolSettings {
  workers: number;
  workerBin: string;
  addresses: readonly MediaAddress[];
  /** Of the first worker; the next ones follow. 0: any free one. */
  port: number;
}
interface PoolEvents {
  onBorn: () => void;
  onDied: (worker: MediaWorker) => void;
}

const longestWait = 10_000;
/** A worker that lived this long earns an immediate successor. */
const provenMilliseconds = 1000;

/** Keeps a fixed number of workers alive: a dead one is followed at once, a broken one is tried again ever more slowly. */
export class WorkerPool {
  readonly #living = new Map<number, MediaWorker>();
  readonly #timers = new Map<number, NodeJS.Timeout>();
  readonly #ports = new Map<number, number>();
  /** Slots whose next worker is on its way, as far as we know. */
  readonly #expected = new Set<number>();
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  private constructor(
    private readonly settings: PoolSettings,
    private readonly events: PoolEvents,
    private readonly log: Log,
  ) {}

  /** Returns at once; the workers appear as they start. */
  static create(settings: PoolSettings, events: PoolEvents, log: Log): WorkerPool {
    const pool = new WorkerPool(settings, events, log);
    for (let slot = 0; slot < settings.workers; slot += 1) void pool.#start(slot, 0);
    return pool;
  }

  get alive(): number {
    return this.#living.size;
  }

  get load(): number {
    return Math.max(0, ...[...this.#living.values()].map((worker) => worker.load));
  }

  get openssl(): string {
    return [...new Set([...this.#living.values()].map((worker) => worker.openssl))].join(', ') || 'unknown';
  }

  get ports(): number[] {
    return [...this.#living.values()].map((worker) => worker.port);
  }

  /** The worker with the fewest rooms; `null` while none lives. */
  pick(): MediaWorker | null {
    let best: MediaWorker | null = null;
    for (const worker of this.#living.values()) if (!best || worker.rooms < best.rooms) best = worker;
    return best;
  }

  /** Until a worker lives, where one is expected: who asks in the 20 ms between a death and the next life need not fail. */
  async someone(milliseconds: number): Promise<void> {
    if (this.#living.size > 0 || this.#expected.size === 0) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, milliseconds);
      this.#waiting.push(() => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  /** A worker that dies meanwhile answers no more: its last load does not matter. */
  async sampleLoad(): Promise<void> {
    await Promise.allSettled([...this.#living.values()].map((worker) => worker.sampleLoad()));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const worker of this.#living.values()) worker.close();
    this.#living.clear();
    this.#wake();
  }

  async #start(slot: number, failures: number): Promise<void> {
    const { workerBin, addresses, port } = this.settings;
    if (failures === 0) this.#expected.add(slot);
    try {
      const worker = await MediaWorker.create(
        { workerBin, addresses, port: port > 0 ? port + slot : (this.#ports.get(slot) ?? null) },
        this.log,
      );
      if (this.#closed) return worker.close();
      this.#adopt(slot, worker);
    } catch (error) {
      // Somebody else may have taken the free port of the life before.
      this.#ports.delete(slot);
      this.#expected.delete(slot);
      if (this.#expected.size === 0) this.#wake();
      this.#again(slot, failures + 1, error);
    }
  }

  #adopt(slot: number, worker: MediaWorker): void {
    const born = performance.now();
    this.#ports.set(slot, worker.port);
    this.#living.set(slot, worker);
    this.#expected.delete(slot);
    this.log.info({ slot, worker: worker.pid, port: worker.port, openssl: worker.openssl }, 'media worker ready');
    worker.onDied((crashed) => {
      if (this.#closed) return;
      this.#living.delete(slot);
      this.log[crashed ? 'error' : 'warn']({ slot, worker: worker.pid, rooms: worker.rooms }, 'media worker died');
      this.#expected.add(slot);
      this.events.onDied(worker);
      if (performance.now() - born >= provenMilliseconds) void this.#start(slot, 0);
      else this.#again(slot, 1, null);
    });
    this.#wake();
    this.events.onBorn();
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #again(slot: number, failures: number, error: unknown): void {
    if (this.#closed) return;
    const wait = Math.min(longestWait, 250 * 2 ** (failures - 1));
    const reason = error instanceof Error ? error.message : null;
    // One line when it begins to fail, and a reminder now and then: not one for each of a thousand tries.
    if (reason !== null && (failures === 1 || failures % 30 === 0)) {
      this.log.error(
        { slot, workerBin: this.settings.workerBin, why: reason, failures },
        'media worker does not start',
      );
    }
    this.#timers.set(
      slot,
      setTimeout(() => void this.#start(slot, failures), wait),
    );
  }
}
