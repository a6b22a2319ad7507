import { randomInt } from 'node:crypto';
import { makeCode, makeLink } from '@okaeri/access';
import type { Problem, SessionPage } from '@okaeri/contracts';
import { now, useClock as setClock } from '@okaeri/words/time';
import { plant } from '../support/canaries';
import { cookiesOf, startApi } from '../support/server';
import type { Answer, TestServer } from '../support/server';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api with its HTTP chain and the limits of production. */
describe('keys and how often they may be tried', () => {
  let world: SocketWorld;
  let server: TestServer;
  let restore = () => undefined as void;
  beforeAll(async () => {
    // What is counted by the hour is counted within one: at the end of an hour, the next begins for us.
    const [from, at] = [now(), performance.now()];
    if (from.toZonedDateTimeISO('UTC').minute >= 55) {
      restore = setClock(() => from.add({ minutes: 6, milliseconds: Math.round(performance.now() - at) }));
    }
    world = await SocketWorld.open();
    server = await startApi(world.url);
  });
  afterAll(async () => {
    restore();
    await server.close();
    await world.close();
  });

  /** From an address of its own each, as people have them; `from` for who asks again and again. */
  const post = (path: string, json: unknown, more: { cookie?: string; from?: string } = {}): Promise<Answer> =>
    server.ask({
      ...{ method: 'POST', path, json, cookie: more.cookie },
      headers: { 'x-forwarded-for': more.from ?? `198.51.${randomInt(100)}.${randomInt(1, 255)}` },
    });
  const told = ({ status, body }: Answer) => [status, (body as Problem | null)?.code];
  const me = async (cookie: string) =>
    ((await server.ask({ path: '/api/session', cookie })).body as SessionPage).me?.personId ?? null;
  const link = async (personId: string, visitId?: string) =>
    plant(
      'link',
      await makeLink(world.data.manager, {
        ...{ kind: visitId ? 'visit' : 'sign_in', personId, expiresAt: now().add({ hours: 1 }) },
        ...(visitId ? { visitId } : {}),
      }),
    );
  const signedIn = async ({ id }: Somebody) => cookiesOf(await post('/api/links/redeem', { token: await link(id) }));
  const asks = async (personId: string): Promise<number> => {
    const rows: { n: number }[] = await world.data.query(
      `select count(*)::int as n from outbox_event where name = 'signIn.asked' and data->>'personId' = $1`,
      [personId],
    );
    return rows[0]?.n ?? 0;
  };
  const keepMail = ({ id }: Somebody, email: string) =>
    world.data.query('update person set email = $2 where id = $1', [id, email]);

  it('answer every address alike, and write to whom it belongs', async () => {
    const { patient } = await world.visit();
    await keepMail(patient, 'Emily@home.example');
    const guest = await world.person();
    await keepMail(guest, 'guest@home.example');
    for (const email of ['emily@HOME.example', 'guest@home.example', 'nobody@home.example']) {
      const begun = performance.now();
      const answer = await post('/api/sign-in', { email });
      expect([email, answer.status, answer.body]).toEqual([email, 202, {}]);
      expect(performance.now() - begun).toBeGreaterThan(190);
    }
    expect([await asks(patient.id), await asks(guest.id)]).toEqual([1, 0]);
  });

  it('write five times an hour to one person, and tell nobody that they stopped', async () => {
    const { patient } = await world.visit();
    await keepMail(patient, 'often@home.example');
    for (let times = 0; times < 7; times += 1) {
      expect((await post('/api/sign-in', { email: 'often@home.example' })).status).toBe(202);
    }
    expect(await asks(patient.id)).toBe(5);
  });

  it('refuse one address that asks for everybody, and say when to come again', async () => {
    const from = '203.0.113.9';
    const answers: Answer[] = [];
    for (let times = 0; times < 11; times += 1) {
      answers.push(await post('/api/sign-in', { email: `p${times}@home.example` }, { from }));
    }
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(202), 429]);
    // The throttle above is for a minute; the count in the table, for every process together, is for an hour.
    const later = await world.data.query(`select count from rate where count >= 10`);
    expect(later).toHaveLength(1);
  });

  it('refuse whoever tries tokens', async () => {
    const from = '203.0.113.10';
    await world.data.query('delete from rate');
    const answers: Answer[] = [];
    for (let times = 0; times < 31; times += 1) {
      const token = `s.${String(times).padStart(43, 'A')}`;
      // Half of them look, half of them redeem: the throttle of one route is not reached.
      answers.push(await post(times % 2 ? '/api/links/look' : '/api/links/redeem', { token }, { from }));
    }
    expect(answers.slice(0, 30).map(told)).toEqual(Array(30).fill([404, 'link_unknown']));
    expect(told(answers[30] as Answer)).toEqual([429, 'too_many']);
    expect(Number(answers[30]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('let one link be tried ten times an hour', async () => {
    const { patient } = await world.visit();
    const token = await link(patient.id);
    const answers: unknown[] = [];
    for (let times = 0; times < 12; times += 1) answers.push(told(await post('/api/links/redeem', { token }))[0]);
    expect(answers).toEqual([200, ...Array<number>(9).fill(410), 429, 429]);
  });

  it('let a code be tried five times, then a new one is needed', async () => {
    const { visitId, patient } = await world.visit();
    await keepMail(patient, 'code@home.example');
    const token = await link(patient.id, visitId);
    await post('/api/links/redeem', { token });
    const device = cookiesOf(await post('/api/links/code', { token }));
    const [row] = (await world.data.query('select id from link_code where visit_id = $1', [visitId])) as {
      id: string;
    }[];
    const code = plant('code', await makeCode(world.data.manager, row?.id ?? ''));
    const wrong = code === '111111' ? '222222' : '111111';
    for (let times = 0; times < 5; times += 1) {
      expect(told(await post('/api/links/confirm', { token, code: wrong }, { cookie: device }))).toEqual([
        403,
        'code_wrong',
      ]);
    }
    expect(told(await post('/api/links/confirm', { token, code }, { cookie: device }))).toEqual([410, 'code_expired']);
    const statuses: unknown[] = [];
    for (let times = 0; times < 5; times += 1)
      statuses.push((await post('/api/links/code', { token }, { cookie: device })).status);
    expect(statuses).toEqual([202, 202, 202, 202, 429]);
    // Six were wrong or too late by now; after ten in an hour not even the right one is looked at.
    const [newest] = (await world.data.query(
      'select id from link_code where visit_id = $1 order by created_at desc limit 1',
      [visitId],
    )) as { id: string }[];
    const right = plant('code', await makeCode(world.data.manager, newest?.id ?? ''));
    const other = right === '111111' ? '222222' : '111111';
    for (let times = 0; times < 4; times += 1)
      await post('/api/links/confirm', { token, code: other }, { cookie: device });
    expect(told(await post('/api/links/confirm', { token, code: right }, { cookie: device }))).toEqual([
      429,
      'too_many',
    ]);
  });

  describe('of a session', () => {
    it('turn, and the one before counts for a minute', async () => {
      const { patient } = await world.visit();
      const first = await signedIn(patient);
      const renewed = await post('/api/session/renew', {}, { cookie: first });
      expect(renewed.body).toMatchObject({ me: { personId: patient.id }, renewAt: expect.any(String) });
      const second = cookiesOf(renewed);
      expect(second).not.toBe(first);
      expect([await me(first), await me(second)]).toEqual([patient.id, patient.id]);
      // Another tab, a moment later: the cookie has come with the first answer.
      expect((await post('/api/session/renew', {}, { cookie: first })).headers['set-cookie']).toBeUndefined();
      expect(await me(second)).toBe(patient.id);
    });

    it('go on where the answer of a renewal was lost on its way', async () => {
      const { patient } = await world.visit();
      const first = await signedIn(patient);
      await post('/api/session/renew', {}, { cookie: first });
      await world.data.query(`update session set rotated_at = now() - interval '61 seconds' where person_id = $1`, [
        patient.id,
      ]);
      expect(await me(first)).toBe(patient.id);
      const second = cookiesOf(await post('/api/session/renew', {}, { cookie: first }));
      expect(await me(second)).toBe(patient.id);
    });

    it('end for both holders when one of before is used again later', async () => {
      const { patient } = await world.visit();
      const first = await signedIn(patient);
      const second = cookiesOf(await post('/api/session/renew', {}, { cookie: first }));
      await world.data.query(`update session set rotated_at = now() - interval '61 seconds' where person_id = $1`, [
        patient.id,
      ]);
      expect(await me(second)).toBe(patient.id);
      const replay = await server.ask({ path: '/api/pages/home', cookie: first });
      expect(told(replay)).toEqual([401, 'session_replayed']);
      expect(await me(second)).toBeNull();
      const rows: object[] = await world.data.query(
        `select outcome from ledger where actor_id = $1 and permission = 'self.update' and outcome = 'refused'`,
        [patient.id],
      );
      expect(rows).toHaveLength(1);
    });

    it('all end at once, with the browsers that a visit link knew and links not yet used', async () => {
      const { visitId, patient } = await world.visit();
      const [one, other] = [await signedIn(patient), await signedIn(patient)];
      const unused = await link(patient.id);
      const token = await link(patient.id, visitId);
      const phone = cookiesOf(await post('/api/links/redeem', { token }));
      await world.data.query(
        `insert into push_subscription (person_id, endpoint, p256dh, auth) values ($1, $2, '\\x04', '\\x01')`,
        [patient.id, `https://push.canary.example/send/${patient.id}`],
      );
      const browsers = () =>
        world.data.query('select 1 from push_subscription where person_id = $1', [patient.id]) as Promise<object[]>;
      expect((await post('/api/session/sign-out-everywhere', {}, { cookie: phone })).status).toBe(404);
      expect(await browsers()).toHaveLength(1);
      expect((await post('/api/session/sign-out-everywhere', {}, { cookie: one })).status).toBe(204);
      expect(await browsers()).toEqual([]);
      expect([await me(one), await me(other), await me(phone)]).toEqual([null, null, null]);
      expect(told(await post('/api/links/redeem', { token: unused }))).toEqual([410, 'link_expired']);
      // The link of her next visit lets her in again, on whichever browser comes first.
      expect((await post('/api/links/redeem', { token })).status).toBe(200);
    });

    it('live as long as the person needs them', async () => {
      const { visitId, patient, physician } = await world.visit();
      const hours = async (cookie: string) => {
        const token = /okaeri_session=([\w-]+)/.exec(cookie)?.[1] ?? '';
        const rows: { hours: number }[] = await world.data.query(
          `select round(extract(epoch from expires_at - created_at) / 3600)::int as hours from session
            where token_hash = encode(sha256($1::bytea), 'hex')`,
          [token],
        );
        return rows[0]?.hours;
      };
      expect(await hours(await signedIn(patient))).toBe(14 * 24);
      expect(await hours(await signedIn(physician))).toBe(12);
      const scoped = cookiesOf(await post('/api/links/redeem', { token: await link(patient.id, visitId) }));
      // Half an hour of visit that began five minutes ago, an hour until the door closes, a day of reading.
      expect(await hours(scoped)).toBe(25);
      // And with one that is late, for as long as its door stays open.
      await world.data.query(
        `update visit set starts_at = now() - interval '100 minutes', expected_at = now() + interval '70 minutes' where id = $1`,
        [visitId],
      );
      const device = scoped.replace(/okaeri_session=[^;]*(; )?/, '');
      const again = async () =>
        post('/api/links/redeem', { token: await link(patient.id, visitId) }, { cookie: device });
      const late = await again();
      expect([told(late), await hours(cookiesOf(late))]).toEqual([[200, undefined], 27]);
      await world.data.query('update visit set expected_at = null where id = $1', [visitId]);
      expect((await again()).status).toBe(410);
    });
  });
});
