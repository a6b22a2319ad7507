import { now } from '@okaeri/words/time';
import { Redis } from 'ioredis';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { startRedis } from '../support/redis';
import type { OwnRedis } from '../support/redis';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { until } from '../support/until';

/** A real Redis that is set to throw keys away when it is full. */
describe('a Redis that evicts', () => {
  let world: MailWorld;
  let sink: MailSink;
  let redis: OwnRedis;
  let operator: Redis;
  let scheduler: TestScheduler;

  const policy = (name: string) => operator.config('SET', 'maxmemory-policy', name);

  beforeAll(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    redis = await startRedis();
    operator = new Redis(redis.url);
    await policy('allkeys-lru');
    scheduler = await startScheduler(world.database.url, { smtpUrl: sink.url, env: { REDIS_URL: redis.url } });
  });
  afterAll(async () => {
    await scheduler?.close();
    operator?.disconnect();
    await redis?.stop();
    await sink?.stop();
    await world?.close();
  });

  const readiness = async () => {
    const { port } = scheduler.app.getHttpServer().address() as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    return { status: answer.status, missing: ((await answer.json()) as { missing: string[] }).missing };
  };
  const errors = () =>
    scheduler
      .log()
      .split('\n')
      .filter((line) => line.includes('maxmemory-policy'));
  const connections = async () =>
    Number(/total_connections_received:(\d+)/.exec(await operator.info('stats'))?.[1] ?? 0);

  async function book(): Promise<string> {
    const patient = await world.person();
    await world.visit({ patient, physician: await world.physician(), startsAt: now().add({ hours: 48 }) });
    return patient.email;
  }

  it('is handed nothing, is named once in the log and at the door, and is taken when it keeps what it has', async () => {
    await until(() => errors().length > 0);
    expect(await readiness()).toEqual({ status: 503, missing: ['redis-noeviction'] });
    const address = await book();
    // Turns of the relay and tries to open go by; neither says it again, and nothing reaches the queue.
    const before = await connections();
    await until(async () => (await connections()) > before + 4);
    expect(errors()).toHaveLength(1);
    expect(JSON.parse(errors()[0] ?? '')).toMatchObject({ level: 'error', policy: 'allkeys-lru' });
    expect(await operator.dbsize()).toBe(0);

    await policy('noeviction');
    await until(async () => (await readiness()).status === 200);
    await sink.mailTo(address, 'visit_booked');
  });

  it('is noticed when the settings have changed behind a connection that broke', async () => {
    await policy('volatile-lru');
    await operator.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await until(async () => (await readiness()).missing.join() === 'redis-noeviction');
    const address = await book();
    await policy('noeviction');
    await sink.mailTo(address, 'visit_booked', { withinMs: 30_000 });
    expect((await readiness()).status).toBe(200);
    expect(errors()).toHaveLength(2);
  });
});
