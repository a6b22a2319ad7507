import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { MessageKind } from '@okaeri/contracts';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface SunkMail {
  /** Milliseconds since the epoch at which the server said its 250. */
  at: number;
  to: string;
  from: string;
  kind: MessageKind | null;
  raw: Buffer;
  mail: Email;
  /** The calendar's text, where the mail brings one. */
  calendar: string | null;
}

interface Faults {
  /** By address: refused for good. */
  refuse: Map<string, number>;
  /** So many mails are put off with 451. */
  later: number;
  /** So many are taken whole and then not answered. */
  dropAfterData: number;
  /** So many are cut before DATA. */
  dropBeforeData: number;
  /** Milliseconds before each answer to DATA. */
  slow: number;
}

/** A real SMTP server that keeps what it is handed, and misbehaves where it is told to. */
export class MailSink {
  readonly mails: SunkMail[] = [];
  readonly faults: Faults = { refuse: new Map(), later: 0, dropAfterData: 0, dropBeforeData: 0, slow: 0 };
  /** Every mail whose DATA was whole, also of those that were not answered. */
  readonly heard: { messageId: string; answered: boolean }[] = [];
  /** By id, each mail whose DATA was whole, before anything is answered. */
  readonly arrived: string[] = [];
  #server: SMTPServer;
  #port = 0;

  private constructor() {
    this.#server = this.#create();
  }

  static async start(): Promise<MailSink> {
    const sink = new MailSink();
    await sink.listen(0);
    return sink;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((done, failed) => {
      this.#server.once('error', failed);
      this.#server.listen(port, '127.0.0.1', () => done());
    });
    this.#port = (this.#server.server.address() as AddressInfo).port;
  }

  /** Nobody answers any more; `reopen` answers on the same port. */
  async stop(): Promise<void> {
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  async reopen(): Promise<void> {
    this.#server = this.#create();
    await this.listen(this.#port);
  }

  to(address: string, kind?: MessageKind): SunkMail[] {
    return this.mails.filter((mail) => mail.to === address && (kind === undefined || mail.kind === kind));
  }

  /** The first mail to somebody that came after `after` others of its kind; waits for it. */
  async mailTo(
    address: string,
    kind?: MessageKind,
    { after = 0, withinMs = 30_000 }: { after?: number; withinMs?: number } = {},
  ): Promise<SunkMail> {
    const late = performance.now() + withinMs;
    for (;;) {
      const found = this.to(address, kind)[after];
      if (found) return found;
      if (performance.now() > late) {
        const there = this.to(address).map((mail) => mail.kind ?? '?');
        throw new Error(
          `No mail ${kind ?? ''} to ${address} within ${withinMs} ms. She has ${there.join(', ') || 'none'}, all have ${this.mails.length}.`,
        );
      }
      await pause(20);
    }
  }

  #create(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onRcptTo: ({ address }, session, callback) => {
        const code = this.faults.refuse.get(address);
        if (code !== undefined) {
          callback(Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: code }));
          return;
        }
        if (this.faults.dropBeforeData > 0) {
          this.faults.dropBeforeData -= 1;
          this.#cut(session.id);
          return;
        }
        if (this.faults.later > 0) {
          this.faults.later -= 1;
          callback(Object.assign(new Error('4.3.0 Later, please'), { responseCode: 451 }));
          return;
        }
        callback();
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          const to = session.envelope.rcptTo[0]?.address ?? '';
          void this.#take(raw, { from, to }, session.id, callback);
        });
      },
    });
  }

  async #take(
    raw: Buffer,
    { from, to }: { from: string; to: string },
    sessionId: string,
    callback: (error?: Error | null) => void,
  ): Promise<void> {
    const mail = await PostalMime.parse(raw);
    const messageId = mail.messageId ?? '';
    this.arrived.push(messageId);
    if (this.faults.dropAfterData > 0) {
      this.faults.dropAfterData -= 1;
      this.heard.push({ messageId, answered: false });
      this.#cut(sessionId);
      return;
    }
    // Whoever is kept waiting may be killed meanwhile; the wait must not keep the test alive.
    if (this.faults.slow > 0) await pause(this.faults.slow, undefined, { ref: false });
    this.heard.push({ messageId, answered: true });
    const kind = mail.headers.find(({ key }) => key === 'x-okaeri-kind')?.value;
    const calendar = mail.attachments.find(
      ({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics',
    );
    const content = calendar?.content;
    callback();
    this.mails.push({
      at: performance.timeOrigin + performance.now(),
      to,
      from,
      kind: (kind as MessageKind | undefined) ?? null,
      raw,
      mail,
      calendar:
        content === undefined ? null : typeof content === 'string' ? content : new TextDecoder().decode(content),
    });
  }

  #cut(sessionId: string): void {
    for (const connection of this.#server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
      if (connection.id === sessionId) connection._socket.destroy();
    }
  }
}
