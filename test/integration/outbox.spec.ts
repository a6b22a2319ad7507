import type { INestApplication } from '@nestjs/common';
import { Database, Handlers, emit } from '@okaeri/platform';
import { Redis } from 'ioredis';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { backends, redisUrl, startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { until } from '../support/until';

const anybody = '00000000-0000-4000-8000-00000000000a';
const asked = (askId: string) => ({ personId: anybody, askId });
const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

describe.each(backends)('the outbox on %s', (backend) => {
  let database: TestDatabase;
  const running: TestScheduler[] = [];
  let handled: string[];
  let stumble = 0;

  /** Handles sign-in requests of this suite in place of the real handler: the outbox is what is looked at. */
  async function start(): Promise<TestScheduler> {
    const scheduler = await startScheduler(database.url, { backend });
    running.push(scheduler);
    const handlers = scheduler.app.get(Handlers, { strict: false });
    handlers.get = (name) =>
      name === 'sendSignIn'
        ? async (em, data) => {
            await em.query('select 1');
            if (stumble > 0) {
              stumble -= 1;
              throw new Error('the handler stumbles');
            }
            handled.push((data as { askId: string }).askId);
          }
        : undefined;
    handlers.names = () => ['sendSignIn'];
    return scheduler;
  }
  const db = (app: INestApplication) => app.get(Database, { strict: false });
  const tell = (app: INestApplication, askId: string) =>
    db(app).inTransaction((em) => emit(em, 'signIn.asked', asked(askId)));
  const open = () => database.query('select 1 from outbox_delivery where handled_at is null');

  beforeEach(async () => {
    handled = [];
    stumble = 0;
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((scheduler) => scheduler.close()));
    await database.drop();
  });

  it('tells nothing of what was rolled back', async () => {
    const { app } = await start();
    await expect(
      db(app).inTransaction(async (em) => {
        await emit(em, 'signIn.asked', asked(id(1)));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await tell(app, id(2));
    await until(() => handled.includes(id(2)));
    expect(handled).toEqual([id(2)]);
  });

  it('hands each event to each handler once, whatever number of schedulers there is', async () => {
    const [{ app }] = [await start(), await start()];
    const ids = Array.from({ length: 100 }, (_, at) => id(at + 1));
    await Promise.all(ids.map((each) => tell(app, each)));
    await until(async () => (await open()).length === 0);
    expect([...handled].sort()).toEqual(ids);
  });

  it('tries again what a handler could not do, and keeps no words of its error', async () => {
    const { app } = await start();
    stumble = 1;
    await tell(app, id(1));
    await until(async () => (await open()).length === 0, 15_000);
    expect(handled).toEqual([id(1)]);
    const [row] = await database.query('select attempts, problem from outbox_delivery');
    expect(row).toEqual({ attempts: 1, problem: null });
  });

  it('fills a queue again that lost everything', async () => {
    const { app } = await start();
    await tell(app, id(1));
    await until(() => handled.length === 1);
    await app.close();
    running.length = 0;
    // Handed over, and then the queue was wiped: the row says queued, and no queue knows of it.
    await database.query(
      `update outbox_delivery set handled_at = null, queued_at = now() - interval '1 minute',
              next_at = now() - interval '1 minute'`,
    );
    if (backend === 'redis') {
      const redis = new Redis(redisUrl());
      const keys = await redis.keys(`test-${new URL(database.url).pathname.slice(1)}*`);
      if (keys.length > 0) await redis.del(keys);
      redis.disconnect();
    } else {
      await database.query('drop schema bullmq cascade');
    }
    await start();
    await until(() => handled.length === 2);
    expect(handled).toEqual([id(1), id(1)]);
  });
});
