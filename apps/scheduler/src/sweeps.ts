import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Database, isDatabaseUnavailable } from '@okaeri/platform';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';

/** Something that is looked after in passing. Twice at once, or a while later, does no harm. */
export interface Sweep {
  name: string;
  seconds: number;
  /** What waits for a server elsewhere ends by the signal when the process does. */
  run(db: Database, signal: AbortSignal): Promise<unknown>;
}
export const SWEEPS = Symbol('sweeps');

/**
 * Does each sweep in its time for as long as the process lives. None waits for another, for one may wait for a server
 * elsewhere; and one that still runs is not begun once more.
 */
@Injectable()
export class Sweeps implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Map<Sweep, Promise<void>>();
  readonly #end = new AbortController();

  constructor(
    @Inject(SWEEPS) private readonly sweeps: readonly Sweep[],
    @Inject(Database) private readonly db: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    for (const sweep of this.sweeps) {
      const timer = setInterval(() => this.#queue(sweep), sweep.seconds * 1000);
      timer.unref();
      this.#timers.add(timer);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#end.abort();
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#running.values());
  }

  #queue(sweep: Sweep): void {
    if (this.#running.has(sweep)) return;
    this.#running.set(
      sweep,
      this.#run(sweep).finally(() => this.#running.delete(sweep)),
    );
  }

  async #run({ name, run }: Sweep): Promise<void> {
    const { signal } = this.#end;
    if (signal.aborted) return;
    try {
      await run(this.db, signal);
    } catch (err) {
      if (!isDatabaseUnavailable(err)) this.log.error({ err, sweep: name }, 'a sweep failed');
    }
  }
}
