import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { SMTPServer } from 'smtp-server';
import { NOTIFY_OPTIONS } from '../options';
import type { NotifyOptions } from '../options';
import { Routes, largestMail } from './routes';
import type { Take } from './routes';

const mostAtOnce = 20;

/**
 * Takes in what comes to addresses of ours, on a port that the hospital's own mail server hands it to: reports about mails
 * that did not arrive, and what people's calendars answer. Anybody can write to such an address, so that nothing is
 * believed but what its own code proves.
 */
@Injectable()
export class MailDoor implements OnApplicationBootstrap, OnApplicationShutdown {
  #server: SMTPServer | null = null;

  constructor(
    @Inject(NOTIFY_OPTIONS) private readonly options: NotifyOptions,
    @Inject(Routes) private readonly routes: Routes,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { bouncePort } = this.options;
    if (bouncePort === undefined) return;
    const { SMTPServer: Server } = await import('smtp-server');
    const server = new Server({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: largestMail,
      maxClients: mostAtOnce,
      logger: false,
      closeTimeout: 500,
      onRcptTo: ({ address }, _session, callback) => {
        callback(this.routes.to(address) ? null : Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => void (stream.sizeExceeded || chunks.push(chunk)));
        stream.on('error', callback);
        stream.on('end', () => {
          if (stream.sizeExceeded) return callback(Object.assign(new Error('Too large'), { responseCode: 552 }));
          const routes = session.envelope.rcptTo.map(({ address }) => this.routes.to(address));
          this.#takeAll(
            Buffer.concat(chunks),
            routes.filter((route) => route !== null),
          ).then(
            () => callback(),
            (err: unknown) => {
              this.log.warn({ err }, 'a mail that came in could not be taken');
              callback(Object.assign(new Error('Later, please'), { responseCode: 451 }));
            },
          );
        });
      },
    });
    server.on('error', (err) => this.log.warn({ err }, 'the door for mails is in trouble'));
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(bouncePort, '127.0.0.1', () => {
        server.server.off('error', reject);
        resolve();
      });
    });
    this.#server = server;
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.#server;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  async #takeAll(raw: Buffer, routes: readonly Take[]): Promise<void> {
    for (const take of routes) await take(raw);
  }
}
