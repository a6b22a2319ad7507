import { events } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { startRedis } from '../support/redis';
import type { OwnRedis } from '../support/redis';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { startApi } from '../support/server';
import type { TestServer } from '../support/server';
import { until } from '../support/until';

/** A Redis of its own that is killed: the transport of the queues is gone, the rows are not. */
describe('without Redis', () => {
  let world: MailWorld;
  let sink: MailSink;
  let redis: OwnRedis;
  let scheduler: TestScheduler;
  let api: TestServer;

  beforeAll(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    redis = await startRedis();
    const env = { REDIS_URL: redis.url };
    scheduler = await startScheduler(world.database.url, { smtpUrl: sink.url, env });
    api = await startApi(world.database.url, env);
  });
  afterAll(async () => {
    await api?.close();
    await scheduler?.close();
    await redis?.stop();
    await sink?.stop();
    await world?.close();
  });

  const readiness = async () => {
    const address: unknown = scheduler.app.getHttpServer().address();
    const { port } = address as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    return { status: answer.status, body: (await answer.json()) as { missing: string[]; degraded: string[] } };
  };

  it('visits are booked, the scheduler says what it lacks, and mail follows when Redis is back', async () => {
    const patient = await world.person();
    const physician = await world.physician();
    await world.visit({ patient, physician, startsAt: now().add({ hours: 48 }) });
    await sink.mailTo(patient.email, 'visit_booked');
    expect((await readiness()).status).toBe(200);

    await redis.kill();
    await until(async () => (await readiness()).status === 503);
    expect((await readiness()).body.missing).toEqual(['redis']);
    const pages = await api.ask({ path: '/readyz' });
    expect(pages.status).toBe(200);

    const other = await world.person();
    await world.visit({ patient: other, physician: await world.physician(), startsAt: now().add({ hours: 50 }) });
    const open = await world.database.query<{ handler: string }>(
      'select handler from outbox_delivery where handled_at is null',
    );
    expect(open.map(({ handler }) => handler).sort()).toEqual([...events['visit.booked'].handlers].sort());

    // Empty, as after a crash without a journal: everything is filled in again from the rows.
    await redis.again();
    await sink.mailTo(other.email, 'visit_booked', { withinMs: 30_000 });
    await until(async () => (await readiness()).status === 200);
    expect(sink.to(patient.email, 'visit_booked')).toHaveLength(1);
    expect(sink.to(other.email, 'visit_booked')).toHaveLength(1);
  });
});
