import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { logFolder } from './canaries';
import { freePort } from './standalone';
import { until } from './until';

const account = { user: 'answers', pass: 'a-word-of-the-house' };
/** `nobody` of Debian: as root it keeps the mails of no user of this machine. */
const nobody = 65_534;

/** A mailbox at an IMAP server of somebody else (Debian's dovecot), which can be stopped and started again. */
export class Dovecot {
  readonly #folder = mkdtempSync(join(tmpdir(), 'okaeri-dovecot-'));
  #child: ChildProcess | null = null;

  private constructor(readonly port: number) {}

  static async start(): Promise<Dovecot> {
    const dovecot = new Dovecot(await freePort());
    dovecot.#write();
    await dovecot.open();
    return dovecot;
  }

  /** As a house would set it. */
  get url(): string {
    return `imap://${account.user}:${account.pass}@127.0.0.1:${this.port}/INBOX`;
  }

  async open(): Promise<void> {
    const { findProgram } = await import('../../infra/setup/programs.mjs');
    const program = findProgram('dovecot');
    if (!program) throw new Error('dovecot is not here. On Debian: apt-get install dovecot-imapd');
    const child = spawn(program, ['-F', '-c', join(this.#folder, 'dovecot.conf')], { stdio: 'ignore' });
    this.#child = child;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`dovecot ended with ${child.exitCode}.`);
      return this.#with(() => Promise.resolve(true)).catch(() => false);
    }, 20_000);
  }

  /** Nobody answers any more; mails stay. */
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

  /** A mail arrives. */
  async deliver(raw: string | Buffer): Promise<void> {
    await this.#with((client) => client.append('INBOX', raw));
  }

  /** Of each mail, in the order they came, whether it was read. */
  seen(): Promise<boolean[]> {
    return this.#with(async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      const all = await client.fetchAll('1:*', { flags: true });
      return all.map(({ flags }) => flags?.has('\\Seen') ?? false);
    });
  }

  async #with<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({ host: '127.0.0.1', port: this.port, secure: false, auth: account, logger: false });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  }

  #write(): void {
    const { username, uid, gid } = userInfo();
    const isRoot = uid === 0;
    const at = (name: string) => join(this.#folder, name);
    mkdirSync(at('mail'));
    if (isRoot) chownSync(at('mail'), nobody, nobody);
    chmodSync(this.#folder, 0o755);
    const owner = isRoot ? { uid: nobody, gid: nobody } : { uid, gid };
    writeFileSync(
      at('dovecot.conf'),
      [
        ...[`base_dir = ${at('run')}`, `state_dir = ${at('state')}`, 'protocols = imap', 'listen = 127.0.0.1'],
        ...['ssl = no', 'disable_plaintext_auth = no', `log_path = ${join(logFolder(), `dovecot-${this.port}.log`)}`],
        ...[`mail_location = maildir:${at('mail')}/%u`, 'first_valid_uid = 1', 'first_valid_gid = 1'],
        ...(isRoot ? [] : [`default_internal_user = ${username}`, `default_login_user = ${username}`]),
        `passdb {\n  driver = static\n  args = user=${account.user} password=${account.pass}\n}`,
        `userdb {\n  driver = static\n  args = uid=${owner.uid} gid=${owner.gid} home=${at('mail')}/%u\n}`,
        `service imap-login {\n  chroot =\n  inet_listener imap {\n    port = ${this.port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
        'service anvil {\n  chroot =\n}',
        '',
      ].join('\n'),
    );
  }
}
