import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Nothing is ever answered. */
  hang?: boolean;
}

/** A server that hands out calendars as a test has it, and keeps what it was asked. */
export class FeedServer {
  readonly asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  readonly #paths = new Map<string, Served | (() => Served)>();
  readonly #server = createServer((request, response) => {
    const path = request.url ?? '';
    this.asked.push({ path, headers: request.headers });
    const found = this.#paths.get(path);
    const {
      status = 200,
      headers = {},
      body = '',
      hang = false,
    } = (typeof found === 'function' ? found() : found) ?? { status: 404 };
    if (hang) return;
    response.writeHead(status, { 'content-type': 'text/calendar', ...headers });
    response.end(body);
  });

  static async open(): Promise<FeedServer> {
    const feed = new FeedServer();
    await new Promise<void>((resolve) => feed.#server.listen(0, '127.0.0.1', resolve));
    return feed;
  }

  serve(path: string, served: Served | (() => Served)): void {
    this.#paths.set(path, served);
  }

  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
