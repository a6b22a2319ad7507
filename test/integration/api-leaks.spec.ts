import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signalingProtocol } from '@okaeri/contracts';
import { canary, keepMetrics, plant, planted, standing } from '../support/canaries';
import { startApi } from '../support/server';
import type { TestServer } from '../support/server';
import { Signaling } from '../support/socket-signaling';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';
import { search } from '../leaks/search';

jest.setTimeout(60_000);

/** Real: PostgreSQL, api and gateway with their logs in a folder, as operators read them. */
describe('what belongs to a patient', () => {
  let folder: string;
  let before: string | undefined;
  let world: SocketWorld;
  let server: TestServer;
  let signaling: Signaling;
  let zinnia: Somebody;
  let sato: Somebody;
  let visitId: string;

  beforeAll(async () => {
    before = process.env['OKAERI_TEST_LOGS'];
    folder = mkdtempSync(join(before ?? tmpdir(), 'leaks-'));
    process.env['OKAERI_TEST_LOGS'] = folder;
    world = await SocketWorld.open();
    server = await startApi(world.url);
    process.env['TEST_LOG_LEVEL'] = 'trace';
    signaling = await Signaling.start({ database: world.url, sfus: [], secret: 'a secret of the test' });
    delete process.env['TEST_LOG_LEVEL'];
    const visit = await world.visit();
    zinnia = visit.patient;
    sato = visit.physician;
    visitId = visit.visitId;
    await world.data.query(
      'update person set name = $2, name_latin = $2, name_kana = $3, phone = $4, email = $5 where id = $1',
      [zinnia.id, canary.name, canary.nameKana, canary.phone, canary.email],
    );
    plant('session token', zinnia.cookie.split('=')[1] ?? '');
  });
  afterAll(async () => {
    await signaling.stop();
    await server.close();
    await world.close();
    process.env['OKAERI_TEST_LOGS'] = before;
    if (before === undefined) delete process.env['OKAERI_TEST_LOGS'];
  });

  const values = Object.values(canary);
  const expectNoLeak = () => {
    const { hits, lines } = search(folder, planted(folder));
    expect(lines).toBeGreaterThan(0);
    expect(hits).toEqual([]);
  };

  it('is not in the logs of pages that show it', async () => {
    for (const [cookie, path] of [
      [zinnia.cookie, '/api/session'],
      [zinnia.cookie, '/api/pages/home'],
      [zinnia.cookie, `/api/pages/visits/${visitId}`],
      [sato.cookie, '/api/pages/today'],
      [sato.cookie, `/api/pages/visits/${visitId}`],
    ] as const) {
      const answer = await server.ask({ path, cookie });
      expect([path, answer.status]).toEqual([path, 200]);
    }
    expectNoLeak();
  });

  it('is not in the logs when it is sent where it does not belong', async () => {
    for (const value of values) {
      const encoded = encodeURIComponent(value);
      const asked = {
        cookie: zinnia.cookie,
        headers: { 'x-request-id': encoded, 'user-agent': encoded, referer: `http://localhost/${encoded}` },
      };
      await server.ask({ ...asked, path: `/api/pages/visits/${encoded}` });
      await server.ask({ ...asked, path: `/api/pages/home?name=${encoded}` });
      await server.ask({ ...asked, path: `/${encoded}/${encoded}` });
      await server.ask({ ...asked, path: `/api/session`, host: `${encoded.replace(/[^a-z0-9]/gi, '')}.example` });
      await server.ask({
        ...asked,
        method: 'PUT',
        path: '/api/me/language',
        json: { language: value, [value]: value },
      });
      await server.ask({ ...asked, method: 'PUT', path: '/api/me/language', raw: `{"${value}` });
      await server.ask({
        ...asked,
        method: 'POST',
        path: `/api/visits/${visitId}/cancel`,
        json: { reason: { text: value } },
      });
      const nulled = { reason: `${value}\u0000` };
      const path = `/api/visits/${visitId}/cancel`;
      expect((await server.ask({ ...asked, method: 'POST', path, json: nulled })).status).toBe(400);
      await server.ask({ path: '/api/pages/home', cookie: `okaeri_session=${encoded}` });
    }
    expectNoLeak();
  });

  it('is not in the logs when the database fails in the middle', async () => {
    await world.data.query('alter table visit rename column cancelled_reason to away');
    const broken = await server.ask({
      method: 'POST',
      path: `/api/visits/${visitId}/cancel`,
      cookie: zinnia.cookie,
      json: { reason: canary.reason },
    });
    await world.data.query('alter table visit rename column away to cancelled_reason');
    await world.data.query(
      `alter table visit add constraint no_birds check (cancelled_reason not like '%budgerigar%')`,
    );
    const refused = await server.ask({
      method: 'POST',
      path: `/api/visits/${visitId}/cancel`,
      cookie: zinnia.cookie,
      json: { reason: canary.reason },
    });
    await world.data.query('alter table visit drop constraint no_birds');
    for (const answer of [broken, refused]) {
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain('budgerigar');
    }
    expect(server.log()).toContain('unforeseen error');
    expect(server.log()).toContain('no_birds');
    expectNoLeak();
  });

  it('is not in the logs of what is said over a socket', async () => {
    const window = await signaling.window(zinnia);
    const arrival = {
      identityConfirmed: true as const,
      place: canary.place,
      country: 'CA',
      callbackNumber: canary.phone,
    };
    await window.enter(visitId as never, arrival);
    plant('seat token', window.seatToken);
    expect((await world.data.query('select place from arrival')) as object[]).toEqual([{ place: canary.place }]);
    for (const value of values) {
      await window.raw(value, value);
      await window.raw('visit.enter', {
        protocol: signalingProtocol,
        visitId: value,
        language: value,
        arrival: { place: value },
      });
      await window.raw('visit.enter', {
        protocol: signalingProtocol,
        visitId,
        language: 'en',
        arrival: { ...arrival, place: `${value}\u0000` },
      });
      await window.raw('notices.watch', { topics: [{ topic: 'visit', id: value }] });
      await window.raw('visit.resume', { protocol: signalingProtocol, visitId, seatToken: value, epoch: null });
    }
    await window.ask('visit.leave', {});
    expectNoLeak();
  });

  it('is not in the numbers', async () => {
    await keepMetrics(`http://localhost:${server.port}`);
    await keepMetrics(signaling.url);
    expectNoLeak();
  });

  it('would be found, however it is written', () => {
    const control = join(folder, 'control');
    mkdirSync(control);
    const found = (text: string) => {
      writeFileSync(join(control, 'control.log'), `{"msg":"a line"}\n{"msg":"${text}"}\n`);
      return search(control, standing).hits.map(({ line }) => line);
    };
    expect(found('nothing')).toEqual([]);
    expect(found(canary.name.toUpperCase())).toEqual([2]);
    expect(found(encodeURIComponent(canary.nameKana))).toContain(2);
    expect(found(canary.phone.replace(/\D/g, ''))).toContain(2);
    expect(found(Buffer.from(canary.email).toString('base64'))).toContain(2);
    expect(found('\\u4f50\\u85e4 \\u5065\\u53f8')).toContain(2);
    expect(found('Nguyễn Thị Linh'.normalize('NFD'))).toContain(2);
    rmSync(control, { recursive: true });
  });
});
