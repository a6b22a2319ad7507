import { createHash, createHmac, randomBytes } from 'node:crypto';
import { connect, type TLSSocket } from 'node:tls';

/** Requests of RFC 8656 and, for what has to be refused, RFC 6062. */
const methods = { allocate: 0x003, refresh: 0x004, permit: 0x008, channel: 0x009, connect: 0x00a } as const;
type Method = keyof typeof methods;

const types = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  channel: 0x000c,
  lifetime: 0x000d,
  peer: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  protocol: 0x0019,
} as const;
const cookie = 0x2112a442;
const udp = 17;
export const tcp = 6;

/** What a server said: 200 for yes, or the number of its error. */
export interface TurnAnswer {
  code: number;
  lifetimeSeconds: number | null;
}

export interface Credentials {
  username: string;
  credential: string;
}

/** As the `use-auth-secret` of coturn makes them. */
export const credentialsOf = (secret: string, username: string): Credentials => ({
  username,
  credential: createHmac('sha1', secret).update(username).digest('base64'),
});

/** A TURN client that asks for what no browser would ask for. One connection is one allocation. */
export class TurnClient {
  #realm = '';
  #nonce = '';
  #buffer = Buffer.alloc(0);
  readonly #waiting = new Map<string, (message: Buffer) => void>();

  private constructor(
    private readonly socket: TLSSocket,
    private readonly credentials: Credentials,
  ) {
    socket.on('data', (data) => this.#read(data));
    socket.on('error', () => socket.destroy());
  }

  static async open(host: string, credentials: Credentials, port = 443): Promise<TurnClient> {
    const socket = connect({ host, port, rejectUnauthorized: false });
    await new Promise<void>((done, failed) => socket.once('secureConnect', done).once('error', failed));
    return new TurnClient(socket, credentials);
  }

  async allocate(protocol = udp): Promise<TurnAnswer> {
    const wanted = attribute(types.protocol, Buffer.from([protocol, 0, 0, 0]));
    const first = await this.#send('allocate', [wanted], false);
    if (answerOf(first).code !== 401) return answerOf(first);
    this.#realm = textOf(first, types.realm);
    this.#nonce = textOf(first, types.nonce);
    return answerOf(await this.#send('allocate', [wanted]));
  }

  async permit(peer: string): Promise<TurnAnswer> {
    return answerOf(await this.#send('permit', [peerOf(peer)]));
  }

  async bind(channel: number, peer: string): Promise<TurnAnswer> {
    const number = attribute(types.channel, Buffer.from([channel >> 8, channel & 255, 0, 0]));
    return answerOf(await this.#send('channel', [number, peerOf(peer)]));
  }

  /** A TCP connection to a peer, as RFC 6062 has it. */
  async connect(peer: string): Promise<TurnAnswer> {
    return answerOf(await this.#send('connect', [peerOf(peer)]));
  }

  close(): void {
    this.socket.destroy();
  }

  #send(method: Method, attributes: Attribute[], signed = true): Promise<Buffer> {
    const id = randomBytes(12);
    const own = signed
      ? [
          attribute(types.username, Buffer.from(this.credentials.username)),
          attribute(types.realm, Buffer.from(this.#realm)),
          attribute(types.nonce, Buffer.from(this.#nonce)),
        ]
      : [];
    const body = Buffer.concat([...attributes, ...own].map((each) => each(id)));
    const message = signed ? this.#sign(method, id, body) : Buffer.concat([head(method, body.length, id), body]);
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`No answer to ${method} within 5 s.`)), 5_000);
      this.#waiting.set(id.toString('hex'), (answer) => {
        clearTimeout(late);
        done(answer);
      });
      this.socket.write(message);
    });
  }

  /** The length in the head already counts the signature that is made over it. */
  #sign(method: Method, id: Buffer, body: Buffer): Buffer {
    const key = createHash('md5').update(
      [this.credentials.username, this.#realm, this.credentials.credential].join(':'),
    );
    const begun = Buffer.concat([head(method, body.length + 24, id), body]);
    const signature = createHmac('sha1', key.digest()).update(begun).digest();
    return Buffer.concat([begun, attribute(types.integrity, signature)(id)]);
  }

  #read(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    while (this.#buffer.length >= 20) {
      const size = 20 + this.#buffer.readUInt16BE(2);
      if (this.#buffer.length < size) return;
      const message = this.#buffer.subarray(0, size);
      this.#buffer = this.#buffer.subarray(size);
      const id = message.subarray(8, 20).toString('hex');
      this.#waiting.get(id)?.(message);
      this.#waiting.delete(id);
    }
  }
}

function head(method: Method, length: number, id: Buffer): Buffer {
  const begin = Buffer.alloc(8);
  begin.writeUInt16BE(methods[method], 0);
  begin.writeUInt16BE(length, 2);
  begin.writeUInt32BE(cookie, 4);
  return Buffer.concat([begin, id]);
}

/** Some are written over with the id of their message. */
type Attribute = (id: Buffer) => Buffer;

function attribute(type: number, value: Buffer | Attribute): Attribute {
  return (id) => {
    const bytes = typeof value === 'function' ? value(id) : value;
    const begin = Buffer.alloc(4);
    begin.writeUInt16BE(type, 0);
    begin.writeUInt16BE(bytes.length, 2);
    return Buffer.concat([begin, bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  };
}

/** XOR-PEER-ADDRESS: family, port and address, the last two written over with the cookie and the id. */
function peerOf(peer: string, port = 4_000): Attribute {
  return attribute(types.peer, (id) => {
    const key = Buffer.alloc(4);
    key.writeUInt32BE(cookie);
    const over = Buffer.concat([key, id]);
    const address = peer.includes(':') ? ipv6Of(peer) : Buffer.from(peer.split('.').map(Number));
    const begin = Buffer.from([0, address.length === 4 ? 1 : 2, 0, 0]);
    begin.writeUInt16BE(port ^ (cookie >>> 16), 2);
    return Buffer.concat([begin, address.map((byte, at) => byte ^ (over[at] ?? 0))]);
  });
}

/** Sixteen bytes of `::1`, `fd00::1` or `::ffff:10.0.0.1`. */
function ipv6Of(text: string): Buffer {
  const bytesOf = (part: string) =>
    part.split(':').flatMap((group) => {
      if (group === '') return [];
      if (group.includes('.')) return group.split('.').map(Number);
      const word = parseInt(group, 16);
      return [word >> 8, word & 255];
    });
  const [before = '', after = ''] = text.split('::');
  const [first, last] = [bytesOf(before), bytesOf(after)];
  return Buffer.from([...first, ...Array<number>(16 - first.length - last.length).fill(0), ...last]);
}

/** The value of an attribute; `null` where the message has none. */
function find(message: Buffer, type: number): Buffer | null {
  for (let at = 20; at + 4 <= message.length;) {
    const size = message.readUInt16BE(at + 2);
    if (message.readUInt16BE(at) === type) return message.subarray(at + 4, at + 4 + size);
    at += 4 + size + ((4 - (size % 4)) % 4);
  }
  return null;
}

const textOf = (message: Buffer, type: number): string => find(message, type)?.toString() ?? '';

function answerOf(message: Buffer): TurnAnswer {
  const error = find(message, types.error);
  const lifetime = find(message, types.lifetime);
  return {
    code: error ? (error[2] ?? 0) * 100 + (error[3] ?? 0) : 200,
    lifetimeSeconds: lifetime ? lifetime.readUInt32BE(0) : null,
  };
}
