import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { logFolder } from './canaries';
import type { Certificate } from './certificate';
import { OwnServer } from './own-server';

const account = { user: 'answers', pass: 'a-word-of-the-house' };
/** `nobody` of Debian: as root it keeps the mails of no user of this machine. */
const nobody = 65_534;

export interface DovecotHow {
  certificate?: Certificate;
  /** It never tells of a mail by itself (RFC 2177): whoever wants to know asks. */
  mute?: boolean;
}

/** A mailbox at an IMAP server of somebody else (Debian's dovecot), which can be stopped and started again. */
export class Dovecot {
  private constructor(
    readonly server: OwnServer,
    private readonly how: DovecotHow,
  ) {}

  static async start(how: DovecotHow = {}): Promise<Dovecot> {
    const dovecot = new Dovecot(await OwnServer.at('dovecot'), how);
    dovecot.#write();
    await dovecot.open();
    return dovecot;
  }

  /** As a house would set it. */
  get url(): string {
    return `${this.how.certificate ? 'imaps' : 'imap'}://${account.user}:${account.pass}@127.0.0.1:${this.server.port}/INBOX`;
  }

  /** Who came in so far, by its own log; the owner's own look at it counts too. */
  logins(): number {
    return readFileSync(this.#log, 'utf8').match(/Info: Login: user=/g)?.length ?? 0;
  }

  /** Whether it tells by itself that a mail has come. */
  tells(): Promise<boolean> {
    return this.#with((client) => Promise.resolve(client.capabilities.has('IDLE')));
  }

  get #log(): string {
    return join(logFolder(), `dovecot-${this.server.port}.log`);
  }

  async open(): Promise<void> {
    const { findProgram } = await import('../../infra/setup/programs.mjs');
    const program = findProgram('dovecot');
    if (!program) throw new Error('dovecot is not here. On Debian: apt-get install dovecot-imapd');
    const answers = () => this.#with(() => Promise.resolve(true));
    await this.server.open(program, ['-F', '-c', this.server.path('dovecot.conf')], answers);
  }

  /** Nobody answers any more; mails stay. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  end(): Promise<void> {
    return this.server.end();
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
    const { certificate } = this.how;
    const client = new ImapFlow({
      ...{ host: '127.0.0.1', port: this.server.port, secure: certificate !== undefined, auth: account, logger: false },
      ...(certificate ? { tls: { ca: certificate.ca } } : {}),
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  }

  #write(): void {
    const { certificate, mute } = this.how;
    const [plain, secure] = certificate ? [0, this.server.port] : [this.server.port, 0];
    const { username, uid, gid } = userInfo();
    const isRoot = uid === 0;
    const at = (name: string) => this.server.path(name);
    mkdirSync(at('mail'));
    if (isRoot) chownSync(at('mail'), nobody, nobody);
    chmodSync(this.server.path(), 0o755);
    const owner = isRoot ? { uid: nobody, gid: nobody } : { uid, gid };
    writeFileSync(
      at('dovecot.conf'),
      [
        ...[`base_dir = ${at('run')}`, `state_dir = ${at('state')}`, 'protocols = imap', 'listen = 127.0.0.1'],
        ...(certificate
          ? ['ssl = required', `ssl_cert = <${certificate.certFile}`, `ssl_key = <${certificate.keyFile}`]
          : ['ssl = no']),
        ...['disable_plaintext_auth = no', `log_path = ${this.#log}`],
        // All that it can, but for telling.
        ...(mute ? ['protocol imap {\n  imap_capability = IMAP4rev1 LITERAL+ UIDPLUS\n}'] : []),
        ...[`mail_location = maildir:${at('mail')}/%u`, 'first_valid_uid = 1', 'first_valid_gid = 1'],
        ...(isRoot ? [] : [`default_internal_user = ${username}`, `default_login_user = ${username}`]),
        `passdb {\n  driver = static\n  args = user=${account.user} password=${account.pass}\n}`,
        `userdb {\n  driver = static\n  args = uid=${owner.uid} gid=${owner.gid} home=${at('mail')}/%u\n}`,
        `service imap-login {\n  chroot =\n  inet_listener imap {\n    port = ${plain}\n  }\n  inet_listener imaps {\n    port = ${secure}\n    ssl = yes\n  }\n}`,
        'service anvil {\n  chroot =\n}',
        '',
      ].join('\n'),
    );
  }
}
