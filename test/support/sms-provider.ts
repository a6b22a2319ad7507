import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sms {
  key: string;
  to: string;
  from: string;
  text: string;
  reference: string;
}

/** A provider of short messages that keeps idempotency keys: what it has taken once it sends once, however often it is asked. */
export class SmsProvider {
  static readonly token = 'the token of a provider';
  readonly sent: Sms[] = [];
  /** The key of every request that was whole. */
  readonly requests: string[] = [];
  readonly answers: { status: number; headers?: Record<string, string> }[] = [];
  /** Taken, and not answered for so long. */
  slow = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmsProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const provider = new SmsProvider(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization, 'idempotency-key': key } = request.headers;
        const answer = provider.answers.shift();
        if (answer) return void response.writeHead(answer.status, answer.headers).end();
        if (authorization !== `Bearer ${SmsProvider.token}`) return void response.writeHead(401).end();
        if (typeof key !== 'string') return void response.writeHead(400).end();
        provider.requests.push(key);
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Omit<Sms, 'key'>;
        if (!provider.sent.some((sms) => sms.key === key)) provider.sent.push({ key, ...body });
        const told = () => response.writeHead(202, { 'content-type': 'application/json' }).end(`{"id":"sms-${key}"}`);
        if (provider.slow > 0) setTimeout(told, provider.slow).unref();
        else told();
      });
    });
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/messages`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
