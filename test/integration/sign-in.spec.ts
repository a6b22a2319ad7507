import { makeLink } from '@okaeri/access';
import type { LinkLook, LinkRedeemed, SessionPage } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { plant } from '../support/canaries';
import { cookiesOf, startApi } from '../support/server';
import type { Answer, TestServer } from '../support/server';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api with its HTTP chain. Mails are read where they are sent (test/integration of mail). */
describe('coming in by a link', () => {
  let world: SocketWorld;
  let server: TestServer;
  beforeAll(async () => {
    world = await SocketWorld.open();
    server = await startApi(world.url);
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const post = (path: string, json: unknown, cookie?: string): Promise<Answer> =>
    server.ask({ method: 'POST', path, json, cookie });
  const look = async (token: string, cookie?: string) =>
    (await post('/api/links/look', { token }, cookie)).body as LinkLook;
  const redeem = (token: string, cookie?: string) => post('/api/links/redeem', { token }, cookie);
  const session = async (cookie: string) => (await server.ask({ path: '/api/session', cookie })).body as SessionPage;

  async function signInLink({ id }: Somebody, minutes = 30): Promise<string> {
    const expiresAt = now().add({ minutes });
    return plant('link', await makeLink(world.data.manager, { kind: 'sign_in', personId: id, expiresAt }));
  }
  async function visitLink(visitId: string, { id }: Somebody): Promise<string> {
    const expiresAt = now().add({ hours: 1 });
    return plant('link', await makeLink(world.data.manager, { kind: 'visit', personId: id, visitId, expiresAt }));
  }
  const keepMail = ({ id }: Somebody, email: string) =>
    world.data.query('update person set email = $2 where id = $1', [id, email]);

  it('opens once, and looking uses nothing', async () => {
    const { patient } = await world.visit();
    const token = await signInLink(patient);
    for (let times = 0; times < 3; times += 1) {
      expect(await look(token)).toMatchObject({
        kind: 'sign_in',
        state: 'ready',
        for: { display: 'Test' },
        signedInAs: null,
      });
    }
    const answer = await redeem(token);
    expect(answer.status).toBe(200);
    const { session: page, goTo } = answer.body as LinkRedeemed;
    expect([page.me?.personId, page.scope, goTo]).toEqual([patient.id, null, '/']);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^okaeri_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209\d{3}$/,
    );
    expect((await session(cookiesOf(answer))).me?.personId).toBe(patient.id);
    const again = await redeem(token);
    expect([again.status, again.body]).toEqual([410, expect.objectContaining({ code: 'link_used' })]);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(await look(token)).toMatchObject({ state: 'used', for: null });
  });

  it('opens once for two who press at the same moment', async () => {
    const { patient } = await world.visit();
    const token = await signInLink(patient);
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(410)]);
  });

  it('says so where it is too old, was never made, or is no link', async () => {
    const { patient } = await world.visit();
    const old = await redeem(await signInLink(patient, -1));
    expect([old.status, old.body]).toEqual([410, expect.objectContaining({ code: 'link_expired' })]);
    const unknown = await redeem(`s.${'A'.repeat(43)}`);
    expect([unknown.status, unknown.body]).toEqual([404, expect.objectContaining({ code: 'link_unknown' })]);
    expect((await redeem('../../etc')).status).toBe(422);
  });

  it('ends the session that the browser had before', async () => {
    const [first, second] = [await world.visit(), await world.visit()];
    expect(await look(await signInLink(second.patient), first.patient.cookie)).toMatchObject({ signedInAs: 'other' });
    const answer = await redeem(await signInLink(second.patient), first.patient.cookie);
    expect(answer.status).toBe(200);
    expect((await session(first.patient.cookie)).me).toBeNull();
    expect((await session(second.patient.cookie)).me?.personId).toBe(second.patient.id);
  });

  describe('of a visit', () => {
    it('opens that visit and nothing else, as often as its own browser comes', async () => {
      const { visitId, patient } = await world.visit();
      const token = await visitLink(visitId, patient);
      expect(await look(token)).toMatchObject({ kind: 'visit', state: 'ready', visitId, institution: 'Hospital' });
      const answer = await redeem(token);
      const cookie = cookiesOf(answer);
      expect(answer.body).toMatchObject({ goTo: `/visits/${visitId}`, session: { scope: { visitId } } });
      expect((await server.ask({ path: `/api/pages/visits/${visitId}`, cookie })).status).toBe(200);
      const elsewhere = await world.visit();
      for (const path of ['/api/pages/home', `/api/pages/visits/${elsewhere.visitId}`]) {
        expect([path, (await server.ask({ path, cookie })).status]).toEqual([path, 404]);
      }
      expect((await redeem(token, cookie)).status).toBe(200);
      const anew = await redeem(await visitLink(visitId, patient), /okaeri_device=[\w-]+/.exec(cookie)?.[0]);
      expect(anew.status).toBe(200);
    });

    it('lets a second browser in by a code of its owner’s mail', async () => {
      const { visitId, patient } = await world.visit();
      await keepMail(patient, 'emily@home.example');
      const token = await visitLink(visitId, patient);
      expect((await redeem(token)).status).toBe(200);
      const refused = await redeem(token);
      expect([refused.status, refused.body]).toEqual([403, expect.objectContaining({ code: 'link_confirm' })]);
      expect(await look(token)).toMatchObject({ state: 'confirm', mailHint: 'e…@h…' });
      const asked = await post('/api/links/code', { token });
      expect(asked.status).toBe(202);
      const device = cookiesOf(asked);
      const { makeCode } = await import('@okaeri/access');
      const [row] = (await world.data.query('select id from link_code where visit_id = $1', [visitId])) as {
        id: string;
      }[];
      const code = plant('code', await makeCode(world.data.manager, row?.id ?? ''));
      const wrong = await post('/api/links/confirm', { token, code: code === '000000' ? '000001' : '000000' }, device);
      expect([wrong.status, wrong.body]).toEqual([403, expect.objectContaining({ code: 'code_wrong' })]);
      const stranger = await post('/api/links/confirm', { token, code });
      expect([stranger.status, stranger.body]).toEqual([410, expect.objectContaining({ code: 'code_expired' })]);
      const right = await post('/api/links/confirm', { token, code }, device);
      expect(right.body).toMatchObject({ goTo: `/visits/${visitId}`, session: { scope: { visitId } } });
      expect((await post('/api/links/confirm', { token, code }, device)).status).toBe(410);
      expect((await redeem(token, device)).status).toBe(200);
    });

    it('ends with the visit', async () => {
      const { visitId, patient } = await world.visit();
      const token = await visitLink(visitId, patient);
      await world.data.query(`update visit set status = 'cancelled' where id = $1`, [visitId]);
      expect(await look(token)).toMatchObject({ state: 'cancelled', for: null, when: null });
      expect((await redeem(token)).body).toMatchObject({ code: 'visit_cancelled' });
      await world.data.query(`update visit set status = 'fulfilled' where id = $1`, [visitId]);
      expect((await redeem(token)).body).toMatchObject({ code: 'link_ended' });
    });

    it('leaves who is signed in as herself as she is', async () => {
      const { visitId, patient } = await world.visit();
      const answer = await redeem(await visitLink(visitId, patient), patient.cookie);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.body).toMatchObject({ session: { scope: null, me: { personId: patient.id } } });
    });
  });

  it('leaves a row in the ledger for each look and each try', async () => {
    const { visitId, patient } = await world.visit();
    const token = await visitLink(visitId, patient);
    await look(token);
    await redeem(token);
    await redeem(token);
    const rows: object[] = await world.data.query(
      `select outcome, actor_id, entity, patient_id from ledger where via = 'link' and entity_id = $1 order by id`,
      [visitId],
    );
    const row = { actor_id: patient.id, entity: 'visit', patient_id: patient.id };
    expect(rows).toEqual([
      { ...row, outcome: 'allowed' },
      { ...row, outcome: 'allowed' },
      { ...row, outcome: 'refused' },
    ]);
  });
});
