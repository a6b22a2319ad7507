import { cancelVisit, moveVisit } from '@okaeri/care';
import type { CalendarsPage, FeedMade, Problem, VisitId } from '@okaeri/contracts';
import { now, toIso, wallOf } from '@okaeri/words/time';
import ICAL from 'ical.js';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { plant } from '../support/canaries';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. */
describe('a person’s own visits for her calendar program', () => {
  let world: BookingWorld;
  let at: Hospital;

  beforeAll(async () => {
    world = await BookingWorld.open({ MAIL_DOMAIN: 'okaeri.hospital.example' });
  });
  beforeEach(async () => {
    at = await world.hospital();
  });
  afterAll(async () => world.close());

  const make = async (who: Somebody): Promise<string> => {
    const { url } = (await world.post('/me/feed', who, {})).body as FeedMade;
    plant('feed token', url.split('/').at(-1)?.replace('.ics', '') ?? '');
    return new URL(url).pathname;
  };
  const read = (path: string, headers: Record<string, string> = {}) => world.server.ask({ path, headers });
  const book = async (days: number, more: object = {}): Promise<VisitId> => {
    const { date } = wallOf(now().add({ hours: 24 * days }), 'Asia/Tokyo');
    const answer = await world.post('/visits', at.coordinator, {
      ...{
        episodeId: at.episodeId,
        date,
        time: '10:00',
        minutes: 30,
        zone: 'Asia/Tokyo',
        physicianId: at.physician.id,
      },
      ...{ interpreter: null, guests: [], ...more },
    });
    const { visitId } = answer.body as { visitId?: VisitId };
    if (!visitId) throw new Error(answer.text);
    return visitId;
  };
  /** By a parser of somebody else: UID, SEQUENCE, status, and the instant. */
  const entries = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
      status: String(event.getFirstPropertyValue('status')),
      starts: String(event.getFirstPropertyValue('dtstart')),
    }));

  it('follows each change by the ids of her mails, and names nobody', async () => {
    const path = await make(at.patient);
    expect(path).toMatch(/^\/api\/feeds\/[\w-]{43}\.ics$/);
    const visitId = await book(5);
    const uid = `${visitId}@okaeri.hospital.example`;
    const first = await read(path);
    expect([first.status, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(first.headers['cache-control']).toBe('private, max-age=300');
    expect(entries(first.text)).toMatchObject([{ uid, sequence: 0, status: 'CONFIRMED' }]);
    const startsAt = now()
      .round('minute')
      .add({ hours: 24 * 9 });
    await world.people.data.transaction((em) =>
      moveVisit(em, visitId, { startsAt, minutes: 30, by: at.coordinator.id }),
    );
    const starts = toIso(startsAt).replace('.000', '');
    expect(entries((await read(path)).text)).toEqual([{ uid, sequence: 1, status: 'CONFIRMED', starts }]);
    await world.people.data.transaction((em) => cancelVisit(em, visitId, at.coordinator.id, 'The weather'));
    expect(entries((await read(path)).text)).toMatchObject([{ uid, sequence: 2, status: 'CANCELLED' }]);
    for (const line of first.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(first.text).not.toMatch(/ATTENDEE|DESCRIPTION|VALARM|#/);
  });

  it('is not handed out twice where nothing has changed', async () => {
    const path = await make(at.patient);
    await book(5);
    const first = await read(path);
    const again = await read(path, { 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('shows a patient nothing of what is only held or waits for an interpreter', async () => {
    const path = await make(at.patient);
    const ask = { personIds: [at.interpreter.id], languages: ['ja', 'en'] };
    await book(5, { ask });
    expect(entries((await read(path)).text)).toEqual([]);
  });

  it('is hers by an address that another one ends, and that nobody else can end', async () => {
    const [first, other] = [await make(at.patient), await make(at.physician)];
    const second = await make(at.patient);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    const page = async () =>
      (await world.server.ask({ path: '/api/pages/calendars', cookie: at.patient.cookie })).body as CalendarsPage;
    expect((await page()).feed).not.toBeNull();
    const ended = await world.server.ask({ method: 'DELETE', path: '/api/me/feed', cookie: at.patient.cookie });
    expect(ended.status).toBe(204);
    expect((await page()).feed).toBeNull();
    const gone = await read(second);
    expect([gone.status, (gone.body as Problem).code]).toEqual([404, 'feed_unknown']);
    expect((await read(other)).status).toBe(200);
    const made = other.replace(/.\.ics$/, (last) => (last === 'A.ics' ? 'B.ics' : 'A.ics'));
    expect((await read(made)).status).toBe(404);
    expect((await read('/api/feeds/x')).status).toBe(404);
    const rows = await world.people.data.query<{ n: number }[]>(
      `select count(*)::int as n from ledger where actor_id = $1 and via = 'link' and outcome = 'allowed'`,
      [at.physician.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect(world.server.log()).not.toContain(other.split('/').at(-1));
  });
});
