import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Health } from '@okaeri/runtime';
import type MailComposer from 'nodemailer/lib/mail-composer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import { judgeMailError } from './mail-errors';
import type { MailFailure } from './mail-errors';

export interface MailOptions {
  /** Asked before each mail: of a server in our own process the port is known only later. */
  smtpUrl: () => string | null;
}
export const MAIL_OPTIONS = Symbol('mail options');

export type MailContent = ConstructorParameters<typeof MailComposer>[0];

/** What nodemailer's pool reads of a mail. */
interface PooledMail {
  data: object;
  message: {
    getEnvelope(): { from: string; to: string[] };
    messageId(): string;
    getHeader(name: string): string;
    createReadStream(): Readable;
  };
}

/** `null`: the server has it. */
export type Handover = MailFailure | null;

/**
 * Hands mails to the SMTP server, over at most ten connections. Each is handed over once: what breaks off is told, and
 * whether it is tried again is decided where the message's row is.
 */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  #pool: { url: string; pool: SMTPPool } | null = null;

  constructor(
    @Inject(MAIL_OPTIONS) private readonly options: MailOptions,
    @Inject(Health) health: Health,
  ) {
    health.prefers('mail', () => this.ready());
  }

  /** Whether there is a server to hand mails to. */
  ready(): boolean {
    return this.options.smtpUrl() !== null;
  }

  async send(envelope: { from: string; to: string }, messageId: string, content: MailContent): Promise<Handover> {
    const url = this.options.smtpUrl();
    if (url === null) return { outcome: 'retry', smtpCode: null, problem: 'mail_unset' };
    const { default: Composer } = await import('nodemailer/lib/mail-composer');
    const raw = await new Composer(content).compile().build();
    const pool = await this.#poolFor(url);
    let begun = false;
    const mail: PooledMail = {
      data: {},
      message: {
        getEnvelope: () => ({ from: envelope.from, to: [envelope.to] }),
        messageId: () => messageId,
        getHeader: () => messageId,
        // Read only when the server has asked for the message: from then on a silence may mean that it has it.
        createReadStream: () =>
          new Readable({
            read() {
              begun = true;
              this.push(raw);
              this.push(null);
            },
          }),
      },
    };
    return new Promise((resolve) => {
      pool.send(mail as unknown as Parameters<SMTPPool['send']>[0], (error) => {
        resolve(error ? judgeMailError(error, begun) : null);
      });
    });
  }

  onApplicationShutdown(): void {
    this.#pool?.pool.close();
  }

  async #poolFor(url: string): Promise<SMTPPool> {
    if (this.#pool?.url === url) return this.#pool.pool;
    const { default: Pool } = await import('nodemailer/lib/smtp-pool');
    if (this.#pool?.url === url) return this.#pool.pool;
    this.#pool?.pool.close();
    const options = {
      pool: true as const,
      url,
      maxConnections: 10,
      maxMessages: 100,
      // Its own second tries would hand a mail over twice.
      maxRequeues: 0,
      connectionTimeout: 5000,
      greetingTimeout: 5000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    const pool = new Pool(options);
    // Told for each mail as well; without a listener it would end the process.
    pool.on('error', () => undefined);
    this.#pool = { url, pool };
    return pool;
  }
}
