import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { ImapFlow } from 'imapflow';
import { NOTIFY_OPTIONS } from '../options';
import type { NotifyOptions } from '../options';
import { Routes, addressesIn, largestMail } from './routes';

/** Where nobody has said another. */
const pollSeconds = 60;
const mostWaitSeconds = 60;
const heads = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'];

/**
 * Takes in what comes to addresses of ours from a mailbox, for a house whose mail server cannot hand it over by itself. A
 * mail is marked as read after it was kept, never before; what is not ours stays as it is.
 */
@Injectable()
export class Mailbox implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #end = new AbortController();
  #watching: Promise<void> = Promise.resolve();

  constructor(
    @Inject(NOTIFY_OPTIONS) private readonly options: NotifyOptions,
    @Inject(Routes) private readonly routes: Routes,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const { mailbox } = this.options;
    if (mailbox !== undefined) this.#watching = this.#watchOn(new URL(mailbox));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#end.abort();
    await this.#watching;
  }

  /** Again and again, for a server may be restarted. */
  async #watchOn(url: URL): Promise<void> {
    const { signal } = this.#end;
    let wait = 1;
    while (!signal.aborted) {
      try {
        await this.#watch(url, () => (wait = 1));
      } catch (err) {
        this.#tell(err);
      }
      await pause(wait * 1000, undefined, { signal }).catch(() => undefined);
      wait = Math.min(wait * 2, mostWaitSeconds);
    }
  }

  /** For as long as the connection lives. */
  async #watch(url: URL, onOpen: () => void): Promise<void> {
    const { signal } = this.#end;
    const { ImapFlow: Client } = await import('imapflow');
    const secure = url.protocol === 'imaps:';
    const client = new Client({
      ...{ host: url.hostname, port: Number(url.port) || (secure ? 993 : 143), secure, logger: false },
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      // It listens as soon as nothing is asked.
      ...{ autoIdleDelay: 100, connectionTimeout: 20_000, maxLiteralSize: 2 * largestMail },
    });
    let news = 0;
    client.on('exists', () => (news += 1));
    client.on('error', (err: unknown) => this.#tell(err));
    const gone = new AbortController();
    client.once('close', () => gone.abort());
    const close = () => client.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      signal.throwIfAborted();
      await client.connect();
      await client.mailboxOpen(decodeURIComponent(url.pathname.slice(1)) || 'INBOX');
      onOpen();
      const passed = new Set<number>();
      while (!gone.signal.aborted) {
        const before = news;
        await this.#takeNew(client, passed);
        if (news === before) await heard(client, gone.signal, this.options.mailboxPollSeconds ?? pollSeconds);
      }
    } finally {
      signal.removeEventListener('abort', close);
      client.close();
    }
  }

  #tell(err: unknown): void {
    if (this.#end.signal.aborted) return;
    const problem = problemOf(err);
    if (!/CERT|SIGNATURE|ISSUER|ALTNAME/.test(problem)) {
      return this.log.warn({ problem }, 'the mailbox for answers cannot be read');
    }
    // Nobody was told its password: it is said after the certificate was found good.
    this.log.error({ problem }, 'the mailbox for answers is not read: its certificate is not one to be trusted');
  }

  /** `passed`: what was looked at and is none of ours. */
  async #takeNew(client: ImapFlow, passed: Set<number>): Promise<void> {
    const unseen = (await client.search({ seen: false }, { uid: true })) || [];
    for (const uid of unseen) {
      if (!passed.has(uid) && !(await this.#take(client, uid))) passed.add(uid);
    }
  }

  /** Whether it is ours, kept or to be tried again. */
  async #take(client: ImapFlow, uid: number): Promise<boolean> {
    const of = { uid: true };
    const head = await client.fetchOne(String(uid), { size: true, headers: heads }, of);
    if (!head) return false;
    const takes = addressesIn(head.headers?.toString('latin1') ?? '').flatMap(
      (address) => this.routes.to(address) ?? [],
    );
    if (takes.length === 0) return false;
    if ((head.size ?? 0) > largestMail) {
      this.log.warn({ bytes: head.size }, 'a mail in the mailbox for answers is too large');
      return false;
    }
    const mail = await client.fetchOne(String(uid), { source: true }, of);
    if (!mail || !mail.source) return false;
    try {
      for (const take of takes) await take(mail.source);
    } catch (err) {
      this.log.warn({ err }, 'a mail that came in could not be taken');
      return true;
    }
    await client.messageFlagsAdd(String(uid), ['\\Seen'], of);
    return true;
  }
}

/** Until something new is told of, the time to ask has come, or the connection is gone. */
async function heard(client: ImapFlow, gone: AbortSignal, seconds: number): Promise<void> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, gone]);
  const nothing = () => undefined;
  await Promise.race([
    once(client, 'exists', { signal }).catch(nothing),
    pause(seconds * 1000, undefined, { signal }).catch(nothing),
  ]);
  over.abort();
}

/** A code alone: what a server says may name who signs in. */
function problemOf(err: unknown): string {
  const { code, serverResponseCode, name } = (err ?? {}) as Record<string, unknown>;
  const found = [serverResponseCode, code, name].find((each) => typeof each === 'string' && each !== '');
  return typeof found === 'string' ? found.slice(0, 60) : 'unknown';
}
