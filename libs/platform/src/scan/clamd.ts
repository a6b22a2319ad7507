import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { ScannerDown } from './scanner';
import type { ScanState, Scanner } from './scanner';

/** Longer than this clamd needs for nothing that we take; whoever sends a file waits for it. */
const quietMs = 10_000;
const longestAnswer = 4096;

/** `clamd` of ClamAV, by INSTREAM: at `tcp://host:3310`, or `unix:///run/clamav/clamd.ctl`. */
export class Clamd implements Scanner {
  readonly #url: URL;

  constructor(
    url: string,
    private readonly patienceMs = quietMs,
  ) {
    this.#url = new URL(url);
  }

  async scan(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Exclude<ScanState, 'unscanned'>> {
    const socket = this.#connect();
    try {
      const cut = new AbortController();
      const answer = answerOf(socket).finally(() => cut.abort());
      // It may speak before it has heard all: of what is too large.
      await Promise.race([send(socket, bytes, cut.signal), answer]);
      return verdictOf(await answer);
    } catch (error) {
      throw error instanceof ScannerDown || !isOfSocket(error) ? error : new ScannerDown('clamd cannot be reached.');
    } finally {
      socket.destroy();
    }
  }

  #connect(): Socket {
    const { protocol, pathname, hostname, port } = this.#url;
    const socket =
      protocol === 'unix:'
        ? connect({ path: decodeURIComponent(pathname) })
        : connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
    socket.setTimeout(this.patienceMs, () => socket.destroy(new ScannerDown('clamd does not answer.')));
    return socket;
  }
}

/** Each piece with its length before it, and one of no length at the end. */
async function send(
  socket: Socket,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const write = async (data: Uint8Array | string) => {
    if (!signal.aborted && !socket.write(data)) await once(socket, 'drain', { signal });
  };
  await write('zINSTREAM\0');
  for await (const piece of bytes) {
    if (signal.aborted) return;
    if (piece.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await write(length);
    await write(piece);
  }
  await write(Buffer.alloc(4));
}

/** Until the null that ends it. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')));
      else if (answer.length > longestAnswer) reject(new ScannerDown('clamd does not come to an end.'));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new ScannerDown('clamd hung up.')));
  });
}

/** The name of what was found stays out of it: it is of use to nobody here. */
function verdictOf(answer: string): Exclude<ScanState, 'unscanned'> {
  if (/^stream: OK$/.test(answer)) return 'clean';
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
  throw new ScannerDown('clamd could not look into it.');
}

const isOfSocket = (error: unknown) =>
  typeof (error as { syscall?: unknown }).syscall === 'string' || (error as Error).name === 'AbortError';
