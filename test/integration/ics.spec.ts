import { randomUUID } from 'node:crypto';
import type { CalendarsPage, Problem, SlotsAnswer } from '@okaeri/contracts';
import { Database, houseOf } from '@okaeri/platform';
import { readCalendars } from '@okaeri/scheduling';
import { say } from '@okaeri/words';
import { now, useClock } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { FeedServer } from '../support/feed-server';
import { startScheduler } from '../support/scheduler';
import type { Somebody } from '../support/socket-world';
import { until } from '../support/until';

jest.setTimeout(120_000);

const secret = 'a house of this test, and of nothing besides it';

/** Real: PostgreSQL, the whole api, and a server elsewhere over HTTP. */
describe('calendars that people keep elsewhere', () => {
  let world: BookingWorld;
  let at: Hospital;
  let feed: FeedServer;
  let putBack = () => {};

  beforeAll(async () => {
    world = await BookingWorld.open({ HOUSE_SECRET: secret, OUTBOUND_PRIVATE: '1' });
    feed = await FeedServer.open();
  });
  beforeEach(async () => {
    at = await world.hospital();
  });
  afterEach(() => putBack());
  afterAll(async () => {
    await feed.close();
    await world.close();
  });

  const page = async (who: Somebody) =>
    (await world.server.ask({ path: '/api/pages/calendars', cookie: who.cookie })).body as CalendarsPage;
  const add = (who: Somebody, url: string, more: object = {}) =>
    world.post('/me/calendars', who, { kind: 'ics', url, ...more });
  const sweep = () =>
    readCalendars(world.server.app.get(Database), {
      house: houseOf(secret),
      mailDomain: 'okaeri.example',
      mayBePrivate: true,
    });
  /** On a weekday that is a week or more away. */
  const day = () => {
    const date = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 7 });
    return date.add({ days: (8 - date.dayOfWeek) % 7 }).toString();
  };
  const busy = (from: string, to: string, uid: string = randomUUID()) =>
    [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTART;TZID=Tokyo Standard Time:${from}`,
      `DTEND;TZID=Tokyo Standard Time:${to}`,
      'END:VEVENT',
    ].join('\r\n');
  const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n');
  const compact = (date: string, time: string) => `${date.replaceAll('-', '')}T${time}00`;
  const find = async (from: string): Promise<SlotsAnswer> => {
    const answer = await world.post('/slots', at.coordinator, {
      ...{
        episodeId: at.episodeId,
        personIds: [at.physician.id],
        interpreter: null,
        minutes: 30,
        from,
        days: 1,
        most: 20,
      },
    });
    return answer.body as SlotsAnswer;
  };
  /** Her hours are so few that all of them are shown. */
  const narrow = () =>
    world.server.ask({
      method: 'PUT',
      path: `/api/availability/${at.physician.id}`,
      cookie: at.physician.cookie,
      json: {
        ...{
          zone: 'Asia/Tokyo',
          noticeMinutes: 0,
          bufferMinutes: 0,
          perDay: null,
          good: ['09:00', '18:00'],
          holidays: [],
        },
        ...{ rules: [{ kind: 'open', weekday: 1, from: '09:00', to: '10:00' }], days: [], version: 0 },
      },
    });

  it('take her time out of every search from the moment they are added', async () => {
    const date = day();
    await narrow();
    const before = (await find(date)).slots.map(({ startsAt }) => startsAt);
    expect(before).toHaveLength(3);
    feed.serve('/sato.ics', { body: calendar(busy(compact(date, '0900'), compact(date, '0930'))) });
    expect((await add(at.physician, feed.url('/sato.ics'))).status).toBe(200);
    const after = (await find(date)).slots.map(({ startsAt }) => startsAt);
    expect(after).toEqual([`${date}T00:30:00.000Z`]);
    const { links } = await page(at.physician);
    expect(links).toMatchObject([{ state: 'works', host: new URL(feed.url('/')).host, problem: null, ignored: [] }]);
  });

  it('are forgotten when they are taken away', async () => {
    const date = day();
    await narrow();
    feed.serve('/away.ics', { body: calendar(busy(compact(date, '0900'), compact(date, '1000'))) });
    await add(at.physician, feed.url('/away.ics'));
    expect((await find(date)).slots).toEqual([]);
    const [link] = (await page(at.physician)).links;
    const path = `/api/me/calendars/${link?.linkId}`;
    // It is hers alone.
    expect((await world.server.ask({ method: 'DELETE', path, cookie: at.coordinator.cookie })).status).toBe(404);
    expect((await world.server.ask({ method: 'DELETE', path, cookie: at.physician.cookie })).status).toBe(204);
    expect((await find(date)).slots).toHaveLength(3);
  });

  it('that do not answer any more count as they were read last, and the search says so', async () => {
    const date = day();
    await narrow();
    let served = { body: calendar(busy(compact(date, '0900'), compact(date, '0930'))), status: 200 };
    feed.serve('/down.ics', () => served);
    await add(at.physician, feed.url('/down.ics'));
    const kept = served;
    const start = now();
    const pass = async (minutes: number) => {
      putBack();
      putBack = useClock(start.add({ minutes }));
      // All that are due, of other tests too: of each few are read at a time.
      while ((await sweep()) > 0);
      return (await page(at.physician)).links[0];
    };
    served = { body: 'Bad gateway', status: 502 };
    // Once may be by chance.
    expect(await pass(16)).toMatchObject({ state: 'works', problem: null });
    const stale = await pass(17);
    expect(stale).toMatchObject({ state: 'stale' });
    expect(stale?.problem).toBe(say('ja', 'error.calendar_unreachable'));
    const found = await find(date);
    expect(found.slots).toHaveLength(1);
    expect(found.stale).toMatchObject([{ personId: at.physician.id }]);
    // It is asked less often, and works again by itself.
    served = kept;
    expect(await pass(18)).toMatchObject({ state: 'stale' });
    expect(await pass(60)).toMatchObject({ state: 'works', problem: null });
    expect((await find(date)).stale).toEqual([]);
  });

  it('are read anew where they have changed, and not where they have not', async () => {
    const date = day();
    await narrow();
    let etag = '"1"';
    let body = calendar(busy(compact(date, '0900'), compact(date, '0930')));
    feed.serve('/tag.ics', () => {
      const asked = feed.asked.at(-1)?.headers['if-none-match'];
      return asked === etag ? { status: 304, headers: { etag } } : { body, headers: { etag } };
    });
    await add(at.physician, feed.url('/tag.ics'));
    const [link] = (await page(at.physician)).links;
    const again = () => world.post(`/me/calendars/${link?.linkId}/read`, at.physician, {});
    expect((await again()).status).toBe(200);
    expect(feed.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
    expect((await find(date)).slots).toHaveLength(1);
    [etag, body] = ['"2"', calendar()];
    await again();
    expect((await find(date)).slots).toHaveLength(3);
  });

  it('say what of them was left out', async () => {
    const lines = [
      'BEGIN:VEVENT',
      'UID:x',
      'DTSTART;TZID=Nowhere:20270101T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=SECONDLY',
      'END:VEVENT',
    ];
    feed.serve('/odd.ics', { body: calendar(lines.join('\n')) });
    await add(at.physician, feed.url('/odd.ics'));
    const [link] = (await page(at.physician)).links;
    expect(link?.ignored.map(({ why, count }) => [why, count])).toEqual([
      ['too_dense', 1],
      ['zone_unknown', 1],
    ]);
    expect(link?.ignored.every(({ words }) => words.length > 10)).toBe(true);
  });

  it('hand over name and password to their own server only, and keep neither nor the address in the open', async () => {
    const other = await FeedServer.open();
    other.serve('/file.ics', { body: calendar() });
    feed.serve('/secret-address.ics', { status: 302, headers: { location: other.url('/file.ics') } });
    const added = await add(at.physician, feed.url('/secret-address.ics'), {
      username: 'sato',
      password: 'of-her-own',
    });
    expect(added.status).toBe(200);
    expect(feed.asked.at(-1)?.headers.authorization).toBe(`Basic ${Buffer.from('sato:of-her-own').toString('base64')}`);
    expect(other.asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    await other.close();
    const [row]: { all: string }[] = await world.people.data.query(
      `select concat(encode(url, 'escape'), encode(secret, 'escape'), l::text) as all from calendar_link l where person_id = $1`,
      [at.physician.id],
    );
    expect(row?.all).not.toMatch(/secret-address|of-her-own/);
    expect(world.server.log()).not.toMatch(/secret-address|of-her-own/);
    expect(JSON.stringify(await page(at.physician))).not.toMatch(/secret-address|of-her-own/);
  });

  it.each([
    ['/locked.ics', { status: 401 }, 422, 'calendar_refused'],
    ['/gone.ics', { status: 404 }, 502, 'calendar_unreachable'],
    ['/page.ics', { body: '<html>Sign in</html>' }, 422, 'calendar_none'],
    ['/round.ics', { status: 302, headers: { location: '/round.ics' } }, 502, 'calendar_unreachable'],
    ['/large.ics', { body: Buffer.alloc(33 * 1024 * 1024, 'x') }, 422, 'calendar_large'],
  ])('that cannot be read are not added: %s', async (path, served, status, code) => {
    feed.serve(path, served);
    const answer = await add(at.physician, feed.url(path));
    expect([answer.status, (answer.body as Problem).code]).toEqual([status, code]);
    expect((await page(at.physician)).links).toEqual([]);
  });

  it('keep nobody waiting who ends: one that hangs is let go, and read again by whoever looks next', async () => {
    let hang = false;
    feed.serve('/slow.ics', () => ({ body: calendar(), hang }));
    await add(at.physician, feed.url('/slow.ics'));
    const asked = () => feed.asked.filter(({ path }) => path === '/slow.ics').length;
    const before = asked();
    hang = true;
    await world.people.data.query('update calendar_link set next_at = now() where person_id = $1', [at.physician.id]);
    const scheduler = await startScheduler(world.people.url, {
      env: { HOUSE_SECRET: secret, OUTBOUND_PRIVATE: '1' },
    });
    await until(() => asked() > before, 30_000);
    const began = performance.now();
    await scheduler.close();
    expect(performance.now() - began).toBeLessThan(3000);
    const [link]: { due: boolean; state: string; problem: string | null }[] = await world.people.data.query(
      'select next_at <= now() as due, state, problem from calendar_link where person_id = $1',
      [at.physician.id],
    );
    expect(link).toEqual({ due: true, state: 'works', problem: null });
  });

  it('are five at most', async () => {
    feed.serve('/many.ics', { body: calendar() });
    const answers = await Promise.all(Array.from({ length: 7 }, () => add(at.physician, feed.url('/many.ics'))));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 409, 409]);
  });
});

/** Real: PostgreSQL and the whole api, as it stands on the internet. */
describe('a server that has no secret, or stands on the internet', () => {
  it.each([
    ['http://127.0.0.1:1/a.ics', 'address_private'],
    ['http://localhost:1/a.ics', 'address_private'],
    ['http://[::1]/a.ics', 'address_private'],
    ['http://[::ffff:127.0.0.1]/a.ics', 'address_private'],
    ['http://2130706433/a.ics', 'address_private'],
    ['http://169.254.169.254/latest/meta-data', 'address_private'],
    ['ftp://example.com/a.ics', 'fields_invalid'],
    ['file:///etc/passwd', 'fields_invalid'],
  ])('reaches nobody inside: %s', async (url, code) => {
    const world = await open({ HOUSE_SECRET: secret });
    const answer = await world.post('/me/calendars', world.at.physician, { kind: 'ics', url });
    expect((answer.body as Problem).code).toBe(code);
  });

  it('offers no calendars where it cannot seal their keys', async () => {
    const world = await open({});
    const answer = await world.server.ask({ path: '/api/pages/calendars', cookie: world.at.physician.cookie });
    expect(answer.body).toEqual({ may: false, links: [], feed: null });
    const added = await world.post('/me/calendars', world.at.physician, {
      kind: 'ics',
      url: 'https://example.com/a.ics',
    });
    expect((added.body as Problem).code).toBe('unavailable');
  });

  type World = BookingWorld & { at: Hospital };
  const opened = new Map<string, World>();
  async function open(env: Record<string, string>): Promise<World> {
    const key = JSON.stringify(env);
    const known = opened.get(key);
    if (known) return known;
    const world = await BookingWorld.open(env);
    const made = Object.assign(world, { at: await world.hospital() });
    opened.set(key, made);
    return made;
  }
  afterAll(async () => {
    for (const world of opened.values()) await world.close();
  });
});
