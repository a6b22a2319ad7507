import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import type { ECDH } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { now } from '@okaeri/words/time';

export interface Browser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface Pushed {
  browser: string;
  topic: string;
  ttl: number;
  urgency: string;
  /** The key of the house that sent it. */
  key: string;
  told: { id: string; lang: string; title: string; body: string; path: string };
}

/**
 * A push service (RFC 8030) and the browsers behind it. It takes what is signed for it by the key that the browser was
 * subscribed with (RFC 8292) and what the browser can open (RFC 8291), and refuses anything else.
 */
export class PushService {
  readonly pushed: Pushed[] = [];
  /** Everything that was taken, by topic; a repeat is one request more. */
  readonly requests: string[] = [];
  readonly refused: string[] = [];
  /** What the next ones are answered instead. */
  readonly answers: { status: number; headers?: Record<string, string> }[] = [];
  /** Taken, and not answered for so long. */
  slow = 0;
  readonly #browsers = new Map<string, { pair: ECDH; auth: Buffer }>();

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async start(): Promise<PushService> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const service = new PushService(server, (server.address() as AddressInfo).port);
    server.on('request', (request, response) => void service.#take(request, response));
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** One that a person allows to show what she is told. */
  browser(): Browser {
    const id = randomBytes(8).toString('hex');
    const pair = createECDH('prime256v1');
    const auth = randomBytes(16);
    const p256dh = pair.generateKeys('base64url');
    this.#browsers.set(id, { pair, auth });
    return { endpoint: `${this.origin}/send/${id}`, keys: { p256dh, auth: auth.toString('base64url') } };
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const end = (status: number, headers: Record<string, string> = {}) => response.writeHead(status, headers).end();
    const answer = this.answers.shift();
    if (answer) return void end(answer.status, answer.headers);
    let pushed: Pushed;
    try {
      pushed = this.#read(request, Buffer.concat(chunks));
    } catch (error) {
      this.refused.push(String(error));
      return void end(400);
    }
    this.requests.push(pushed.topic);
    // The same topic replaces what waits for the browser (RFC 8030, 5.4).
    const waiting = this.pushed.findIndex(({ topic, browser }) => topic === pushed.topic && browser === pushed.browser);
    if (waiting === -1) this.pushed.push(pushed);
    else this.pushed[waiting] = pushed;
    if (this.slow > 0) await new Promise((done) => setTimeout(done, this.slow).unref());
    end(201, { location: `${this.origin}/message/${pushed.topic}` });
  }

  #read({ method, url = '', headers }: IncomingMessage, body: Buffer): Pushed {
    const browser = url.replace('/send/', '');
    const known = this.#browsers.get(browser);
    if (method !== 'POST' || !known) throw new Error('no such browser');
    if (headers['content-encoding'] !== 'aes128gcm') throw new Error('not sealed as RFC 8291 says');
    const ttl = Number(headers['ttl']);
    if (!Number.isInteger(ttl)) throw new Error('no TTL');
    const topic = String(headers['topic']);
    if (!/^[\w-]{1,32}$/.test(topic)) throw new Error('no topic');
    const key = signerOf(headers.authorization ?? '', this.origin);
    const told = JSON.parse(opened(body, known).toString('utf8')) as Pushed['told'];
    return { browser, topic, ttl, urgency: String(headers['urgency']), key, told };
  }
}

/** The key by which it is signed, where that signature is for us and for today. */
function signerOf(authorization: string, origin: string): string {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  if (json(head)['alg'] !== 'ES256') throw new Error('another algorithm');
  const raw = Buffer.from(key, 'base64url');
  const [x, y] = [raw.subarray(1, 33), raw.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  const right = verify(
    'sha256',
    signed,
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!right) throw new Error('the signature is wrong');
  const { aud, exp, sub } = json(claims);
  if (aud !== origin) throw new Error(`signed for ${String(aud)}`);
  const left = Number(exp) - now().epochMilliseconds / 1000;
  if (!(left > 0 && left <= 86_400)) throw new Error('it has expired, or holds for longer than a day');
  if (!/^(?:mailto|https):/.test(String(sub))) throw new Error('nobody to write to');
  return key;
}

const derived = (input: Buffer, salt: Buffer, info: Buffer, bytes: number) =>
  Buffer.from(hkdfSync('sha256', input, salt, info, bytes));

/** What only that browser can open (RFC 8188, one record, with the keys of RFC 8291). */
function opened(body: Buffer, { pair, auth }: { pair: ECDH; auth: Buffer }): Buffer {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const sealed = body.subarray(21 + idLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
  const input = derived(pair.computeSecret(sender), auth, info, 32);
  const key = derived(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end === -1 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('its padding is wrong');
  return padded.subarray(0, end);
}
