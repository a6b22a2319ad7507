import { writeFileSync } from 'node:fs';
import { OwnServer } from './own-server';

const account = { username: 'sato', password: 'a word of her own' };

/** A CalDAV server of somebody else (Debian's radicale), with one account in it, which can be stopped and started again. */
export class Radicale {
  private constructor(readonly server: OwnServer) {}

  static async start(): Promise<Radicale> {
    const server = await OwnServer.at('radicale');
    const radicale = new Radicale(server);
    radicale.password(account.password);
    radicale.#write(
      'config',
      [
        ...['[server]', `hosts = 127.0.0.1:${server.port}`],
        ...['[auth]', 'type = htpasswd', `htpasswd_filename = ${server.path('users')}`],
        ...['htpasswd_encryption = plain', 'delay = 0'],
        ...['[storage]', `filesystem_folder = ${server.path('collections')}`],
        ...['[web]', 'type = none', '[logging]', 'level = warning', ''],
      ].join('\n'),
    );
    await radicale.open();
    return radicale;
  }

  get account(): { username: string; password: string } {
    return account;
  }

  url(path = '/'): string {
    return `http://127.0.0.1:${this.server.port}${path}`;
  }

  open(): Promise<void> {
    const answers = async () => (await this.ask('OPTIONS', '/')).status === 200;
    return this.server.open('radicale', ['--config', this.server.path('config')], answers);
  }

  /** Nobody answers any more; what was written stays. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  end(): Promise<void> {
    return this.server.end();
  }

  /** It asks for another one from now on. */
  password(word: string): void {
    this.#write('users', `${account.username}:${word}\n`);
  }

  /** As the owner's own program asks. */
  async ask(
    method: string,
    path: string,
    { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; etag: string | null; text: string }> {
    const key = Buffer.from(`${account.username}:${account.password}`).toString('base64');
    const answer = await fetch(this.url(path), {
      method,
      headers: { authorization: `Basic ${key}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() };
  }

  /** An empty calendar of hers. */
  async calendar(name: string): Promise<string> {
    const path = `/${account.username}/${name}/`;
    const { status, text } = await this.ask('MKCALENDAR', path);
    if (status !== 201) throw new Error(`MKCALENDAR answered ${status}: ${text}`);
    return path;
  }

  async put(path: string, file: string): Promise<void> {
    const { status, text } = await this.ask('PUT', path, { body: file, headers: { 'content-type': 'text/calendar' } });
    if (status !== 201 && status !== 204) throw new Error(`PUT answered ${status}: ${text}`);
  }

  /** What her program finds in a calendar, each entry as a file of its own. */
  async entries(path: string): Promise<string[]> {
    const { text } = await this.ask('PROPFIND', path, { headers: { depth: '1' } });
    const found = [...text.matchAll(/<(?:\w+:)?href>([^<]+\.ics)<\//g)].map(([, href = '']) => href);
    const files = await Promise.all([...new Set(found)].map((href) => this.ask('GET', href)));
    return files.filter(({ status }) => status === 200).map((each) => each.text);
  }

  #write(name: string, text: string): void {
    writeFileSync(this.server.path(name), text, { mode: 0o600 });
  }
}
