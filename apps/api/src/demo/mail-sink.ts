import type { AddressInfo } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { mailboxId } from '@okaeri/contracts';
import { DemoMail } from '@okaeri/notify';
import { Database, announce } from '@okaeri/platform';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { SMTPServer } from 'smtp-server';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { DemoRefused } from './refusal';

const kept = 300;
const largest = 2_000_000;

/**
 * The mail server of the demo world: mails to made-up people arrive here, over SMTP as anywhere, and go no further. It
 * listens on this machine alone.
 */
@Injectable()
export class DemoMailSink implements OnApplicationBootstrap, OnApplicationShutdown {
  #server: SMTPServer | null = null;
  #port: number | null = null;

  constructor(
    @Inject(API_ENV) private readonly env: ApiEnv,
    @Inject(Database) private readonly db: Database,
    @Inject(LOG) private readonly log: Log,
  ) {
    // Mails of made-up people to made-up addresses are no business of a server that others use.
    if (env.SMTP_URL) throw new DemoRefused('SMTP_URL is set, and mails of the demo world stay in it.');
  }

  /** Where it listens; `null` while it does not. */
  get url(): string | null {
    return this.#port === null ? null : `smtp://127.0.0.1:${this.#port}`;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { SMTPServer: Server } = await import('smtp-server');
    const server = new Server({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: largest,
      logger: false,
      closeTimeout: 500,
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('error', callback);
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          this.#keep(Buffer.concat(chunks), recipients).then(
            () => callback(),
            (err: unknown) => {
              this.log.warn({ err }, 'a mail of the demo world could not be kept');
              callback(Object.assign(new Error('Later, please'), { responseCode: 451 }));
            },
          );
        });
      },
    });
    server.on('error', (err) => this.log.warn({ err }, 'the mail server of the demo world is in trouble'));
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(this.env.DEMO_SMTP_PORT, '127.0.0.1', () => {
        server.server.off('error', reject);
        resolve();
      });
    });
    this.#server = server;
    this.#port = (server.server.address() as AddressInfo).port;
  }

  async onApplicationShutdown(): Promise<void> {
    this.#port = null;
    const server = this.#server;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  async #keep(raw: Buffer, recipients: readonly string[]): Promise<void> {
    await this.db.inTransaction(async (em) => {
      await em.insert(
        DemoMail,
        recipients.map((recipient) => ({ recipient, raw })),
      );
      await em.query(`delete from demo_mail where at < (select at from demo_mail order by at desc offset $1 limit 1)`, [
        kept,
      ]);
      await announce(em, { topic: 'mailbox', id: mailboxId, version: 0 });
    });
  }
}
