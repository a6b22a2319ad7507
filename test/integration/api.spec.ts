import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { startApi, signIn } from '../support/server';
import type { TestServer } from '../support/server';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api with its HTTP chain, over a socket. */
describe('the api', () => {
  let database: TestDatabase;
  let server: TestServer;
  let emily: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startApi(database.url, { OKAERI_DEMO: '1' });
    emily = await signIn(server, 'emily');
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const problem = (answer: { body: unknown }) =>
    answer.body as { code: string; title: string; requestId: string; status: number };

  describe('says what went wrong', () => {
    it('as a problem with a code, a sentence and the id under which the log has it', async () => {
      const answer = await server.ask({ path: '/api/nowhere', headers: { 'x-request-id': 'from-outside-1' } });
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(problem(answer)).toMatchObject({ code: 'not_found', status: 404, requestId: 'from-outside-1' });
      expect(answer.headers['x-request-id']).toBe('from-outside-1');
    });

    it.each([
      ['ja', /見つかりません/],
      ['fr-CA,fr;q=0.9', /Veuillez|n’/],
      ['de, vi;q=0.5', /Xin vui lòng|quý vị|Chúng tôi/],
      ['xx', /We could not/],
    ])('in the language of the browser (%s)', async (accept, words) => {
      const answer = await server.ask({ path: '/api/nowhere', headers: { 'accept-language': accept } });
      expect(problem(answer).title).toMatch(words);
    });

    it('in the language of the person once she is known', async () => {
      const sato = await signIn(server, 'sato');
      const path = '/api/pages/visits/00000000-0000-4000-8000-000000000000';
      const answer = await server.ask({ path, cookie: sato, headers: { 'accept-language': 'fr' } });
      expect(answer.headers['content-language']).toBe('ja-JP');
    });

    it('to a body that is no JSON, too large, or of another shape', async () => {
      const post = (raw: string) => server.ask({ method: 'PUT', path: '/api/me/language', cookie: emily, raw });
      expect(problem(await post('{"language"'))).toMatchObject({ code: 'bad_request' });
      expect(problem(await post(JSON.stringify({ language: 'x'.repeat(140_000) })))).toMatchObject({
        code: 'too_large',
      });
      for (const body of [{}, { language: 'tlh' }, { language: { $ne: '' } }, { language: ['en'] }]) {
        expect(problem(await post(JSON.stringify(body)))).toMatchObject({
          code: 'fields_invalid',
          fields: [{ path: 'language', code: expect.any(String), message: expect.any(String) }],
        });
      }
      for (const body of [[], 'en', null]) {
        expect(problem(await post(JSON.stringify(body)))).toMatchObject({ code: 'bad_request' });
      }
    });

    it('without a word of the inside', async () => {
      const answer = await server.ask({
        method: 'PUT',
        path: '/api/me/language',
        cookie: emily,
        raw: '{"__proto__":1',
      });
      expect(answer.text).not.toMatch(/JSON|Unexpected|at |position|express/);
      expect(answer.headers['x-powered-by']).toBeUndefined();
    });
  });

  describe('is there for its own pages only', () => {
    it.each(['attacker.example', 'localhost.attacker.example', '8.8.8.8', 'emily.localhost.evil'])(
      'refuses the name %s',
      async (host) => {
        const answer = await server.ask({ path: '/api/session', host, cookie: emily });
        expect(answer.status).toBe(421);
        expect(problem(answer).code).toBe('misdirected');
      },
    );

    it.each(['http://sato.localhost', 'https://attacker.example', 'null'])(
      'refuses a write from %s',
      async (origin) => {
        const answer = await server.ask({
          method: 'PUT',
          path: '/api/me/language',
          cookie: emily,
          headers: { origin },
          json: { language: 'fr' },
        });
        expect(answer.status).toBe(400);
        const { body } = await server.ask({ path: '/api/session', cookie: emily });
        expect((body as { me: { language: string } }).me.language).toBe('en');
      },
    );

    it('tells browsers to run our scripts alone, and that the call may use camera and microphone', async () => {
      const { headers } = await server.ask({ path: '/api/session', host: 'emily.localhost:3000' });
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).toContain('wss://emily.localhost:3000');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['permissions-policy']).toContain('camera=(self), microphone=(self)');
      expect(headers['strict-transport-security']).toBeUndefined();
    });
  });

  describe('keeps a session', () => {
    it('in a cookie that scripts cannot read, and nowhere in clear', async () => {
      const answer = await server.ask({
        method: 'POST',
        path: '/api/demo/sign-in',
        host: `grace.localhost:${server.port}`,
        json: {},
      });
      const [cookie] = answer.headers['set-cookie'] ?? [];
      expect(cookie).toMatch(/^okaeri_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43(?:200|199)$/);
      const token = /=([\w-]{43});/.exec(cookie ?? '')?.[1] ?? '';
      const rows = await database.query<{ text: string }>('select s::text as text from session s');
      expect(rows.some(({ text }) => text.includes(token))).toBe(false);
      expect(server.log()).not.toContain(token);
    });

    it('that another sign-in replaces and that signing out ends', async () => {
      const first = await signIn(server, 'linh');
      const again = await server.ask({
        method: 'POST',
        path: '/api/demo/sign-in',
        host: `linh.localhost:${server.port}`,
        cookie: first,
        json: {},
      });
      const second = (again.headers['set-cookie'] ?? [])[0]?.split(';')[0];
      expect(first).not.toContain(second);
      expect((await server.ask({ path: '/api/pages/home', cookie: first })).status).toBe(401);
      expect((await server.ask({ path: '/api/pages/home', cookie: second })).status).toBe(200);
      const out = await server.ask({ method: 'POST', path: '/api/session/sign-out', cookie: second });
      expect(out.status).toBe(204);
      expect(out.headers['set-cookie']?.[0]).toMatch(/okaeri_session=; .*Max-Age=0/);
      expect((await server.ask({ path: '/api/pages/home', cookie: second })).status).toBe(401);
    });

    it('for so long and no longer', async () => {
      const cookie = await signIn(server, 'haruto');
      await database.query(`update session set expires_at = now() - interval '1 second'
                             where person_id = (select id from person where persona = 'haruto')`);
      expect((await server.ask({ path: '/api/pages/home', cookie })).status).toBe(401);
      expect((await server.ask({ path: '/api/session', cookie })).body).toMatchObject({ me: null });
    });

    it.each([
      'okaeri_session=',
      'okaeri_session=short',
      `okaeri_session=${'A'.repeat(43)}`,
      'okaeri_session=%00',
      ';;=;',
    ])('not for a made-up cookie (%s)', async (cookie) => {
      expect((await server.ask({ path: '/api/pages/home', cookie })).status).toBe(401);
    });
  });

  describe('serves the web build', () => {
    let root: string;
    let web: TestServer;
    const page = { accept: 'text/html,*/*' };
    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), 'okaeri-web-'));
      mkdirSync(join(root, 'web', 'assets'), { recursive: true });
      writeFileSync(join(root, 'secret.txt'), 'canary beside the build');
      writeFileSync(join(root, 'web', 'index.html'), '<title>Okaeri</title>');
      writeFileSync(join(root, 'web', 'mark.svg'), '<svg/>');
      writeFileSync(join(root, 'web', 'assets', 'main-BfC12_dE.js'), 'export {};');
      writeFileSync(join(root, 'web', 'assets', 'main-BfC12_dE.js.br'), 'packed');
      web = await startApi(database.url, { WEB_ROOT: join(root, 'web') });
    });
    afterAll(async () => {
      await web.close();
      rmSync(root, { recursive: true });
    });

    it('at every address that is a page, and asks for it anew each time', async () => {
      for (const path of ['/', '/visits/1', '/check', '/no/such/page?x=1']) {
        const answer = await web.ask({ path, headers: page });
        expect([path, answer.status, answer.text]).toEqual([path, 200, '<title>Okaeri</title>']);
        expect(answer.headers['cache-control']).toBe('no-cache');
        const again = await web.ask({ path, headers: { ...page, 'if-none-match': String(answer.headers.etag) } });
        expect([again.status, again.text]).toEqual([304, '']);
      }
    });

    it('with files that are named after their content for a year, packed where they can be', async () => {
      const path = '/assets/main-BfC12_dE.js';
      const plain = await web.ask({ path });
      expect(plain.text).toBe('export {};');
      expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const packed = await web.ask({ path, headers: { 'accept-encoding': 'gzip, br' } });
      expect([packed.text, packed.headers['content-encoding']]).toEqual(['packed', 'br']);
      expect((await web.ask({ path, method: 'HEAD' })).text).toBe('');
    });

    it('and nothing else', async () => {
      for (const path of [
        '/../secret.txt',
        '/%2e%2e/secret.txt',
        '/..%2fsecret.txt',
        '/assets/../../secret.txt',
        '/assets/gone-12345678.js',
      ]) {
        const answer = await web.ask({ path, headers: page });
        expect([path, answer.status]).toEqual([path, 404]);
      }
      for (const path of ['/api/nowhere', '/api', '/socket/x', '/healthz/x', '/metrics/x']) {
        const answer = await web.ask({ path, headers: page });
        expect([path, answer.status, answer.headers['content-type']]).toEqual([
          path,
          404,
          expect.stringContaining('problem'),
        ]);
      }
      expect((await web.ask({ path: '/', method: 'POST', headers: page })).status).toBe(404);
    });
  });

  it('lets a person choose her language', async () => {
    const cookie = await signIn(server, 'chen');
    const answer = await server.ask({ method: 'PUT', path: '/api/me/language', cookie, json: { language: 'fr' } });
    expect(answer.body).toMatchObject({ me: { language: 'fr' }, demo: { codeNeeded: false } });
    expect((await server.ask({ path: '/api/session', cookie })).body).toMatchObject({ me: { language: 'fr' } });
  });

  it('writes one line for a request: a template, no address, no query, no name', async () => {
    await server.ask({ path: '/api/session?secret=canary-in-a-query', cookie: emily });
    const line = server.log().trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(line)).toMatchObject({ msg: 'request', method: 'GET', route: '/api/session', status: 200 });
    expect(server.log()).not.toContain('canary-in-a-query');
    expect(server.log()).not.toContain('Tremblay');
  });

  describe('describes itself', () => {
    interface Operation {
      responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
      requestBody?: { content: Record<string, { schema: unknown }> };
      'x-okaeri-access'?: string;
      'x-okaeri-open'?: string;
    }
    let paths: Record<string, Record<string, Operation>>;
    beforeAll(async () => {
      const { body } = await server.ask({ path: '/api/openapi.json' });
      paths = (body as { paths: typeof paths }).paths;
    });

    it('with every route of the house', () => {
      const written = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as object;
      expect(written).toMatchObject({ paths });
      expect(Object.keys(paths).length).toBeGreaterThan(50);
    });

    /** What the path alone says. */
    const saysAll = new Set([
      'post /api/invitations/{invitationId}/again',
      'post /api/me/calendars/{linkId}/read',
      'post /api/me/feed',
      'post /api/patients/{personId}/invite',
      'post /api/session/renew',
      'post /api/session/sign-out',
      'post /api/session/sign-out-everywhere',
      'post /api/tasks/{taskId}/done',
      'post /api/visits/{visitId}/confirm',
      'post /api/visits/{visitId}/messages/{messageId}/again',
    ]);

    it('with the shape of what goes in and out, and of every error', () => {
      for (const [path, item] of Object.entries(paths)) {
        for (const [method, operation] of Object.entries(item)) {
          const name = `${method} ${path}`;
          const [answered] = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
          if (path.startsWith('/api/') && answered?.[0] !== '204') {
            const [schema] = Object.values(answered?.[1].content ?? {});
            expect([name, schema]).toEqual([name, { schema: expect.anything() }]);
          }
          if (['post', 'put'].includes(method) && !saysAll.has(name)) {
            const [schema] = Object.values(operation.requestBody?.content ?? {});
            expect([name, schema]).toEqual([name, { schema: expect.anything() }]);
          }
          for (const status of ['400', '429', '500', '503']) {
            expect(operation.responses[status]?.content?.['application/problem+json']).toBeDefined();
          }
          expect(Boolean(operation['x-okaeri-access']) !== Boolean(operation['x-okaeri-open'])).toBe(true);
        }
      }
    });
  });
});
