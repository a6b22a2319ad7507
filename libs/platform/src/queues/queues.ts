import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { jobs } from '@okaeri/contracts';
import type { QueueName } from '@okaeri/contracts';
import { Health, LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { DATABASE_OPTIONS } from '../database';
import type { DatabaseOptions } from '../database';
import { openQueue } from './backend';
import type { OpenQueue } from './backend';
import { RedisEvicts } from './eviction';

export interface QueueOptions {
  /** PostgreSQL holds the queues where none is given. */
  redisUrl: string | undefined;
  /** Whether the process is of no use without them. */
  critical: boolean;
  prefix?: string;
}
export const QUEUE_OPTIONS = Symbol('queue options');

const concurrency: Record<QueueName, number> = { events: 8 };
const retryMilliseconds = 500;

/**
 * The queues of the process and their workers. They are transport: what is in them can be filled in again from rows, so
 * they may be away, and are opened again for as long as the process lives.
 */
@Injectable()
export class Queues {
  readonly #open = new Map<QueueName, OpenQueue>();
  readonly #work = new Map<QueueName, (rowId: string) => Promise<void>>();
  readonly #opening: Promise<void>[] = [];
  #closed = false;
  #told = false;
  #evicts = false;

  constructor(
    @Inject(QUEUE_OPTIONS) private readonly options: QueueOptions,
    @Inject(DATABASE_OPTIONS) private readonly database: DatabaseOptions,
    @Inject(LOG) private readonly log: Log,
    @Inject(Health) health: Health,
  ) {
    health.about('queues', options.redisUrl ? 'redis' : 'postgresql');
    if (!options.redisUrl) return;
    // Beside pages, Redis is told of by whoever brings them; there rows just wait.
    if (options.critical) health.needs('redis', () => this.#evicts || this.#allAlive());
    health[options.critical ? 'needs' : 'prefers']('redis-noeviction', () => !this.#evicts);
  }

  /** Says what a job of a queue does; before `start`. */
  work(queue: QueueName, run: (rowId: string) => Promise<void>): void {
    this.#work.set(queue, run);
  }

  start(): void {
    for (const name of this.#work.keys()) this.#opening.push(this.#keepOpening(name));
  }

  /** Whether rows may be handed over now. */
  ready(queue: QueueName): boolean {
    return this.#open.get(queue)?.alive() ?? false;
  }

  /** Fails at once where the transport is away. The same id twice is one job. */
  async add(queue: QueueName, job: { jobId: string; data: Record<string, string> }): Promise<void> {
    const open = this.#open.get(queue);
    if (!open?.alive()) throw new Error('The queue is not there.');
    await open.add(job.jobId, jobs[queue].parse(job.data));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#opening);
    await Promise.all([...this.#open.values()].map((queue) => queue.close()));
    this.#open.clear();
  }

  async #keepOpening(name: QueueName): Promise<void> {
    while (!this.#closed) {
      try {
        this.#open.set(name, await openQueue(this.#backend(), this.#workOf(name)));
        this.#evicts = false;
        return;
      } catch (err) {
        this.#tell(err);
        await pause(retryMilliseconds, undefined, { ref: false });
      }
    }
  }

  #backend() {
    return { databaseUrl: this.database.url, redisUrl: this.options.redisUrl, prefix: this.options.prefix ?? 'okaeri' };
  }

  #workOf(name: QueueName) {
    return {
      name,
      concurrency: concurrency[name],
      run: async (data: unknown) => {
        const [rowId] = Object.values(jobs[name].parse(data));
        if (rowId) await this.#work.get(name)?.(rowId);
        this.#told = false;
      },
      onError: (err: Error) => this.#tell(err),
      onUnfit: (err: Error) => this.#reopen(name, err),
    };
  }

  #reopen(name: QueueName, err: Error): void {
    const unfit = this.#open.get(name);
    if (!unfit || this.#closed) return;
    this.#open.delete(name);
    this.#tell(err);
    this.#opening.push(unfit.close().then(() => this.#keepOpening(name)));
  }

  /** Once a trouble: a Redis that is away errs several times a second. */
  #tell(err: unknown): void {
    if (err instanceof RedisEvicts) {
      if (!this.#evicts) this.log.error({ policy: err.policy }, err.message);
      this.#evicts = true;
      return;
    }
    if (!this.#told && !this.#closed) this.log.warn({ err }, 'the queues are in trouble');
    this.#told = true;
  }

  #allAlive(): boolean {
    return this.#open.size === this.#work.size && [...this.#open.values()].every((queue) => queue.alive());
  }
}
