import { randomUUID } from 'node:crypto';
import type { Notice, Readiness } from '@okaeri/contracts';
import { Database, NoticeListener, announce } from '@okaeri/platform';
import type { NoticeEvent } from '@okaeri/platform';
import { Health, createLog } from '@okaeri/runtime';
import { differences, migrate } from '../../apps/migrate/src';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { signIn, startApi } from '../support/server';
import type { TestServer } from '../support/server';

const patience = 15_000;

async function until(what: string, ask: () => Promise<boolean> | boolean): Promise<void> {
  const late = performance.now() + patience;
  while (!(await ask())) {
    if (performance.now() > late) throw new Error(`${what}: not within ${patience} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Told extends Readiness {
  status: number;
}

async function readiness(server: TestServer): Promise<Told> {
  const { status, body } = await server.ask({ path: '/readyz' });
  return { ...(body as Readiness), status };
}

jest.setTimeout(60_000);

/** Real: PostgreSQL that goes away and comes back, a Redis that is not there, the whole api. */
describe('a process whose services come and go', () => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startApi(database.url, { OKAERI_DEMO: '1' });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  it('is ready, and says what of', async () => {
    const answer = await readiness(server);
    expect(answer).toMatchObject({ status: 200, ready: true, missing: [], degraded: [] });
    expect(answer.about).toMatchObject({ version: expect.any(String), schema: expect.stringMatching(/\d{13}$/) });
    await until('zone data compared', async () => (await readiness(server)).about['tzdataPostgres'] !== 'unknown');
    const { tzdata, tzdataHost, tzdataPostgres } = (await readiness(server)).about;
    expect(tzdata).toMatch(/^20\d\d[a-z]$/);
    expect(tzdataHost).toMatch(/^(20\d\d[a-z]|unknown)$/);
    expect(tzdataPostgres).toMatch(/^(same|differs: [A-Z].*)$/);
  });

  it('answers 503 in words while the database is away, lives on, and recovers by itself', async () => {
    const emily = await signIn(server, 'emily');
    await database.close();
    try {
      await until('not ready', async () => !(await readiness(server)).ready);
      expect(await readiness(server)).toMatchObject({ status: 503, missing: expect.arrayContaining(['database']) });
      expect((await server.ask({ path: '/healthz' })).status).toBe(200);
      for (const path of ['/api/pages/home', '/api/session', '/api/demo/stage']) {
        const answer = await server.ask({ path, cookie: emily });
        expect([path, answer.status]).toEqual([path, 503]);
        expect(answer.body).toMatchObject({
          code: 'unavailable',
          title: expect.stringMatching(/comes back by itself/),
        });
        expect(answer.headers['retry-after']).toBe('2');
      }
      const inFrench = { path: '/api/pages/home', cookie: emily.replace('okaeri_language=en', 'okaeri_language=fr') };
      expect((await server.ask(inFrench)).headers['content-language']).toBe('fr-CA');
    } finally {
      await database.open();
    }
    await until('ready again', async () => (await readiness(server)).ready);
    expect((await server.ask({ path: '/api/pages/home', cookie: emily })).status).toBe(200);
  });

  it('answers the next question after all its sessions were cut', async () => {
    const emily = await signIn(server, 'emily');
    await database.cut();
    // The first connections out of the pool may be dead ones; no more than the pool holds can be.
    await until('an answer', async () => (await server.ask({ path: '/api/pages/home', cookie: emily })).status === 200);
    expect(server.log()).not.toContain('unforeseen error');
  });

  it('is ready without Redis, and says that it is degraded', async () => {
    const without = await startApi(database.url, { REDIS_URL: 'redis://127.0.0.1:1' });
    expect(await readiness(without)).toMatchObject({ status: 200, ready: true, degraded: ['redis'] });
    await without.close();
  });

  it('counts requests by route template, without ids', async () => {
    const emily = await signIn(server, 'emily');
    const visitId = randomUUID();
    await server.ask({ path: `/api/pages/visits/${visitId}`, cookie: emily });
    const { text } = await server.ask({ path: '/metrics' });
    expect(text).toContain('route="/api/pages/visits/:visitId"');
    expect(text).not.toContain(visitId);
    expect(text).toMatch(/process_resident_memory_bytes/);
  });
});

describe('a process that starts before its database', () => {
  it('lives, waits, and opens once it is there and migrated', async () => {
    const database = await createTestDatabase({ empty: true });
    await database.close();
    const server = await startApi(database.url, { OKAERI_DEMO: '1' });
    try {
      expect((await server.ask({ path: '/healthz' })).status).toBe(200);
      expect((await readiness(server)).missing.sort()).toEqual(['database', 'demo', 'migrations']);
      await database.open();
      await until('database', async () => !(await readiness(server)).missing.includes('database'));
      expect((await readiness(server)).missing).toContain('migrations');
      await migrate(database.url);
      await until('ready', async () => (await readiness(server)).ready);
      expect((await server.ask({ path: '/api/demo/stage' })).status).toBe(200);
    } finally {
      await server.close();
      await database.drop();
    }
  });
});

describe('the schema', () => {
  it('is brought up to date once when two processes start together', async () => {
    const database = await createTestDatabase({ empty: true });
    const [one, two] = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(Math.min(one.ran.length, two.ran.length)).toBe(0);
    expect(Math.max(one.ran.length, two.ran.length)).toBeGreaterThan(0);
    expect(await migrate(database.url)).toEqual({ ran: [] });
    await database.drop();
  });

  it('agrees with the entities, and a difference is seen', async () => {
    const database = await createTestDatabase();
    expect(await differences(database.url)).toEqual([]);
    await database.query('alter table person drop column email');
    await database.query('alter table seat drop constraint seat_person_id_fkey');
    const wanted = (await differences(database.url)).join('\n');
    expect(wanted).toMatch(/ADD "email" text/);
    expect(wanted).toMatch(/seat_person_id_fkey/);
    await database.drop();
  });
});

describe('live notices', () => {
  it('are heard after the commit only, and a lost line is said to be a gap', async () => {
    const database = await createTestDatabase();
    const log = createLog({ process: 'test', level: 'silent' });
    const options = { url: database.url, entities: [] };
    const db = new Database(options, log, new Health());
    const listener = new NoticeListener(options, log);
    const heard: NoticeEvent[] = [];
    listener.subscribe((event) => heard.push(event));
    await db.onModuleInit();
    await listener.onApplicationBootstrap();
    try {
      const told: Notice = { topic: 'visit', id: randomUUID(), version: 3 };
      const never: Notice = { topic: 'visit', id: randomUUID(), version: 4 };
      await db
        .inTransaction(async (em) => {
          await announce(em, never);
          throw new Error('rolled back');
        })
        .catch(() => undefined);
      await db.inTransaction(async (em) => {
        await announce(em, told);
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(heard).toEqual([]);
      });
      await until('notice', () => heard.length > 0);
      expect(heard).toEqual([{ kind: 'notice', notice: told }]);
      await database.query('select pg_notify($1, $2)', ['okaeri_notice', 'no JSON']);

      await database.cut();
      await until('gap', () => heard.some(({ kind }) => kind === 'gap'));
      await until('pool', () =>
        db
          .inTransaction((em) => announce(em, told))
          .then(
            () => true,
            () => false,
          ),
      );
      await until('notice again', () => heard.at(-1)?.kind === 'notice');
      expect(listener.listening).toBe(true);
    } finally {
      await listener.onApplicationShutdown();
      await db.onApplicationShutdown();
      await database.drop();
    }
  });
});
