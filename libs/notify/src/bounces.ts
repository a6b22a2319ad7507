import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { markAddress } from '@okaeri/access';
import type { PersonId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { Attachment } from 'postal-mime';
import type { SMTPServer } from 'smtp-server';
import { moveMessage } from './deliver-state';
import { NOTIFY_OPTIONS } from './options';
import type { NotifyOptions } from './options';

const largest = 1_000_000;

/** Of a report (RFC 3464): whether it says that a mail did not arrive and never will. */
export function saysFailed(report: string): boolean {
  const unfolded = report.replace(/\r?\n[ \t]+/g, ' ');
  return /^Action:\s*failed\s*$/im.test(unfolded) && /^Status:\s*5\.\d{1,3}\.\d{1,3}/im.test(unfolded);
}

/** The message that a return address of ours stands for. */
export function messageOf(recipient: string, mailDomain: string): string | null {
  const [, id, domain] = /^bounce\+([0-9a-f-]{36})@(.+)$/i.exec(recipient) ?? [];
  return id && domain?.toLowerCase() === mailDomain ? id.toLowerCase() : null;
}

/**
 * Takes in what comes back to the return addresses of our mails, on a port that the hospital's own mail server hands
 * them to. Only a report about a mail that we sent counts, and only one that says it failed for good: anybody can write
 * to such an address.
 */
@Injectable()
export class BounceDoor implements OnApplicationBootstrap, OnApplicationShutdown {
  #server: SMTPServer | null = null;

  constructor(
    @Inject(NOTIFY_OPTIONS) private readonly options: NotifyOptions,
    @Inject(Database) private readonly db: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { bouncePort, mailDomain } = this.options;
    if (bouncePort === undefined) return;
    const { SMTPServer: Server } = await import('smtp-server');
    const server = new Server({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: largest,
      logger: false,
      closeTimeout: 500,
      onRcptTo: ({ address }, _session, callback) => {
        const known = messageOf(address, mailDomain) !== null;
        callback(known ? null : Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('error', callback);
        stream.on('end', () => {
          const ids = session.envelope.rcptTo.map(({ address }) => messageOf(address, mailDomain));
          this.take(
            Buffer.concat(chunks),
            ids.filter((id) => id !== null),
          ).then(
            () => callback(),
            (err: unknown) => {
              this.log.warn({ err }, 'a report about a mail could not be read');
              callback(Object.assign(new Error('Later, please'), { responseCode: 451 }));
            },
          );
        });
      },
    });
    server.on('error', (err) => this.log.warn({ err }, 'the door for returned mails is in trouble'));
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

  /** One mail to these messages' return addresses. */
  async take(raw: Buffer, messageIds: readonly string[]): Promise<void> {
    const { default: PostalMime } = await import('postal-mime');
    const { attachments } = await PostalMime.parse(raw);
    const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
    if (!report || !saysFailed(textOf(report))) return;
    for (const id of messageIds) {
      await this.db.inTransaction(async (em) => {
        const rows: { personId: PersonId }[] = await em.query(
          `select person_id as "personId" from notify_message where id = $1 and state = 'sent' for update`,
          [id],
        );
        const [row] = rows;
        if (!row) return;
        await moveMessage(em, id, ['sent', 'bounced'], { problem: 'returned' });
        await markAddress(em, row.personId, 'bounced');
      });
    }
  }
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
