import { randomBytes } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '@okaeri/access';
import { permissions } from '@okaeri/contracts';
import { DatabaseModule } from '@okaeri/platform';
import { RuntimeModule, createLog } from '@okaeri/runtime';
import { absent, bodyOf, headersOf, pathOf } from '../support/access/asks';
import { castOf, reset, rowsOf } from '../support/access-cast';
import type { Cast } from '../support/access-cast';
import { actors, routes } from '../support/access-table';
import type { ActorName } from '../support/access-table';
import { startApi } from '../support/server';
import type { Answer, Ask, TestServer } from '../support/server';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(60_000);

interface Operation {
  'x-okaeri-access'?: string;
  'x-okaeri-open'?: string;
}

/** A page about several patients has a row for each; joining two records asks for both. */
const manyRows = ['day.read', 'board.read', 'ready.read', 'patient.merge'];
/** Of those whom nobody knows a process gives so many in a minute, and some to spare, a row of their own. */
const strangersTold = 150;
/** By these the question of access says no; anything else answers somebody who was allowed to ask. */
const refused = [401, 404];

/** Real: PostgreSQL, the whole api with its HTTP chain. Generated from the OpenAPI document that it serves. */
describe('every route, asked by everybody', () => {
  let world: SocketWorld;
  let server: TestServer;
  let cast: Cast;
  let operations: Record<string, Operation>;

  beforeAll(async () => {
    world = await SocketWorld.open();
    server = await opened();
    cast = await castOf(world);
    await world.data.query('update person set demo = true');
    const { body } = await server.ask({ path: '/api/openapi.json' });
    const { paths } = body as { paths: Record<string, Record<string, Operation>> };
    operations = Object.fromEntries(
      Object.entries(paths).flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
      ),
    );
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const opened = () => startApi(world.url, { OKAERI_DEMO: '1', OKAERI_RATES: 'wide', HOUSE_SECRET: 'x'.repeat(32) });
  let strangers = 0;
  /** There are more routes than that: the rest is asked of another process. */
  async function countStranger(): Promise<void> {
    strangers += 1;
    if (strangers % strangersTold !== 0) return;
    await server.close();
    server = await opened();
  }

  async function asked(route: string, actor: ActorName, change: Partial<Ask> = {}): Promise<Answer & { id: string }> {
    if (actor === 'signedOut' || actor === 'anonymous') await countStranger();
    const [method = '', template = ''] = route.split(' ');
    const id = randomBytes(12).toString('hex');
    const answer = await server.ask({
      method,
      path: pathOf(template, cast, actor),
      cookie: cast.people[actor]?.cookie,
      ...(method === 'GET' || method === 'DELETE' ? {} : { json: bodyOf(route, cast) }),
      ...change,
      headers: { 'x-request-id': id, ...headersOf(route) },
    });
    return { ...answer, id };
  }

  async function expectRow(route: string, actor: ActorName, answer: { status: number; id: string }): Promise<void> {
    const permission = operations[route]?.['x-okaeri-access'];
    const rows = await rowsOf(world, answer.id);
    if (routes[route]?.link) return;
    if (!permission) {
      expect([route, actor, rows]).toEqual([route, actor, []]);
      return;
    }
    const aboutVisit = route.includes('{visitId}');
    const [row] = rows;
    expect([route, actor, row]).toEqual([
      route,
      actor,
      expect.objectContaining({
        permission,
        via: 'http',
        ...(routes[route]?.absent ? {} : { outcome: refused.includes(answer.status) ? 'refused' : 'allowed' }),
        // Whose session has ended is nobody we know.
        actor_id: actor === 'signedOut' ? null : (cast.people[actor]?.id ?? null),
        ...(aboutVisit ? { entity: 'visit', entity_id: cast.visitId, patient_id: cast.patientId } : {}),
      }),
    ]);
    if (!manyRows.includes(permission)) expect([route, actor, rows.length]).toEqual([route, actor, 1]);
  }

  it('is in the table, with a rule', () => {
    expect(Object.keys(operations).sort()).toEqual(Object.keys(routes).sort());
    for (const [name, operation] of Object.entries(operations)) {
      const { 'x-okaeri-access': permission, 'x-okaeri-open': reason } = operation;
      expect([name, Boolean(routes[name]?.open)]).toEqual([name, reason !== undefined]);
      if (permission) expect(permissions).toContain(permission);
      else expect([name, reason?.length]).not.toEqual([name, 0]);
    }
  });

  describe.each(Object.entries(routes))('%s', (route, { expected }) => {
    it.each(actors)('by %s', async (actor) => {
      await reset(world, cast);
      const answer = await asked(route, actor);
      expect([route, actor, answer.status]).toEqual([route, actor, expected[actor]]);
      await expectRow(route, actor, answer);
    });
  });

  const reads = Object.entries(routes).filter(([route, { open }]) => route.startsWith('GET ') && !open);
  it.each(reads)('%s, by HEAD, is the same question', async (route, { expected }) => {
    await reset(world, cast);
    for (const actor of actors) {
      const answer = await asked(route, actor, { method: 'HEAD' });
      expect([route, actor, answer.status]).toEqual([route, actor, expected[actor]]);
      expect(answer.text).toBe('');
      await expectRow(route, actor, answer);
    }
  });

  describe('however the path is written', () => {
    const ways: readonly [string, (path: string) => string][] = [
      ['with a slash at the end', (path) => `${path}/`],
      ['with two slashes', (path) => path.replace('/api/', '/api//')],
      ['with slashes in front', (path) => `//${path}`],
      ['in capitals', (path) => path.toUpperCase()],
      ['with an encoded letter', (path) => path.replace('pages', '%70ages')],
      ['with an encoded slash', (path) => path.replace('/pages/', '/pages%2F')],
      ['with an encoded slash in the id', (path) => path.replace('visits/', 'visits%2f')],
      ['with an encoded dash', (path) => path.replaceAll('-', '%2D')],
      ['with a dot', (path) => path.replace('/pages/', '/./pages/')],
      ['with a way back', (path) => path.replace('/pages/', '/session/../pages/')],
      ['with an encoded way back', (path) => path.replace('/pages/', '/session/%2e%2e/pages/')],
      ['with a parameter', (path) => `${path};a=b`],
      ['with a null', (path) => `${path}%00`],
      ['with a bad escape', (path) => `${path}%zz`],
      ['with a question', (path) => `${path}?visitId=${absent}&personId=x&_method=HEAD`],
      ['with an extension', (path) => `${path}.json`],
    ];

    it.each(ways)('%s', async (_, write) => {
      await reset(world, cast);
      for (const [route, { expected }] of reads) {
        for (const actor of actors) {
          const plain = pathOf(route.split(' ')[1] ?? '', cast, actor);
          const answer = await asked(route, actor, { path: write(plain) });
          if (expected[actor] < 300)
            expect([route, actor, [200, 400, 404]]).toEqual([route, actor, expect.arrayContaining([answer.status])]);
          else {
            const answers = [400, 401, 404, expected[actor]];
            expect([route, actor, answers]).toEqual([route, actor, expect.arrayContaining([answer.status])]);
          }
          if (answer.status === 200) await expectRow(route, actor, answer);
        }
      }
    });
  });

  it('answers alike what does not exist, what is no id, and what is somebody else’s', async () => {
    const bare = ({ body }: Answer) => ({ ...(body as object), requestId: '' });
    for (const route of ['GET /api/pages/visits/{visitId}', 'POST /api/visits/{visitId}/cancel']) {
      const path = (id: string) => route.split(' ')[1]?.replace('{visitId}', id) ?? '';
      const foreign = await asked(route, 'foreign');
      for (const id of [absent, 'x', `${cast.visitId}x`, "' or 1=1 --", '%00']) {
        const other = await asked(route, 'foreign', { path: path(encodeURIComponent(id)) });
        expect(other.status).toBe(foreign.status);
        expect(bare(other)).toEqual(bare(foreign));
        const lengthless = ({ headers: { date: _, 'x-request-id': __, 'keep-alive': ___, ...rest } }: Answer) => rest;
        expect(lengthless(other)).toEqual(lengthless(foreign));
      }
    }
  });

  it('takes nobody’s word for who asks', async () => {
    await reset(world, cast);
    const { people } = cast;
    const claims = {
      personId: people.patient?.id,
      patientId: cast.patientId,
      actor: people.patient?.id,
      persona: 'emily',
    };
    const answer = await server.ask({
      method: 'PUT',
      path: `/api/me/language?personId=${people.patient?.id}`,
      cookie: people.foreign?.cookie,
      headers: { authorization: `Bearer ${people.patient?.id}`, 'x-person-id': String(people.patient?.id) },
      json: { language: 'vi', ...claims },
    });
    expect(answer.body).toMatchObject({ me: { personId: people.foreign?.id, language: 'vi' } });
    const [patient] = (await world.data.query('select language from person where id = $1', [
      people.patient?.id,
    ])) as object[];
    expect(patient).toEqual({ language: 'en' });
  });

  it('lets a patient who was shown out keep the page of her visit, and take no part', async () => {
    await reset(world, cast);
    await world.data.query(`update seat set state = 'removed' where visit_id = $1 and person_id = $2`, [
      cast.visitId,
      cast.patientId,
    ]);
    const page = await asked('GET /api/pages/visits/{visitId}', 'patient');
    expect(page.body).toMatchObject({ me: { state: 'removed', host: false }, phone: expect.any(String) });
    expect((await asked('POST /api/visits/{visitId}/cancel', 'patient')).status).toBe(404);
  });

  describe('by one whose reason has ended', () => {
    const cancel = () => asked('POST /api/visits/{visitId}/cancel', 'related');
    afterEach(() =>
      world.data.query('update care_relation set revoked_at = null, ends_at = null, starts_at = $1', ['2020-01-01']),
    );

    it.each([
      ['revoked', `revoked_at = now()`],
      ['over', `ends_at = now() - interval '1 minute'`],
      ['not begun', `starts_at = now() + interval '1 hour'`],
    ])('because the care relation is %s', async (_, values) => {
      await reset(world, cast);
      await world.data.query(`update care_relation set ${values} where patient_id = $1`, [cast.patientId]);
      expect((await cancel()).status).toBe(404);
    });
  });

  describe('by one whom she has given something of her record', () => {
    const page = 'GET /api/pages/records/{personId}';
    afterEach(() => world.data.query('delete from consent'));
    const given = async (values: string) => {
      await reset(world, cast);
      await world.data.query(
        `insert into consent (patient_id, kind, person_id, purpose, categories, starts_at, by_id, why)
         values ($1, 'person', $2, 'TREAT', '{images}', now() - interval '1 day', $1, '')`,
        [cast.patientId, cast.people.foreignStaff?.id],
      );
      await world.data.query(`update consent set ${values}`);
    };

    it.each<[string, string, number]>([
      ['which holds', `why = 'A second opinion'`, 200],
      ['which is over', `ends_at = now()`, 404],
      ['which has been taken back', `ended_at = now()`, 404],
      ['which has not begun', `starts_at = now() + interval '1 hour'`, 404],
      ['which is for something else', `purpose = 'HRESCH'`, 404],
      ['which is nothing', `categories = '{}'`, 404],
    ])('%s', async (_, values, status) => {
      await given(values);
      const answer = await asked(page, 'foreignStaff');
      expect(answer.status).toBe(status);
      await expectRow(page, 'foreignStaff', answer);
      for (const route of ['GET /api/patients/{personId}/record/export', 'GET /api/pages/episodes/{episodeId}/files'])
        expect((await asked(route, 'foreignStaff')).status).toBe(404);
    });
  });
});

describe('a route without a rule', () => {
  @Controller('forgotten')
  class Forgotten {
    @Get()
    read(): string {
      return 'nobody decided who may read this';
    }
  }
  it('stops the boot', async () => {
    const world = await SocketWorld.open();
    const log = createLog({ process: 'test', level: 'silent' });
    @Module({
      imports: [
        RuntimeModule.forRoot({ process: 'test', log }),
        DatabaseModule.forRoot({ url: world.url, entities: [] }),
        AccessModule,
      ],
      controllers: [Forgotten],
    })
    class Root {}
    const app = await NestFactory.create(Root, { logger: false, abortOnError: false });
    await expect(app.init()).rejects.toThrow('Forgotten.read');
    await app.close();
    await world.close();
  });
});
