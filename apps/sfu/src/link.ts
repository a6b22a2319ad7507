import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { sfuRequestFrame } from '@okaeri/contracts';
import type { SfuReplyFrame } from '@okaeri/contracts';
import type { Log } from '@okaeri/runtime';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import type { Listener, SfuNode } from './node';

const path = '/link';
const maxPayload = 256 * 1024;
/** A process that takes nothing any more must not fill our memory with what we have to say to it. */
const maxBacklog = 8 * 1024 * 1024;
const pingMilliseconds = 10_000;

/** The door for signaling processes: a WebSocket at `/link` for who knows the secret. */
export class LinkServer {
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  readonly #silent = new WeakSet<WebSocket>();
  readonly #pings: NodeJS.Timeout;

  private constructor(
    server: Server,
    private readonly secret: string,
    private readonly node: SfuNode,
    private readonly log: Log,
  ) {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#onUpgrade(request, socket, head),
    );
    this.#pings = setInterval(() => this.#ping(), pingMilliseconds);
  }

  static create(server: Server, secret: string, node: SfuNode, log: Log): LinkServer {
    return new LinkServer(server, secret, node, log);
  }

  /** Says goodbye after everything that was said before; who does not answer is cut off. */
  async close(): Promise<void> {
    clearInterval(this.#pings);
    const sockets = [...this.#sockets.clients];
    const gone = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of sockets) socket.close(1001);
    const timer = setTimeout(() => sockets.forEach((socket) => socket.terminate()), 500);
    await Promise.all(gone);
    clearTimeout(timer);
    this.#sockets.close();
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (request.url?.split('?', 1)[0] !== path) return refuse(socket, '404 Not Found');
    if (!knowsSecret(request.headers.authorization, this.secret)) {
      this.log.warn('a link without the secret was refused');
      return refuse(socket, '401 Unauthorized');
    }
    this.#sockets.handleUpgrade(request, socket, head, (client) => this.#onLink(client));
  }

  #onLink(socket: WebSocket): void {
    const listener: Listener = {
      rooms: new Set(),
      send: (text) => {
        if (socket.readyState !== socket.OPEN) return;
        if (socket.bufferedAmount > maxBacklog) socket.terminate();
        else socket.send(text);
      },
    };
    socket.on('error', (err) => this.log.warn({ err }, 'link failed'));
    socket.on('pong', () => this.#silent.delete(socket));
    socket.on('message', (raw) => void this.#onMessage(raw, listener));
    socket.on('close', (code) => {
      this.node.unlisten(listener);
      this.log.info({ code, links: this.#sockets.clients.size }, 'link closed');
    });
    this.node.listen(listener);
    this.log.info({ links: this.#sockets.clients.size }, 'link opened');
  }

  async #onMessage(raw: RawData, listener: Listener): Promise<void> {
    const given = parseJson(raw);
    const frame = sfuRequestFrame.safeParse(given);
    if (frame.success) return listener.send(JSON.stringify(await this.node.answer(frame.data, listener)));
    this.log.warn('a frame that is none was refused');
    const id = idOf(given);
    if (id === null) return;
    const code = 'message_malformed';
    const reply: SfuReplyFrame = { id, ok: false, error: { code, message: code } };
    listener.send(JSON.stringify(reply));
  }

  #ping(): void {
    for (const socket of this.#sockets.clients) {
      if (this.#silent.has(socket)) socket.terminate();
      else {
        this.#silent.add(socket);
        socket.ping();
      }
    }
  }
}

/** Compares digests, which are of one length: neither the secret nor its length shows in the time it takes. */
export function knowsSecret(authorization: string | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${secret}`));
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function parseJson(raw: RawData): unknown {
  try {
    // ws hands text over as a Buffer, unless it is told otherwise.
    return JSON.parse((raw as Buffer).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function idOf(given: unknown): string | null {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : null;
  return typeof id === 'string' && id.length > 0 && id.length <= 64 ? id : null;
}
