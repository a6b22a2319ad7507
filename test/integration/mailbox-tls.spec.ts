import { randomUUID } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { makeCertificate } from '../support/certificate';
import type { Certificate } from '../support/certificate';
import { Dovecot } from '../support/dovecot';
import { MailWorld } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import { until } from '../support/until';

jest.setTimeout(60_000);

const env = { HOUSE_SECRET: 'a house that is only here for this test of it' };

/** Real: PostgreSQL, the scheduler, and an IMAP server of somebody else, with a certificate that openssl made. */
describe('a mailbox behind TLS', () => {
  let world: MailWorld;
  let certificate: Certificate;
  let dovecot: Dovecot;
  const known = getCACertificates('default');
  beforeAll(async () => {
    world = await MailWorld.open();
    certificate = makeCertificate();
    dovecot = await Dovecot.start({ certificate });
  });
  afterEach(() => setDefaultCACertificates(known));
  afterAll(async () => {
    await dovecot.end();
    certificate.remove();
    await world.close();
  });

  it('whose certificate nobody vouches for is not spoken to, and one line says so', async () => {
    const before = dovecot.logins();
    const scheduler = await startScheduler(world.database.url, { env: { ...env, MAIL_IN_URL: dovecot.url } });
    try {
      await until(() => scheduler.log().includes('its certificate is not one to be trusted'));
    } finally {
      await scheduler.close();
    }
    expect(scheduler.log()).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT/);
    expect(scheduler.log()).not.toContain('a-word-of-the-house');
    expect(dovecot.logins()).toBe(before);
  });

  it('is read where its authority is known to the machine', async () => {
    setDefaultCACertificates([...known, certificate.ca]);
    const before = dovecot.logins();
    const scheduler = await startScheduler(world.database.url, { env: { ...env, MAIL_IN_URL: dovecot.url } });
    try {
      await until(() => dovecot.logins() > before);
      await dovecot.deliver(toOurs());
      await until(async () => (await dovecot.seen()).at(-1) === true);
      expect(scheduler.log()).not.toContain('mailbox for answers');
    } finally {
      await scheduler.close();
    }
  });
});

it('a mailbox whose server tells of nothing is asked again and again', async () => {
  const world = await MailWorld.open();
  const dovecot = await Dovecot.start({ mute: true });
  const scheduler = await startScheduler(world.database.url, {
    env: { ...env, MAIL_IN_URL: dovecot.url },
    mailboxPollSeconds: 1,
  });
  try {
    expect(await dovecot.tells()).toBe(false);
    for (const times of [1, 2]) {
      await dovecot.deliver(toOurs());
      // Long before its client asks by itself, which is every two minutes.
      await until(async () => (await dovecot.seen()).filter(Boolean).length === times, 20_000);
    }
  } finally {
    await scheduler.close();
    await dovecot.end();
    await world.close();
  }
});

/** To an address of ours: there is nothing in it to be believed, and it is marked as read once that was seen. */
function toOurs(): string {
  const to = `bounce+${randomUUID()}@okaeri.example`;
  return ['From: somebody@home.example', `To: ${to}`, 'Subject: Hello', '', 'Hello', ''].join('\r\n');
}
