import { createHmac } from 'node:crypto';
import { now } from '@okaeri/words/time';
import { ChannelWorld } from '../support/channel-world';
import type { Reader } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { startApi } from '../support/server';
import type { TestServer } from '../support/server';
import { until } from '../support/until';

jest.setTimeout(60_000);

const secret = 'what both sides of a test know';

/** Real: PostgreSQL, the api with its HTTP chain, a provider. */
describe('what a provider tells of a text', () => {
  let world: ChannelWorld;
  let scheduler: TestScheduler;
  let server: TestServer;
  let patient: Reader;
  let reference: string;

  beforeEach(async () => {
    world = await ChannelWorld.open();
    const { url } = world.mails.database;
    scheduler = await startScheduler(url, { smtpUrl: world.sink.url, env: world.env });
    server = await startApi(url, { SMS_SECRET: secret, OKAERI_RATES: 'wide' });
    patient = await world.mails.person();
    await world.chooses(patient, ['sms']);
    await world.mails.visit({ patient, physician: await world.mails.physician(), startsAt: now().add({ hours: 48 }) });
    await until(async () => (await world.states(patient)).join() === 'sms sent');
    reference = world.sms.sent[0]?.reference ?? '';
  });
  afterEach(async () => {
    await server.close();
    await scheduler.close();
    await world.close();
  });

  const signed = (raw: string, by = secret) => `sha256=${createHmac('sha256', by).update(raw).digest('hex')}`;
  const tell = async (state: string, signature?: (raw: string) => string | undefined) => {
    // Not as we would write it: what is signed is what was sent.
    const raw = `{ "state": "${state}",\n  "reference": "${reference}" }`;
    const header = (signature ?? signed)(raw);
    const headers: Record<string, string> = header === undefined ? {} : { 'x-signature': header };
    return (await server.ask({ method: 'POST', path: '/api/sms/receipts', raw, headers })).status;
  };
  const phoneState = async () => {
    const [row] = await world.mails.database.query<{ state: string }>(
      'select phone_state as state from person where id = $1',
      [patient.id],
    );
    return row?.state;
  };

  it('is believed by its signature, once', async () => {
    expect(await tell('delivered')).toBe(204);
    expect(await world.states(patient)).toEqual(['sms delivered']);
    expect(await phoneState()).toBe('works');
    expect(await tell('failed')).toBe(204);
    expect(await world.states(patient)).toEqual(['sms delivered']);
  });

  it('is refused without one, and by another', async () => {
    const wrong: ((raw: string) => string | undefined)[] = [
      () => undefined,
      () => '',
      (raw) => signed(raw, 'the secret of somebody else'),
      (raw) => signed(`${raw} `),
      (raw) => signed(raw).slice(0, -2),
    ];
    for (const signature of wrong) expect(await tell('delivered', signature)).toBe(404);
    expect(await world.states(patient)).toEqual(['sms sent']);
  });

  it('and where it did not arrive, she is written a mail', async () => {
    expect(await tell('failed')).toBe(204);
    await world.sink.mailTo(patient.email, 'visit_booked');
    await until(async () => (await world.states(patient)).join() === 'email sent,sms failed');
  });
});
