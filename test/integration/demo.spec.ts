import { doorOf } from '@okaeri/care';
import type { HomePage, JobsPage, ReadyPage, SessionPage, StagePage, TodayPage } from '@okaeri/contracts';
import { Temporal, now, useClock as setClock } from '@okaeri/words/time';
import { DemoRefused } from '../../apps/api/src';
import { DemoWorld } from '../../apps/api/src/demo/demo-world';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { cookiesOf, signIn, startApi } from '../support/server';
import type { TestServer } from '../support/server';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. The clock is the one that the house reads, put forward by hand. */
describe('the demo world', () => {
  let database: TestDatabase;
  let server: TestServer;
  let restore = () => undefined as void;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startApi(database.url, { OKAERI_DEMO: '1' });
  });
  afterAll(async () => {
    restore();
    await server.close();
    await database.drop();
  });

  const tick = () => server.app.get(DemoWorld).tick();
  const stage = async () => (await server.ask({ path: '/api/demo/stage' })).body as StagePage;
  const home = async (persona: string) =>
    (await server.ask({ path: '/api/pages/home', cookie: await signIn(server, persona) })).body as HomePage;
  /** Forward only, as clocks go; and it goes on from there. */
  const later = (duration: Temporal.DurationLike) => {
    const [from, at] = [now().add(duration), performance.now()];
    restore();
    restore = setClock(() => from.add({ milliseconds: Math.round(performance.now() - at) }));
  };
  const minutesAgo = ({ visit }: StagePage) => now().since(Temporal.Instant.from(visit.when.startsAt)).total('minutes');

  async function setSeat(persona: string, visitId: string, values: string): Promise<void> {
    await database.query(
      `update seat set ${values.replaceAll('now()', `'${now().toString()}'::timestamptz`)}
        where visit_id = $1 and person_id = (select id from person where persona = $2)`,
      [visitId, persona],
    );
  }

  it('is the same after another start', async () => {
    const count = () =>
      database.query(`select (select count(*) from person) as people, (select count(*) from visit) as visits,
        (select count(*) from seat) as seats, (select count(*) from membership) as memberships,
        (select count(*) from care_relation) as relations, (select count(*) from episode) as episodes`);
    await database.query(`update person set language = 'ko' where persona = 'grace'`);
    const before = await count();
    const again = await startApi(database.url, { OKAERI_DEMO: '1' });
    await again.close();
    expect(await count()).toEqual(before);
    expect(await database.query(`select language from person where persona = 'grace'`)).toEqual([{ language: 'ko' }]);
    await database.query(`update person set language = 'en' where persona = 'grace'`);
  });

  it('has hospitals in three cities, and patients who were treated across an ocean', async () => {
    const rows = await database.query<{ persona: string; from: string; to: string }>(
      `select p.persona, p.place->>'en' as from, i.city->>'en' as to
         from episode e join person p on p.id = e.patient_id join institution i on i.id = e.institution_id order by 1`,
    );
    expect(rows).toEqual([
      { persona: 'emily', from: 'Toronto', to: 'Osaka' },
      { persona: 'grace', from: 'Vancouver', to: 'Tokyo' },
      { persona: 'haruto', from: 'Sapporo', to: 'Toronto' },
      { persona: 'linh', from: 'Hanoi', to: 'Osaka' },
    ]);
  });

  it('has a visit that waits for its interpreter, with a task that somebody wrote', async () => {
    const cookie = await signIn(server, 'tanaka');
    const ready = (await server.ask({ path: '/api/pages/ready', cookie })).body as ReadyPage;
    const pending = ready.items.filter(({ status }) => status === 'pending');
    expect(pending).toEqual([expect.objectContaining({ blockedBy: 'interpreter' })]);
    expect(pending[0]?.tasks.map(({ kind }) => kind)).toContain('coordinator');
    const jobs = (await server.ask({ path: '/api/pages/jobs', cookie: await signIn(server, 'hoa') })).body as JobsPage;
    expect(jobs.offers.map(({ visitId }) => visitId)).toEqual([pending[0]?.visitId]);
    // Of it the patient knows nothing yet.
    const { later: ahead } = await home('linh');
    expect(ahead.map(({ visitId }) => visitId)).not.toContain(pending[0]?.visitId);
  });

  it('says everything of its people in each language', async () => {
    for (const [accept, title, name] of [
      ['ja', '陽子線治療後の経過観察', 'エミリー・トレンブレー さん'],
      ['fr', 'Suivi après protonthérapie', 'Emily Tremblay'],
      ['ko', '양성자 치료 후 경과 관찰', 'Emily Tremblay 님'],
    ] as const) {
      const { body } = await server.ask({ path: '/api/demo/stage', headers: { 'accept-language': accept } });
      const page = body as StagePage;
      expect(page.visit.title).toBe(title);
      expect(page.people[0]?.name.display).toBe(name);
    }
  });

  describe('keeps in step with the clock', () => {
    it('has one visit that waits now', async () => {
      expect(minutesAgo(await stage())).toBeGreaterThanOrEqual(-1);
      expect(minutesAgo(await stage())).toBeLessThanOrEqual(6);
      const { next } = await home('emily');
      expect(next).toMatchObject({ visitId: (await stage()).visit.visitId, door: 'open', myRole: 'patient' });
    });

    it('has another that begins in ten to twelve minutes, and keeps its distance while nobody uses it', async () => {
      const ahead = async () => {
        const { next } = await home('linh');
        const minutes = now()
          .until(Temporal.Instant.from(next?.when.startsAt ?? ''))
          .total('minutes');
        return { visitId: next?.visitId, minutes };
      };
      await tick();
      const first = await ahead();
      expect(first.minutes).toBeGreaterThan(9);
      expect(first.minutes).toBeLessThanOrEqual(12);
      const told = await database.query(
        `select count(*)::int as n from outbox_event where data->>'visitId' = $1 and data->>'quiet' = 'false'`,
        [first.visitId],
      );
      expect(told).toEqual([{ n: 1 }]);
      later({ minutes: 4 });
      await tick();
      const second = await ahead();
      expect(second.visitId).toBe(first.visitId);
      expect(second.minutes).toBeGreaterThan(9);
      const overlaps = await database.query(
        `select 1 from claim a join claim b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during`,
      );
      expect(overlaps).toEqual([]);
    });

    it('leaves that one alone, too, while somebody is in it, and plans no other in its place', async () => {
      const { next } = await home('linh');
      const visitId = next?.visitId ?? '';
      await setSeat('hayashi', visitId, `state = 'joined', connection = gen_random_uuid(), joined_at = now()`);
      await tick();
      const [row] = await database.query('select status, starts_at = $2 as kept from visit where id = $1', [
        visitId,
        next?.when.startsAt,
      ]);
      expect(row).toEqual({ status: 'booked', kept: true });
      await setSeat('hayashi', visitId, `state = 'invited', connection = null, joined_at = null`);
    });

    it('moves it along for as long as nobody came', async () => {
      const { visit } = await stage();
      later({ minutes: 47 });
      await tick();
      const moved = await stage();
      expect(moved.visit.visitId).toBe(visit.visitId);
      expect(minutesAgo(moved)).toBeLessThan(2);
      const [row] = await database.query<{ patient_wall: string; starts_at: Date }>(
        'select * from visit where id = $1',
        [visit.visitId],
      );
      const wall = Temporal.Instant.fromEpochMilliseconds(row?.starts_at.getTime() ?? 0)
        .toZonedDateTimeISO('America/Toronto')
        .toPlainDateTime();
      expect(Temporal.PlainDateTime.from(row?.patient_wall ?? '').equals(wall)).toBe(true);
    });

    it('leaves it alone while somebody is in it, however late', async () => {
      const { visit } = await stage();
      await setSeat('emily', visit.visitId, `state = 'joined', connection = gen_random_uuid(), joined_at = now()`);
      later({ minutes: 50 });
      await tick();
      expect((await stage()).visit).toMatchObject({ visitId: visit.visitId, when: { startsAt: visit.when.startsAt } });
      await setSeat('emily', visit.visitId, `state = 'admitted', connection = null`);
    });

    it('closes one that was left, and opens the next, but not for a short absence', async () => {
      const { visit } = await stage();
      later({ minutes: 6 });
      await tick();
      later({ minutes: 3 });
      await tick();
      expect((await stage()).visit.visitId).toBe(visit.visitId);
      later({ minutes: 8 });
      await tick();
      const next = await stage();
      expect(next.visit.visitId).not.toBe(visit.visitId);
      expect(next.people.every(({ state }) => state === 'invited')).toBe(true);
      expect(minutesAgo(next)).toBeLessThan(2);
    });

    it('opens the next as soon as one is over, and keeps the finished tour on the stage for a while', async () => {
      const { visit } = await stage();
      await database.query(`update visit set status = 'fulfilled' where id = $1`, [visit.visitId]);
      for (const persona of ['emily', 'sato', 'mori']) {
        await setSeat(
          persona,
          visit.visitId,
          `state = 'left', admitted_at = now(), joined_at = now(), left_at = now()`,
        );
      }
      const next = await stage();
      expect(next.visit.visitId).not.toBe(visit.visitId);
      expect(next.tour.every(({ done }) => done)).toBe(true);
      const emily = await signIn(server, 'emily');
      await server.ask({ path: `/api/pages/visits/${next.visit.visitId}`, cookie: emily });
      expect((await stage()).tour.map(({ done }) => done)).toEqual([true, false, false, false, false, false]);
    });

    it('ticks the tour as the visit goes on', async () => {
      const { visit } = await stage();
      const done = async () => (await stage()).tour.filter((each) => each.done).map(({ step }) => step);
      await database.query(`update visit set status = 'arrived' where id = $1`, [visit.visitId]);
      await setSeat('emily', visit.visitId, `state = 'waiting', waiting_since = now() - interval '2 minutes'`);
      expect(await done()).toEqual(['patient_opens', 'patient_waits']);
      expect((await stage()).people[0]).toMatchObject({ state: 'waiting', waitingMinutes: 2 });
      await setSeat('emily', visit.visitId, `state = 'joined', admitted_at = now(), joined_at = now()`);
      expect(await done()).toEqual(['patient_opens', 'patient_waits', 'physician_admits']);
      await setSeat('sato', visit.visitId, `state = 'joined', joined_at = now()`);
      await setSeat('mori', visit.visitId, `state = 'joined', joined_at = now()`);
      expect(await done()).toHaveLength(5);
      await database.query(`update visit set status = 'fulfilled' where id = $1`, [visit.visitId]);
    });

    it.each([1, 3, 8, 40])('has a visit for tomorrow and others in the week, also %s days on', async (days) => {
      later({ hours: 24 * days });
      await tick();
      const { later: ahead } = await home('emily');
      const tomorrow = now().toZonedDateTimeISO('Asia/Tokyo').add({ days: 1 }).toPlainDate();
      const dates = ahead.map(({ when }) => Temporal.Instant.from(when.startsAt).toZonedDateTimeISO('Asia/Tokyo'));
      expect(dates.filter((date) => date.toPlainDate().equals(tomorrow))).toHaveLength(1);
      expect(dates.length).toBeLessThanOrEqual(2);
      for (const persona of ['linh', 'grace', 'haruto']) {
        const page = await home(persona);
        expect([persona, page.next?.door]).not.toEqual([persona, undefined]);
        expect([persona, page.later.length]).toEqual([persona, expect.any(Number)]);
        expect(page.later.length).toBeLessThanOrEqual(3);
      }
      const sato = await server.ask({ path: '/api/pages/today', cookie: await signIn(server, 'sato') });
      expect((sato.body as TodayPage).visits.length).toBeGreaterThan(0);
      const open = await database.query<{ status: 'booked'; starts_at: Date; minutes: number }>(
        `select * from visit where status in ('booked', 'arrived')`,
      );
      for (const visit of open) {
        const startsAt = Temporal.Instant.fromEpochMilliseconds(visit.starts_at.getTime());
        expect(doorOf({ ...visit, startsAt }, now())).not.toBe('over');
      }
    });
  });

  describe('signs in', () => {
    const post = (host: string, persona?: string) =>
      server.ask({
        method: 'POST',
        path: '/api/demo/sign-in',
        host: `${host}:${server.port}`,
        json: persona ? { persona } : {},
      });

    it('whom the host name means, whatever else is asked for', async () => {
      expect((await post('sato.localhost')).body).toMatchObject({ me: { roles: ['physician'] } });
      expect((await post('sato.localhost', 'emily')).body).toMatchObject({
        me: { roles: ['physician'], name: { display: '佐藤 健司' } },
        demo: { persona: 'sato' },
      });
    });

    it('whom the body means where the host means nobody', async () => {
      expect((await post('localhost', 'mori')).body).toMatchObject({
        me: { roles: ['interpreter'] },
        demo: { persona: null },
      });
      expect((await post('192.168.1.20', 'emily')).body).toMatchObject({ me: { roles: ['patient'] } });
    });

    it.each([
      ['localhost', undefined],
      ['nobody.localhost', undefined],
      ['localhost', 'root'],
      ['emily.attacker.localhost', undefined],
      ['localhost', '__proto__'],
    ])('nobody else (%s, %s)', async (host, persona) => {
      const answer = await post(host, persona);
      expect(answer.status).toBe(404);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });
  });

  it('leads each person to a host of her own, or to a parameter where there is none', async () => {
    const href = async (host: string) =>
      ((await server.ask({ path: '/api/demo/stage', host })).body as StagePage).people.map((each) => each.href);
    expect(await href('localhost:3000')).toEqual([
      'http://emily.localhost:3000/',
      'http://sato.localhost:3000/',
      'http://mori.localhost:3000/',
    ]);
    expect((await href('127.0.0.1:3000'))[0]).toBe('/?as=emily');
  });

  it('is nowhere when it was not asked for', async () => {
    const plain = await startApi(database.url);
    expect((await plain.ask({ path: '/api/session' })).body).toMatchObject({ me: null, demo: null });
    for (const [method, path] of [
      ['GET', '/api/demo/stage'],
      ['POST', '/api/demo/sign-in'],
      ['POST', '/api/demo/code'],
    ] as const) {
      expect(
        (await plain.ask({ method, path, ...(method === 'POST' ? { json: { persona: 'emily', code: '1' } } : {}) }))
          .status,
      ).toBe(404);
    }
    await plain.close();
  });

  describe('on a network', () => {
    let lan: TestServer;
    const code = (given: string) => lan.ask({ method: 'POST', path: '/api/demo/code', json: { code: given } });
    beforeEach(async () => {
      lan = await startApi(database.url, { OKAERI_DEMO: '1', OKAERI_LAN: '1', OKAERI_LAN_CODE: 'K7P2QX' });
    });
    afterEach(() => lan.close());

    it('asks for the code before anything', async () => {
      expect((await lan.ask({ path: '/api/session' })).body).toMatchObject({ demo: { codeNeeded: true, lan: true } });
      const asked = [
        await lan.ask({ path: '/api/demo/stage' }),
        await lan.ask({ method: 'POST', path: '/api/demo/sign-in', json: { persona: 'emily' } }),
        await lan.ask({ method: 'POST', path: '/api/demo/sign-in', host: 'emily.localhost', json: {} }),
        await lan.ask({ path: '/api/demo/stage', cookie: 'okaeri_lan=K7P2QX' }),
        await lan.ask({ path: '/api/demo/stage', cookie: `okaeri_lan=${'A'.repeat(43)}` }),
      ];
      for (const answer of asked) {
        expect(answer.body).toMatchObject({ code: 'lan_code_needed', status: 401 });
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
      expect((await code('WRONG1')).body).toMatchObject({ code: 'lan_code_wrong', status: 403 });
    });

    it('lets in who copied it from the screen, in whatever way', async () => {
      const answer = await code(' k7p-2qx ');
      expect(answer.status).toBe(204);
      const cookie = cookiesOf(answer);
      expect((await lan.ask({ path: '/api/session', cookie })).body).toMatchObject({ demo: { codeNeeded: false } });
      const page = (await lan.ask({ path: '/api/demo/stage', cookie })).body as StagePage;
      expect(page).toMatchObject({ lan: true });
      expect(page.people[0]?.href).toBe('/?as=emily');
      const signed = await lan.ask({ method: 'POST', path: '/api/demo/sign-in', cookie, json: { persona: 'emily' } });
      expect((signed.body as SessionPage).me?.roles).toEqual(['patient']);
    });

    it('does not let anybody guess', async () => {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) statuses.push((await code(`GUESS${attempt}`)).status);
      expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 403));
      expect(statuses.slice(10)).toEqual([429, 429]);
      expect((await code('K7P2QX')).body).toMatchObject({ code: 'too_many' });
    });
  });
});

describe('the demo world refuses to open', () => {
  const reason = async (start: Promise<TestServer>) => {
    const error: unknown = await start.then(
      async (server) => server.close(),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DemoRefused);
    expect(error).toMatchObject({ exitCode: 78 });
    expect((error as DemoRefused).message.split('\n')).toHaveLength(1);
    return (error as DemoRefused).message;
  };

  it('in production, and on a database elsewhere', async () => {
    const local = 'postgresql://u:p@127.0.0.1:1/db';
    expect(await reason(startApi(local, { OKAERI_DEMO: '1', NODE_ENV: 'production' }))).toMatch(/production/);
    for (const url of [
      'postgresql://u:p@db.hospital.example/db',
      'postgresql://u:p@10.0.0.5/db',
      'postgresql://u:p@127.0.0.1/db?host=db.hospital.example',
      'postgresql://u:p@localhost.hospital.example/db',
    ]) {
      expect(await reason(startApi(url, { OKAERI_DEMO: '1' }))).toMatch(/not on this machine/);
    }
  });

  it('beside a real person, at the start and later', async () => {
    const database = await createTestDatabase();
    const real = `insert into person (name, name_latin, language, zone, place, country)
                  values ('A', 'A', 'en', 'UTC', '{"en":"X"}', 'CA')`;
    const server = await startApi(database.url, { OKAERI_DEMO: '1' });
    await database.query(real);
    await expect(server.app.get(DemoWorld).tick()).rejects.toThrow(DemoRefused);
    await server.close();
    expect(await reason(startApi(database.url, { OKAERI_DEMO: '1' }))).toMatch(/a real person/);
    expect(await database.query(`select count(*)::int as count from person where not demo`)).toEqual([{ count: 1 }]);
    await database.drop();
  });
});
