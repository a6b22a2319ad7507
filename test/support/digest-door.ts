import { createHash, randomBytes } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DigestDoorHow {
  to: string;
  account: { username: string; password: string };
  algorithm: 'MD5' | 'SHA-256';
  /** So often a nonce is taken; then another is asked for. */
  uses?: number;
}

/** Stands before a server and lets nobody in but by a digest (RFC 7616), whose answer it makes itself. */
export class DigestDoor {
  /** As it was asked for: which kind of proof came. */
  readonly proofs: string[] = [];
  /** How often each was used, and by which counts. */
  readonly #nonces = new Map<string, Set<string>>();

  private constructor(
    private readonly server: Server,
    private readonly how: DigestDoorHow,
  ) {
    server.on('request', (request, response) => this.#take(request, response));
  }

  static async open(how: DigestDoorHow): Promise<DigestDoor> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new DigestDoor(server, how);
  }

  url(path = '/'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const given = request.headers.authorization ?? '';
    this.proofs.push(given.split(' ')[0] ?? '');
    if (!this.#isGood(request, given)) {
      request.resume();
      const nonce = randomBytes(12).toString('base64');
      this.#nonces.set(nonce, new Set());
      const ask = `Digest realm="${realm}", qop="auth", algorithm=${this.how.algorithm}, nonce="${nonce}", opaque="o"`;
      response.writeHead(401, { 'www-authenticate': ['Negotiate', ask] }).end();
      return;
    }
    const { username, password } = this.how.account;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const onwards = httpRequest(
      new URL(request.url ?? '/', this.how.to),
      { method: request.method ?? 'GET', headers: { ...request.headers, authorization } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onwards.on('error', () => response.destroy());
    request.pipe(onwards);
  }

  #isGood(request: IncomingMessage, given: string): boolean {
    if (!given.startsWith('Digest ')) return false;
    const said = new Map(
      [...given.slice('Digest '.length).matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)].map(([, name, one, other]) => [
        name,
        one ?? other ?? '',
      ]),
    );
    const { account, algorithm, uses = 3 } = this.how;
    const h = (text: string) =>
      createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
        .update(text)
        .digest('hex');
    const [nonce = '', nc = '', cnonce = ''] = [said.get('nonce'), said.get('nc'), said.get('cnonce')];
    const key = h(`${account.username}:${realm}:${account.password}`);
    const what = h(`${request.method}:${request.url}`);
    const wanted = h(`${key}:${nonce}:${nc}:${cnonce}:auth:${what}`);
    const used = this.#nonces.get(nonce);
    if (!used || used.has(nc) || used.size >= uses) return false;
    used.add(nc);
    const isTold = said.get('uri') === request.url && said.get('opaque') === 'o' && said.get('qop') === 'auth';
    return isTold && said.get('response') === wanted;
  }
}

/** With what a careless reader of heads takes for their end. */
const realm = 'Somebody, calendars=all';
