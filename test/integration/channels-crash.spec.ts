import { now } from '@okaeri/words/time';
import { ChannelWorld } from '../support/channel-world';
import { SchedulerProcess } from '../support/scheduler-process';
import { until } from '../support/until';

jest.setTimeout(90_000);

const soonMs = 15_000;

/** T12: a provider that has a message, and a process that dies before it could write that down. */
describe('a scheduler that is killed while a provider answers', () => {
  let world: ChannelWorld;
  let child: SchedulerProcess | null = null;
  const start = () =>
    SchedulerProcess.start(world.mails.database.url, { SMTP_URL: world.sink.url, REDIS_URL: '', ...world.env });

  beforeEach(async () => {
    world = await ChannelWorld.open();
  });
  afterEach(async () => {
    await child?.stop();
    child = null;
    await world.close();
  });

  it('sends one text and one notification, by one key each', async () => {
    const patient = await world.mails.person();
    const physician = await world.mails.physician();
    await world.chooses(patient, ['sms', 'push']);
    await world.allows(patient);
    world.sms.slow = 60_000;
    world.push.slow = 60_000;
    child = await start();
    await world.mails.visit({ patient, physician, startsAt: now().add({ hours: 48 }) });
    await until(() => world.sms.requests.length === 1 && world.push.requests.length === 1, 20_000);
    await child.kill();
    const killed = performance.now();
    expect(await world.states(patient)).toEqual(['push sending', 'sms sending']);
    world.sms.slow = 0;
    world.push.slow = 0;
    child = await start();
    await until(async () => (await world.states(patient)).join() === 'push sent,sms sent', 30_000);
    expect(performance.now() - killed).toBeLessThan(soonMs);
    expect(world.sms.requests).toHaveLength(2);
    expect(new Set(world.sms.requests).size).toBe(1);
    expect(world.sms.sent).toHaveLength(1);
    expect(world.push.requests).toHaveLength(2);
    expect(new Set(world.push.requests).size).toBe(1);
    expect(world.push.pushed).toHaveLength(1);
  });
});
