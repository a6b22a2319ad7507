import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { notice, noticeChannel } from '@okaeri/contracts';
import type { Notice } from '@okaeri/contracts';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { Client } from 'pg';
import { DATABASE_OPTIONS } from './database';
import type { DatabaseOptions } from './database';

/** A notice, or `gap`: the line was down, so that anything may have changed meanwhile. */
export type NoticeEvent = { kind: 'notice'; notice: Notice } | { kind: 'gap' };

const heartbeatMilliseconds = 5000;
const slowestRetryMilliseconds = 5000;

/** Hears what `announce` tells. Holds one connection of its own and builds it again whenever it breaks. */
@Injectable()
export class NoticeListener implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #subscribers = new Set<(event: NoticeEvent) => void>();
  #client: Client | null = null;
  #heard = false;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #attempt = 0;

  constructor(
    @Inject(DATABASE_OPTIONS) private readonly options: DatabaseOptions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Returns what ends the subscription. */
  subscribe(subscriber: (event: NoticeEvent) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  get listening(): boolean {
    return this.#client !== null;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#heartbeat);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.options.url,
      application_name: 'okaeri notices',
      connectionTimeoutMillis: 3000,
      query_timeout: heartbeatMilliseconds,
      keepAlive: true,
    });
    let ended = false;
    const lost = () => {
      if (ended) return;
      ended = true;
      this.#lost(client);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel, payload }) => {
      if (channel === noticeChannel) this.#hear(payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${noticeChannel}`);
    } catch (err) {
      this.log.warn({ err }, 'cannot listen for notices');
      lost();
      return;
    }
    if (this.#closed || ended) {
      ended = true;
      await client.end().catch(() => undefined);
      return;
    }
    this.#client = client;
    this.#attempt = 0;
    // A connection that died without a word is noticed by this only.
    this.#heartbeat = setInterval(() => void client.query('select 1').catch(lost), heartbeatMilliseconds);
    this.#heartbeat.unref();
    if (this.#heard) this.#tell({ kind: 'gap' });
    this.#heard = true;
  }

  #lost(client: Client): void {
    clearInterval(this.#heartbeat);
    if (this.#client === client) {
      this.#client = null;
      this.log.warn('lost the connection for notices');
    }
    void client.end().catch(() => undefined);
    if (this.#closed) return;
    const wait = Math.min(slowestRetryMilliseconds, 100 * 2 ** this.#attempt++);
    this.#retry = setTimeout(() => void this.#connect(), wait);
    this.#retry.unref();
  }

  #hear(payload: string | undefined): void {
    let given: unknown;
    try {
      given = JSON.parse(payload ?? '');
    } catch {
      given = undefined;
    }
    const parsed = notice.safeParse(given);
    if (parsed.success) this.#tell({ kind: 'notice', notice: parsed.data });
    else this.log.warn('a notice that cannot be read');
  }

  #tell(event: NoticeEvent): void {
    for (const subscriber of this.#subscribers) {
      try {
        subscriber(event);
      } catch (err) {
        this.log.error({ err }, 'a subscriber of notices failed');
      }
    }
  }
}
