import type { CalendarsPage, Problem } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { readCalendar } from '../support/calendar';
import { DigestDoor } from '../support/digest-door';
import { NameServer } from '../support/name-server';
import { Radicale } from '../support/radicale';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { until } from '../support/until';

jest.setTimeout(120_000);

/** Real: PostgreSQL, the whole api, the scheduler, a CalDAV server of somebody else, digests by HTTP and names by UDP. */
describe('the way to a calendar account', () => {
  let world: BookingWorld;
  let scheduler: TestScheduler;
  let radicale: Radicale;
  let names: NameServer;
  let at: Hospital;
  let calendar: string;
  let count = 0;

  beforeAll(async () => {
    names = await NameServer.start();
    const env = { HOUSE_SECRET: 'a house of this test of doors to calendars', OUTBOUND_PRIVATE: '1' };
    world = await BookingWorld.open({ ...env, OUTBOUND_DNS: names.address });
    radicale = await Radicale.start();
    scheduler = await startScheduler(world.people.url, { env });
  });
  beforeEach(async () => {
    at = await world.hospital();
    count += 1;
    calendar = await radicale.calendar(`door-${count}`);
    names.records.clear();
    names.mute = false;
  });
  afterAll(async () => {
    await scheduler.close();
    await radicale.end();
    await names.stop();
    await world.close();
  });

  const add = async (more: object) => {
    const form = { kind: 'caldav', ...radicale.account, writes: true, ...more };
    const { status, body } = await world.post('/me/calendars', at.physician, form);
    return status === 200 ? 'added' : (body as Problem).code;
  };
  const links = async () =>
    ((await world.server.ask({ path: '/api/pages/calendars', cookie: at.physician.cookie })).body as CalendarsPage)
      .links;
  const book = async () => {
    const date = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 7 });
    const day = date.add({ days: (9 - date.dayOfWeek) % 7 }).toString();
    const form = {
      ...{ date: day, time: '11:00', zone: 'Asia/Tokyo', minutes: 30, interpreter: null },
      ...{ episodeId: at.episodeId, physicianId: at.physician.id },
    };
    expect((await world.post('/visits', at.coordinator, form)).status).toBe(200);
  };

  describe.each(['MD5', 'SHA-256'] as const)('that wants a digest by %s', (algorithm) => {
    let door: DigestDoor;
    beforeEach(async () => {
      door = await DigestDoor.open({ to: radicale.url(), account: radicale.account, algorithm });
    });
    afterEach(() => door.close());

    it('is read, written into and left clean, by nonces that are counted and run out', async () => {
      expect(await add({ url: door.url(calendar) })).toBe('added');
      await book();
      await until(async () => (await radicale.entries(calendar)).length === 1, 20_000);
      const [file = ''] = await radicale.entries(calendar);
      expect(readCalendar(file).status).toBe('CONFIRMED');
      const [link] = await links();
      const path = `/api/me/calendars/${link?.linkId}`;
      const { status } = await world.server.ask({ method: 'DELETE', path, cookie: at.physician.cookie });
      expect(status).toBe(204);
      await until(async () => (await links()).length === 0, 20_000);
      expect(await radicale.entries(calendar)).toEqual([]);
      // Most are asked with a digest at once.
      const digests = door.proofs.filter((proof) => proof === 'Digest').length;
      expect(digests).toBeGreaterThan(door.proofs.length / 2);
    });

    it('refuses a word that is wrong, after it was tried once', async () => {
      expect(await add({ url: door.url(calendar), password: 'a-word-that-is-wrong' })).toBe('calendar_refused');
      expect(door.proofs).toEqual(['Basic', 'Digest']);
    });
  });

  describe('that a domain tells of', () => {
    const plain = '_caldav._tcp.localhost';
    const secure = '_caldavs._tcp.localhost';

    it('is found by a mail address: where it lies, and the path on it', async () => {
      names.records.set(plain, [
        { type: 'SRV', priority: 20, port: 1, target: 'localhost' },
        { type: 'SRV', priority: 10, port: radicale.server.port, target: 'localhost' },
        { type: 'TXT', text: `path=${calendar}` },
      ]);
      expect(await add({ url: 'sato@localhost' })).toBe('added');
      expect(await links()).toMatchObject([{ host: `localhost:${radicale.server.port}`, state: 'works' }]);
      expect(names.asked).toEqual(expect.arrayContaining([secure, plain]));
    });

    it('is found by a host alone', async () => {
      names.records.set(plain, [{ type: 'SRV', port: radicale.server.port, target: 'localhost' }]);
      expect(await add({ url: 'LOCALHOST' })).toBe('added');
    });

    it('and that lies with somebody else is not given her key: she is told with whom', async () => {
      names.records.set(secure, [{ type: 'SRV', port: 443, target: 'dav.somebody.example' }]);
      const form = { kind: 'caldav', ...radicale.account, url: 'sato@localhost', writes: false };
      const { body } = await world.post('/me/calendars', at.physician, form);
      expect((body as Problem).code).toBe('calendar_elsewhere');
      expect(JSON.stringify(body)).toContain('https://dav.somebody.example');
      // One that only ends like it is somebody else too.
      names.records.set(secure, [{ type: 'SRV', port: 443, target: 'notlocalhost' }]);
      expect(await add({ url: 'sato@localhost' })).toBe('calendar_elsewhere');
    });

    it('to have none has none', async () => {
      names.records.set(secure, [{ type: 'SRV', port: 0, target: '.' }]);
      expect(await add({ url: 'sato@localhost' })).toBe('calendar_none');
    });

    it('whose name server is silent, or knows nothing, is asked itself, and not waited for long', async () => {
      expect(await add({ url: 'sato@localhost' })).toBe('calendar_unreachable');
      names.mute = true;
      const begun = performance.now();
      expect(await add({ url: 'sato@localhost' })).toBe('calendar_unreachable');
      expect(performance.now() - begun).toBeLessThan(15_000);
    });

    it('is no file of a calendar', async () => {
      expect(await add({ kind: 'ics', url: 'sato@localhost', writes: false })).toBe('fields_invalid');
      expect(await add({ url: 'what is this' })).toBe('fields_invalid');
    });
  });
});
