import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** What scanners are tried with: harmless, and found by every one of them. In two parts, so that no scanner finds it here. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/**
 * A server that speaks INSTREAM as clamd does, byte by byte: it knows one virus, refuses what is larger than its limit in the
 * middle, and hangs up on whoever says something else.
 */
export class ClamdServer {
  /** How many files it has heard to their end. */
  heard = 0;
  /** Says nothing for as long as it is set. */
  silent = false;
  readonly #sockets = new Set<Socket>();

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async start({ most = 100 * 1024 * 1024, path }: { most?: number; path?: string } = {}): Promise<ClamdServer> {
    const server = createServer();
    await new Promise<void>((done) => (path ? server.listen(path, done) : server.listen(0, '127.0.0.1', done)));
    const url = path ? `unix://${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const clamd = new ClamdServer(url, server);
    server.on('connection', (socket) => void clamd.#serve(socket, most).catch(() => socket.destroy()));
    return clamd;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  async #serve(socket: Socket, most: number): Promise<void> {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    const say = async (answer: string) => {
      // Whoever asked gives up first.
      if (this.silent) await once(socket, 'close');
      else socket.end(`${answer}\0`);
    };
    let held = Buffer.alloc(0);
    let begun = false;
    const content: Buffer[] = [];
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      held = Buffer.concat([held, chunk]);
      if (!begun) {
        const end = held.indexOf(0);
        if (end < 0) continue;
        if (held.toString('latin1', 0, end) !== 'zINSTREAM') return await say('UNKNOWN COMMAND');
        begun = true;
        held = held.subarray(end + 1);
      }
      while (held.length >= 4 && held.length >= 4 + held.readUInt32BE()) {
        const length = held.readUInt32BE();
        if (length === 0) {
          this.heard += 1;
          return await say(
            Buffer.concat(content).includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK',
          );
        }
        content.push(held.subarray(4, 4 + length));
        held = held.subarray(4 + length);
        if (content.reduce((sum, one) => sum + one.length, 0) > most) {
          return await say('INSTREAM size limit exceeded. ERROR');
        }
      }
    }
  }
}
