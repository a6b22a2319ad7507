import { randomUUID } from 'node:crypto';
import { makeLink } from '@okaeri/access';
import type {
  Invited,
  LinkRedeemed,
  PatientRegistered,
  PeoplePage,
  Problem,
  SessionPage,
  SettingsPage,
} from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { inviteSteward } from '../../apps/api/src/admin/steward';
import { plant } from '../support/canaries';
import { cookiesOf, startApi } from '../support/server';
import type { Answer, TestServer } from '../support/server';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(60_000);

const hospital = { name: 'Okaeri Osaka', city: 'Osaka', country: 'JP', zone: 'Asia/Tokyo', phone: '+81 6-0000-0100' };

/** Real: PostgreSQL, the whole api with its HTTP chain. An installation that begins empty. */
describe('people of a hospital', () => {
  let world: SocketWorld;
  let server: TestServer;
  let steward: string;
  let institutionId: string;
  beforeAll(async () => {
    world = await SocketWorld.open();
    server = await startApi(world.url, { OKAERI_RATES: 'wide', HOUSE_SECRET: 'x'.repeat(32) });
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const ask = (method: string, path: string, cookie: string | undefined, json?: unknown, key: string = randomUUID()) =>
    server.ask({ method, path, cookie, headers: { 'idempotency-key': key }, ...(json === undefined ? {} : { json }) });
  const codeOf = ({ status, body }: Answer) => [status, (body as Problem).code];

  /** What the mail of an invitation holds. */
  async function redeemInvitation(invitationId: string): Promise<{ cookie: string; letIn: LinkRedeemed }> {
    const [row] = (await world.data.query('select person_id from invitation where id = $1', [invitationId])) as {
      person_id: string;
    }[];
    const link = {
      kind: 'invitation',
      personId: row?.person_id ?? '',
      invitationId,
      expiresAt: now().add({ hours: 1 }),
    };
    const token = plant('link', await makeLink(world.data.manager, link as Parameters<typeof makeLink>[1]));
    const answer = await ask('POST', '/api/links/redeem', undefined, { token });
    expect(answer.status).toBe(200);
    return { cookie: cookiesOf(answer), letIn: answer.body as LinkRedeemed };
  }
  const staff = (role: string, email: string, more: object = {}) => ({
    ...{ institutionId, role, email, name: '田中 美咲', nameLatin: 'Tanaka Misaki', nameKana: 'たなか みさき' },
    ...{ language: 'ja', zone: 'Asia/Tokyo', ...more },
  });
  async function come(role: string, email: string, more: object = {}): Promise<{ cookie: string; personId: string }> {
    const answer = await ask('POST', '/api/invitations', steward, staff(role, email, more));
    expect([role, answer.status, answer.body]).toEqual([role, 200, expect.anything()]);
    const { invitationId, personId } = answer.body as Invited;
    return { cookie: (await redeemInvitation(invitationId)).cookie, personId };
  }

  it('begin with a steward, who names the hospital and is its first administrator', async () => {
    const { body } = await ask('GET', '/api/session', undefined);
    expect(body).toMatchObject({ me: null, empty: true });
    const { invitationId } = await world.data.transaction((em) =>
      inviteSteward(em, { email: 'first@hospital.example', name: null, language: 'en' }),
    );
    const { cookie, letIn } = await redeemInvitation(invitationId);
    steward = cookie;
    expect(letIn).toMatchObject({
      goTo: '/welcome',
      session: { steward: true, welcomeNeeded: true, me: { roles: [] } },
    });
    const names = { name: 'Ito Aya', nameLatin: 'Ito Aya', language: 'en', zone: 'Asia/Tokyo' };
    const welcomed = await ask('POST', '/api/me/welcome', steward, names);
    expect(welcomed.body).toMatchObject({ welcomeNeeded: false, me: { name: { display: 'Ito Aya' } } });
    expect(codeOf(await ask('POST', '/api/institutions', steward, { ...hospital, zone: 'Mars/Base' }))).toEqual([
      422,
      'zone_unknown',
    ]);
    const key = randomUUID();
    const made = await ask('POST', '/api/institutions', steward, hospital, key);
    expect(made.status).toBe(200);
    expect((await ask('POST', '/api/institutions', steward, hospital, key)).body).toEqual(made.body);
    ({ institutionId } = made.body as { institutionId: string });
    const session = (await ask('GET', '/api/session', steward)).body as SessionPage;
    expect(session.me?.roles).toEqual(['administrator']);
  });

  it('are invited once, come in by their link, and are listed', async () => {
    const asked = await ask('POST', '/api/invitations', steward, staff('coordinator', 'tanaka@hospital.example'));
    const { invitationId } = asked.body as Invited;
    const again = await ask('POST', '/api/invitations', steward, staff('coordinator', 'Tanaka@Hospital.example'));
    expect(again.body).toEqual(asked.body);
    const taken = staff('physician', 'tanaka@hospital.example', { name: 'Other One', nameLatin: 'Other One' });
    expect(codeOf(await ask('POST', '/api/invitations', steward, taken))).toEqual([409, 'email_taken']);
    const before = (await ask('GET', `/api/pages/people/${institutionId}`, steward)).body as PeoplePage;
    expect(before.invitations).toMatchObject([{ invitationId, role: 'coordinator', state: 'open' }]);
    const { letIn } = await redeemInvitation(invitationId);
    expect(letIn.session.me?.roles).toEqual(['coordinator']);
    const after = (await ask('GET', `/api/pages/people/${institutionId}`, steward)).body as PeoplePage;
    expect([after.people.length, after.invitations]).toEqual([2, []]);
    const [events] = (await world.data.query(
      `select count(*)::int as n from outbox_event where name = 'person.invited' and data->>'invitationId' = $1`,
      [invitationId],
    )) as { n: number }[];
    expect(events?.n).toBe(2);
  });

  it('are not let in by an invitation that was taken back', async () => {
    const asked = await ask('POST', '/api/invitations', steward, staff('physician', 'gone@hospital.example'));
    const { invitationId, personId } = asked.body as Invited;
    const link = { kind: 'invitation', personId, invitationId, expiresAt: now().add({ hours: 1 }) } as const;
    const token = plant('link', await makeLink(world.data.manager, link));
    expect((await ask('DELETE', `/api/invitations/${invitationId}`, steward)).status).toBe(204);
    expect(codeOf(await ask('POST', '/api/links/redeem', undefined, { token }))).toEqual([410, 'invitation_withdrawn']);
    expect(codeOf(await ask('POST', `/api/invitations/${invitationId}/again`, steward, {}))).toEqual([
      410,
      'invitation_withdrawn',
    ]);
  });

  it('let coordinators ask interpreters and nobody else', async () => {
    const { cookie } = await come('coordinator', 'roy@hospital.example', {
      name: 'Camille Roy',
      nameLatin: 'Camille Roy',
    });
    const page = (await ask('GET', `/api/pages/people/${institutionId}`, cookie)).body as PeoplePage;
    expect([page.mayInvite, page.mayEnd]).toEqual([['interpreter'], false]);
    const mori = { name: '森 由紀', nameLatin: 'Mori Yuki', languages: ['ja', 'en'] };
    expect(codeOf(await ask('POST', '/api/invitations', cookie, staff('physician', 'x@hospital.example')))).toEqual([
      404,
      'not_found',
    ]);
    const interpreter = staff('interpreter', 'mori@hospital.example', mori);
    expect((await ask('POST', '/api/invitations', cookie, interpreter)).status).toBe(200);
    const one = await ask('POST', '/api/invitations', cookie, { ...interpreter, languages: ['ja'] });
    expect(one.body).toMatchObject({ code: 'fields_invalid', fields: [{ path: 'languages', code: 'languages_two' }] });
    expect((await ask('POST', '/api/institutions', cookie, hospital)).status).toBe(404);
  });

  it('keep the last administrator', async () => {
    const me = ((await ask('GET', '/api/session', steward)).body as SessionPage).me?.personId ?? '';
    const last = `/api/institutions/${institutionId}/people/${me}/administrator`;
    expect(codeOf(await ask('DELETE', last, steward))).toEqual([409, 'conflict']);
    const other = { name: 'Second One', nameLatin: 'Second One' };
    const { personId } = await come('administrator', 'second@hospital.example', other);
    const second = `/api/institutions/${institutionId}/people/${personId}/administrator`;
    expect((await ask('DELETE', second, steward)).status).toBe(204);
    expect((await ask('DELETE', second, steward)).status).toBe(404);
  });

  describe('and its patients', () => {
    let coordinator: string;
    let physician: string;
    const emily = {
      ...{
        name: 'Emily Tremblay',
        nameLatin: 'Emily Tremblay',
        nameKana: 'エミリー・トレンブレー',
        birthDate: '1958-03-14',
      },
      ...{ place: 'Toronto', country: 'CA', zone: 'America/Toronto', language: 'en', email: 'emily@home.example' },
      phone: '+1 416-555-0142',
    };
    const form = (more: object = {}) => ({
      ...emily,
      episode: { institutionId, title: 'Proton therapy', team: [physician] },
      invite: true,
      ...more,
    });
    const register = (more: object = {}, key?: string) => ask('POST', '/api/patients', coordinator, form(more), key);
    beforeAll(async () => {
      const kimura = { name: '木村 蓮', nameLatin: 'Kimura Ren' };
      const sato = { name: '佐藤 健司', nameLatin: 'Sato Kenji' };
      coordinator = (await come('coordinator', 'kimura@hospital.example', kimura)).cookie;
      physician = (await come('physician', 'sato@hospital.example', sato)).personId;
    });

    it('are registered with what they were treated for, and invited', async () => {
      const key = randomUUID();
      const answer = await register({}, key);
      expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ invited: true })]);
      expect((await register({}, key)).body).toEqual(answer.body);
      const { personId } = answer.body as PatientRegistered;
      const rows: object[] = await world.data.query(
        `select p.birth_date::text, i.role, e.title from person p join invitation i on i.person_id = p.id
           join episode e on e.patient_id = p.id where p.id = $1`,
        [personId],
      );
      expect(rows).toEqual([{ birth_date: '1958-03-14', role: 'patient', title: { ja: 'Proton therapy' } }]);
    });

    it.each([
      ['a birth date to come', { birthDate: '2999-01-01' }, 'birth_date_future', 'birthDate'],
      ['no such zone', { zone: 'Mars/Base' }, 'zone_unknown', 'zone'],
      ['no address to write to', { email: null }, 'fields_invalid', 'email'],
    ])('are not registered with %s', async (_, change, code, path) => {
      const answer = await register(change);
      expect([answer.status, answer.body]).toEqual([
        422,
        expect.objectContaining({ code, fields: [expect.objectContaining({ path, message: expect.any(String) })] }),
      ]);
    });

    it('are offered when they are here already, and never taken silently', async () => {
      const twice = {
        name: 'TREMBLAY Émily',
        nameLatin: 'Tremblay Emily',
        email: 'other@home.example',
        phone: '+1 416 555 0999',
      };
      const offered = await register(twice);
      expect(codeOf(offered)).toEqual([409, 'duplicate_found']);
      const { duplicates } = offered.body as { duplicates: { personId: string; why: string[] }[] };
      expect(duplicates).toMatchObject([{ why: ['name', 'kana'], birthDate: '1958-03-14', place: 'Toronto' }]);
      const id = duplicates[0]?.personId ?? '';
      const same = await register({ ...twice, decision: { kind: 'same', personId: id } });
      expect((same.body as PatientRegistered).personId).toBe(id);
      const other = await register({ ...twice, decision: { kind: 'different', personIds: [id] } });
      expect(other.status).toBe(200);
      const otherId = (other.body as PatientRegistered).personId;
      expect(otherId).not.toBe(id);
      const pairs: object[] = await world.data.query('select * from patient_difference where a in ($1, $2)', [
        id,
        otherId,
      ]);
      expect(pairs).toHaveLength(1);
      const stranger = await register({ ...twice, decision: { kind: 'same', personId: physician } });
      expect(codeOf(stranger)).toEqual([409, 'duplicate_found']);
    });

    it('are one of two who register them at the same moment', async () => {
      const linh = { name: 'Nguyễn Thị Linh', nameLatin: 'Nguyen Thi Linh', nameKana: null, birthDate: '1971-05-06' };
      const more = { ...linh, email: 'linh@home.example', phone: '+84 24 0000 0150' };
      const answers = await Promise.all([register(more), register(more), register(more)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    });

    it('are joined when two records were one, and found by either', async () => {
      const anne = { name: 'Anne Roy', nameLatin: 'Anne Roy', nameKana: null, birthDate: '1960-01-02' };
      const first = await register({ ...anne, email: 'anne@home.example', phone: '+1 416 555 0201' });
      const into = (first.body as PatientRegistered).personId;
      const second = await register({
        ...anne,
        name: 'Anne Smith',
        nameLatin: 'Anne Smith',
        email: 'as@home.example',
        phone: '+1 416 555 0202',
      });
      const from = (second.body as PatientRegistered).personId;
      const merge = { into, reason: 'Married' };
      await world.data.query(`insert into availability (resource_id, notice_minutes) values ($1, 60)`, [from]);
      await world.data.query(
        `insert into availability_rule (resource_id, kind, weekday, from_minute, to_minute) values ($1, 'open', 1, 540, 600)`,
        [from],
      );
      await world.data.query(
        `insert into task (episode_id, source, kind, title, owner_role, owner_id, due_at)
         select id, 'coordinator', 'coordinator', 'Bring the letter', 'patient', $1, now() from episode where patient_id = $1`,
        [from],
      );
      await world.data.query(
        `with told as (
           insert into notify_message (kind, person_id, entity, entity_id, due_at, next_at, channel, state)
           values ('note_ready', $1, 'note', gen_random_uuid(), now(), now(), 'app', 'delivered') returning id),
         line as (insert into inbox_line (message_id, title, text) select id, 'A summary', '–' from told),
         hers as (update person set channels = '{email,push}' where id = $1)
         insert into push_subscription (person_id, endpoint, p256dh, auth)
         values ($1, 'https://push.canary.example/send/anne', '\\x04', '\\x01')`,
        [from],
      );
      expect((await ask('POST', `/api/patients/${from}/merge`, coordinator, merge)).body).toEqual({ personId: into });
      expect(codeOf(await ask('POST', `/api/patients/${from}/merge`, coordinator, merge))).toEqual([404, 'not_found']);
      const episodes: object[] = await world.data.query('select patient_id from episode where patient_id = any($1)', [
        [from, into],
      ]);
      expect(episodes).toEqual([{ patient_id: into }, { patient_id: into }]);
      const [plans]: object[] = await world.data.query(
        `select (select notice_minutes from availability where resource_id = $2) as notice,
                (select count(*)::int from availability_rule where resource_id = $2) as rules,
                (select count(*)::int from availability where resource_id = $1) as left,
                (select count(*)::int from task where owner_id = $2) as tasks,
                (select count(*)::int from push_subscription where person_id = $2) as browsers,
                (select count(*)::int from notify_message m join inbox_line l on l.message_id = m.id where m.person_id = $2) as lines,
                (select channels from person where id = $2) as channels`,
        [from, into],
      );
      const told = { browsers: 1, lines: 1, channels: ['email', 'app', 'push'] };
      expect(plans).toEqual({ notice: 60, rules: 1, left: 0, tasks: 1, ...told });
      const link = { kind: 'sign_in', personId: from, expiresAt: now().add({ hours: 1 }) } as const;
      const token = plant('link', await makeLink(world.data.manager, link));
      const letIn = (await ask('POST', '/api/links/redeem', undefined, { token })).body as LinkRedeemed;
      expect(letIn.session.me?.personId).toBe(into);
    });

    it('are mended by one at a time, and an address that is new has not bounced', async () => {
      const { body } = await register({
        ...emily,
        name: 'Grace Wong',
        nameLatin: 'Grace Wong',
        nameKana: null,
        birthDate: '1980-02-03',
        email: 'grace@home.example',
        phone: '+1 604-555-0160',
      });
      const { personId } = body as PatientRegistered;
      await world.data.query(`update person set email_state = 'bounced' where id = $1`, [personId]);
      const change = {
        ...emily,
        name: 'Grace Wong',
        nameLatin: 'Grace Wong',
        birthDate: '1980-02-03',
        email: 'g@home.example',
        phone: '+1 604-555-0160',
        version: 1,
      };
      expect((await ask('PUT', `/api/patients/${personId}`, coordinator, change)).body).toMatchObject({
        version: 2,
        email: 'g@home.example',
      });
      expect(codeOf(await ask('PUT', `/api/patients/${personId}`, coordinator, change))).toEqual([
        409,
        'version_changed',
      ]);
      const [row] = (await world.data.query('select email_state from person where id = $1', [personId])) as object[];
      expect(row).toEqual({ email_state: 'unknown' });
    });

    it('belong to those who look after them', async () => {
      const { institutionId: elsewhere } = await world.visit();
      const foreign = await world.staff(elsewhere, 'coordinator');
      expect((await ask('POST', '/api/patients', foreign.cookie, form())).status).toBe(404);
      const { body } = await ask('POST', '/api/patients', foreign.cookie, {
        ...form(),
        episode: {
          institutionId: elsewhere,
          title: 'Elsewhere',
          team: [(await world.staff(elsewhere, 'physician')).id],
        },
      });
      // The same person is a patient of another hospital: that is none of this one's business, and is said nowhere.
      expect(body).toMatchObject({ invited: true });
    });
  });

  it('choose for themselves', async () => {
    const { cookie } = await come('physician', 'chen@hospital.example', { name: 'M. Chen', nameLatin: 'M. Chen' });
    const chosen = { language: 'fr', zone: 'America/Toronto', reminders: [10] };
    const saved = (await ask('PUT', '/api/me/settings', cookie, chosen)).body as SettingsPage;
    expect(saved).toMatchObject({
      ...chosen,
      name: 'M. Chen',
      sessions: [{ here: true, deviceWords: 'Un appareil au nom inconnu' }],
    });
    const [session] = saved.sessions;
    const keys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) };
    const endpoint = 'https://push.canary.example/send/chen';
    expect((await ask('POST', '/api/me/push', cookie, { endpoint, keys })).status).toBe(204);
    const shown = () => world.data.query('select 1 from push_subscription where endpoint = $1', [endpoint]);
    expect((await ask('DELETE', `/api/me/sessions/${session?.sessionId}`, steward)).status).toBe(404);
    expect(await shown()).toHaveLength(1);
    expect((await ask('DELETE', `/api/me/sessions/${session?.sessionId}`, cookie)).status).toBe(204);
    expect((await ask('GET', '/api/me/settings', cookie)).status).toBe(401);
    // A device that is signed out from afar shows nothing any more.
    expect(await shown()).toEqual([]);
  });
});
