import { randomBytes } from 'node:crypto';
import type { TodayPage } from '@okaeri/contracts';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { signIn, startApi } from '../support/server';
import type { TestServer } from '../support/server';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. */
describe('the ledger', () => {
  let database: TestDatabase;
  let server: TestServer;
  let emily: string;
  let visitId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startApi(database.url, { OKAERI_DEMO: '1' });
    emily = await signIn(server, 'emily');
    const { body } = await server.ask({ path: '/api/pages/home', cookie: emily });
    visitId = (body as { next: { visitId: string } }).next.visitId;
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const person = async (persona: string) =>
    (await database.query<{ id: string }>('select id from person where persona = $1', [persona]))[0]?.id;
  const rows = (requestId: string) =>
    database.query('select * from ledger where request_id = $1 order by id', [requestId]);
  const asked = async (path: string, cookie?: string, json?: unknown) => {
    const requestId = randomBytes(10).toString('hex');
    const answer = await server.ask({
      method: json === undefined ? 'GET' : 'POST',
      path,
      cookie,
      json,
      headers: { 'x-request-id': requestId },
    });
    return { answer, rows: await rows(requestId) };
  };

  it.each([
    ['changed', `update ledger set outcome = 'allowed'`],
    ['changed by nobody’s rows', `update ledger set outcome = 'allowed' where false`],
    ['shortened', `delete from ledger where id = (select max(id) from ledger)`],
    ['emptied', `truncate ledger`],
    ['emptied with all that hangs on it', `truncate ledger restart identity cascade`],
    [
      'given a row of a chosen place',
      `insert into ledger (id, permission, outcome, entity, via) values (1, 'x', 'allowed', 'visit', 'http')`,
    ],
  ])('cannot be %s, not even by the superuser', async (_, sql) => {
    const before = await database.query('select count(*) from ledger');
    await expect(database.query(sql)).rejects.toThrow(/append-only|non-DEFAULT value/);
    expect(await database.query('select count(*) from ledger')).toEqual(before);
  });

  it('keeps who read a visit, when, by which way and in which request', async () => {
    const { rows: written } = await asked(`/api/pages/visits/${visitId}`, emily);
    expect(written).toEqual([
      expect.objectContaining({
        actor_id: await person('emily'),
        permission: 'visit.read',
        outcome: 'allowed',
        entity: 'visit',
        entity_id: visitId,
        patient_id: await person('emily'),
        via: 'http',
      }),
    ]);
  });

  it('keeps the refusal of a stranger under the name of the patient she asked about', async () => {
    const { answer, rows: written } = await asked(`/api/pages/visits/${visitId}`, await signIn(server, 'grace'));
    expect(answer.status).toBe(404);
    expect(written).toEqual([
      expect.objectContaining({
        actor_id: await person('grace'),
        outcome: 'refused',
        patient_id: await person('emily'),
      }),
    ]);
    const unknown = await asked(`/api/pages/visits/${visitId}`);
    expect(unknown.rows).toEqual([expect.objectContaining({ actor_id: null, outcome: 'refused', entity_id: visitId })]);
  });

  it('keeps a question whose work was rolled back afterwards', async () => {
    await database.query(`update visit set status = 'fulfilled' where id = $1`, [visitId]);
    const { answer, rows: written } = await asked(`/api/visits/${visitId}/cancel`, emily, { reason: 'Too late' });
    expect(answer.body).toMatchObject({ code: 'visit_over' });
    expect(written).toEqual([expect.objectContaining({ permission: 'visit.cancel', outcome: 'allowed' })]);
    await database.query(`update visit set status = 'booked' where id = $1`, [visitId]);
  });

  it('has a row for each patient whose name a day shows', async () => {
    const { answer, rows: written } = await asked('/api/pages/today', await signIn(server, 'tanaka'));
    const page = answer.body as TodayPage;
    const shown = [...page.visits, ...page.later].map((card) => card.visitId);
    expect(shown.length).toBeGreaterThan(2);
    const [first, ...each] = written;
    expect(first).toMatchObject({ permission: 'day.read', entity: 'person', patient_id: null });
    expect(new Set(each.map((row) => row['entity_id']))).toEqual(new Set(shown));
    expect(each).toHaveLength(shown.length);
    expect(new Set(each.map((row) => row['patient_id']))).toEqual(
      new Set([await person('emily'), await person('linh')]),
    );
  });

  it('comes first: what cannot be written down is not answered', async () => {
    await database.query('alter table ledger rename to ledger_away');
    try {
      for (const path of [`/api/pages/visits/${visitId}`, '/api/pages/home']) {
        const answer = await server.ask({ path, cookie: emily });
        expect(answer.status).toBe(500);
        expect(answer.text).not.toContain('Tremblay');
      }
    } finally {
      await database.query('alter table ledger_away rename to ledger');
    }
    expect((await server.ask({ path: '/api/pages/home', cookie: emily })).status).toBe(200);
  });

  it('counts the flood of one whom nobody knows, and has a row for each question of one who is known', async () => {
    const grace = await signIn(server, 'grace');
    const other = await startApi(database.url);
    const path = `/api/pages/visits/${visitId}`;
    const lastId = async () =>
      Number((await database.query<{ id: string }>('select max(id) as id from ledger'))[0]?.id);
    const since = async (id: number) =>
      database.query<{ actor_id: string | null; times: number }>('select * from ledger where id > $1 order by id', [
        id,
      ]);
    const start = await lastId();
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let asked = 0; asked < 50; asked += 1) {
      expect((await other.ask({ path, headers: from('203.0.113.7') })).status).toBe(401);
    }
    expect(await since(start)).toHaveLength(20);
    expect((await other.ask({ path, headers: from('203.0.113.8') })).status).toBe(401);
    expect(await since(start)).toHaveLength(21);
    for (let asked = 0; asked < 30; asked += 1) {
      expect((await other.ask({ path, cookie: grace, headers: from('203.0.113.7') })).status).toBe(404);
    }
    const known = (await since(start)).filter(({ actor_id }) => actor_id !== null);
    expect(known).toHaveLength(30);
    await other.close();
    const written = await since(start);
    expect(written).toHaveLength(52);
    expect(written.at(-1)).toMatchObject({
      actor_id: null,
      permission: 'visit.read',
      outcome: 'refused',
      entity: 'visit',
      entity_id: null,
      patient_id: null,
      via: 'http',
      request_id: null,
      times: 30,
    });
    expect(written.reduce((sum, { times }) => sum + times, 0)).toBe(50 + 1 + 30);
  });

  it('outlives the people that it names', async () => {
    const keys = await database.query(
      `select 1 from pg_constraint where conrelid = 'ledger'::regclass and contype = 'f'`,
    );
    expect(keys).toEqual([]);
  });
});
