import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logFolder } from './canaries';
import { freePort } from './standalone';
import { until } from './until';

const account = { username: 'sato', password: 'a word of her own' };

/** A CalDAV server of somebody else (Debian's radicale), with one account in it, which can be stopped and started again. */
export class Radicale {
  readonly #folder = mkdtempSync(join(tmpdir(), 'okaeri-radicale-'));
  #child: ChildProcess | null = null;

  private constructor(readonly port: number) {}

  static async start(): Promise<Radicale> {
    const radicale = new Radicale(await freePort());
    radicale.password(account.password);
    radicale.#write(
      'config',
      [
        ...['[server]', `hosts = 127.0.0.1:${radicale.port}`],
        ...['[auth]', 'type = htpasswd', `htpasswd_filename = ${join(radicale.#folder, 'users')}`],
        ...['htpasswd_encryption = plain', 'delay = 0'],
        ...['[storage]', `filesystem_folder = ${join(radicale.#folder, 'collections')}`],
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
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async open(): Promise<void> {
    const log = createWriteStream(join(logFolder(), `radicale-${process.pid}-${this.port}.log`), { flags: 'a' });
    const child = spawn('radicale', ['--config', join(this.#folder, 'config')], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    this.#child = child;
    const answers = () =>
      this.ask('OPTIONS', '/').then(
        ({ status }) => status === 200,
        () => false,
      );
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`radicale ended with ${child.exitCode}.`);
      return answers();
    }, 20_000);
  }

  /** Nobody answers any more; what was written stays. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
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
    writeFileSync(join(this.#folder, name), text, { mode: 0o600 });
  }
}
