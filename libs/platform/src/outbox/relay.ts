import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { DATABASE_OPTIONS, Database } from '../database';
import type { DatabaseOptions } from '../database';
import { isDatabaseUnavailable } from '../problem';
import { Queues } from '../queues';
import { Handlers } from './handlers';
import { OutboxSource } from './outbox-source';
import type { RelaySource } from './source';
import { Wake } from './wake';

const pollMilliseconds = 1000;
const batch = 200;
const tidyMilliseconds = 3_600_000;

/**
 * Carries what is due from the tables of the database into the queues. Any number of processes may run one: SKIP LOCKED
 * gives each row to one of them, the job's id keeps a second job out of the queue, and the row's own lock a second run.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #sources: RelaySource[] = [];
  readonly #lookers: (() => void)[] = [];
  readonly #wake: Wake;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #ended = false;
  #queueDown = false;
  #tidied = -tidyMilliseconds;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Queues) private readonly queues: Queues,
    @Inject(Handlers) handlers: Handlers,
    @Inject(DATABASE_OPTIONS) options: DatabaseOptions,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.#wake = new Wake(options.url, () => this.turn());
    this.add(new OutboxSource(db, handlers, log));
  }

  /** Before the start only. */
  add(source: RelaySource): void {
    this.#sources.push(source);
    this.queues.work(source.queue, (rowId) => source.work(rowId));
  }

  /** Calls `look` when a commit left something to do, and each second in any case. Before the start only. */
  hear(look: () => void): void {
    this.#lookers.push(look);
  }

  onApplicationBootstrap(): void {
    this.queues.start();
    this.#poll();
  }

  /** The queues are closed after this: their workers end what they have begun. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#wake.close();
    await this.#running;
    await this.queues.close();
  }

  /** Looks for what is due, now or as soon as the turn that runs is over. */
  turn(): void {
    if (this.#ended) return;
    for (const look of this.#lookers) look();
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#turns().finally(() => {
      this.#running = null;
      if (this.#again) this.turn();
    });
  }

  #poll(): void {
    if (this.#ended) return;
    void this.#wake.listen();
    this.turn();
    this.#timer = setTimeout(() => this.#poll(), pollMilliseconds);
  }

  async #turns(): Promise<void> {
    this.#again = false;
    try {
      for (const source of this.#sources) await this.#empty(source);
      if (performance.now() - this.#tidied > tidyMilliseconds) {
        this.#tidied = performance.now();
        for (const source of this.#sources) await source.tidy(this.db.manager);
      }
    } catch (err) {
      if (!isDatabaseUnavailable(err)) this.log.error({ err }, 'the relay stumbled');
    }
  }

  async #empty(source: RelaySource): Promise<void> {
    while (!this.#ended && this.queues.ready(source.queue)) {
      const jobs = await source.take(this.db.manager, batch);
      const added = await Promise.allSettled(jobs.map((job) => this.queues.add(source.queue, job)));
      const failed = jobs.filter((_job, at) => added[at]?.status === 'rejected');
      this.#tellQueue(failed.length > 0);
      if (failed.length > 0) {
        await source.giveBack(
          this.db.manager,
          failed.map(({ rowId }) => rowId),
        );
        return;
      }
      if (jobs.length < batch) return;
    }
  }

  #tellQueue(down: boolean): void {
    if (down !== this.#queueDown)
      this.log[down ? 'warn' : 'info'](down ? 'a queue takes no jobs' : 'jobs are taken again');
    this.#queueDown = down;
  }
}
