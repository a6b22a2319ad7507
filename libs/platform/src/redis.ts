import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Health, Log } from '@okaeri/runtime';
import { Redis } from 'ioredis';

/** The token of the process's `RedisLink`, or of `null` where no REDIS_URL is set. */
export const REDIS = Symbol('redis');

/**
 * Redis as transport between processes. It never fails the process: ioredis tries again for ever, and readiness says
 * `degraded: ["redis"]` meanwhile.
 */
@Injectable()
export class RedisLink implements OnApplicationShutdown {
  readonly client: Redis;
  readonly #copies = new Set<Redis>();
  #told = false;

  constructor(url: string, log: Log, health: Health) {
    this.client = new Redis(url, {
      connectionName: 'okaeri',
      connectTimeout: 3000,
      // Who ends one that has ended, as the adapter does with what we ended, holds up the process for as long.
      disconnectTimeout: 300,
      // Commands wait for the connection to come back rather than fail one by one.
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(2000, 100 * attempt),
      keepAlive: 5000,
    });
    this.client.on('error', (err: Error) => {
      if (!this.#told) log.warn({ err }, 'Redis does not answer');
      this.#told = true;
    });
    this.client.on('ready', () => {
      if (this.#told) log.info('Redis answers again');
      this.#told = false;
    });
    health.prefers('redis', () => this.client.status === 'ready');
    this.#keepCopies();
  }

  onApplicationShutdown(): void {
    for (const client of [this.client, ...this.#copies]) client.disconnect();
  }

  /**
   * Who borrows the client makes connections of its own from it, and a reader that waits for a lost Redis waits for
   * ever: what was copied here ends here.
   */
  #keepCopies(): void {
    const duplicate = this.client.duplicate.bind(this.client);
    this.client.duplicate = (...options) => {
      const copy = duplicate(...options);
      this.#copies.add(copy);
      copy.once('end', () => this.#copies.delete(copy));
      return copy;
    };
  }
}
