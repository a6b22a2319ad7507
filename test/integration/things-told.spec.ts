import type { FeedMade, HomePage, MessageKind, ReadyPage, ThingMade, VisitBooked } from '@okaeri/contracts';
import { now, wallOf } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import type { SunkMail } from '../support/mail-sink';
import type { Somebody } from '../support/socket-world';
import { Telling } from '../support/telling';

jest.setTimeout(90_000);

const room = 'Kingfisher room';
const guestMail = 'guest@told.example';

/** Real: PostgreSQL, the whole api, and the scheduler with a mail server. */
describe('of the room that a visit takes up', () => {
  let world: BookingWorld;
  let telling: Telling;
  let at: Hospital;
  /** An interpreter of the same hospital who lives elsewhere. */
  let remote: Somebody;
  let roomId: string;

  beforeAll(async () => {
    world = await BookingWorld.open({ MAIL_DOMAIN: 'okaeri.hospital.example' });
    telling = await Telling.start(world.people.url);
    at = await world.hospital();
    remote = await world.people.staff(at.institutionId, 'interpreter');
    await world.people.data.query(`update person set zone = 'Asia/Ho_Chi_Minh' where id = $1`, [remote.id]);
    const channels = `update person set email = $2, channels = '{email,app}' where id = $1`;
    for (const { id } of [at.patient, at.physician, at.interpreter, remote]) {
      await world.people.data.query(channels, [id, `${id}@told.example`]);
    }
    const form = { institutionId: at.institutionId, kind: 'room', name: room };
    roomId = ((await world.post('/things', at.coordinator, form)).body as ThingMade).thingId;
  });
  afterAll(async () => {
    await telling?.stop();
    await world?.close();
  });

  const day = (days: number) => wallOf(now().add({ hours: 24 * days }), 'Asia/Tokyo').date;
  const form = (interpreter: Somebody, days: number) => ({
    ...{ episodeId: at.episodeId, physicianId: at.physician.id, thingIds: [roomId] },
    ...{ date: day(days), time: '10:00', minutes: 30, zone: 'Asia/Tokyo' },
    interpreter: { personId: interpreter.id, languages: ['ja', 'en'] },
    guests: [{ name: 'Anne Roy', email: guestMail, language: 'fr', relation: 'home_physician' }],
  });
  const addressOf = ({ id }: Somebody) => `${id}@told.example`;
  const mailTo = (address: string, kind: MessageKind, after = 0) => telling.sink.mailTo(address, kind, { after });
  const read = async (path: string, who: Somebody): Promise<string> => {
    const { status, text } = await world.server.ask({ path, cookie: who.cookie });
    expect([path, status]).toEqual([path, 200]);
    return text;
  };
  /** In which of its parts it names the room. */
  const namesIn = ({ mail, calendar }: SunkMail) => ({
    text: mail.text?.includes(room),
    html: mail.html?.includes(room),
    calendar: calendar?.replace(/\r\n /g, '').includes(room),
  });
  const [everywhere, nowhere] = [true, false].map((told) => ({ text: told, html: told, calendar: told }));

  it('mails and calendar entries tell those who are there, and never a patient, a guest or whoever works elsewhere', async () => {
    const booked = await world.post('/visits', at.coordinator, form(at.interpreter, 6));
    const { visitId } = booked.body as VisitBooked;
    const there = [addressOf(at.physician), addressOf(at.interpreter)];
    const elsewhere = [addressOf(at.patient), guestMail];
    for (const address of there) expect(namesIn(await mailTo(address, 'visit_booked'))).toEqual(everywhere);
    for (const address of elsewhere) expect(namesIn(await mailTo(address, 'visit_booked'))).toEqual(nowhere);
    const move = { ...form(at.interpreter, 7), reason: 'The weather', version: 1 };
    const { date, time, zone, minutes, reason, version } = move;
    await world.post(`/visits/${visitId}/move`, at.coordinator, { date, time, zone, minutes, reason, version });
    for (const address of there) expect(namesIn(await mailTo(address, 'visit_moved'))).toEqual(everywhere);
    for (const address of elsewhere) expect(namesIn(await mailTo(address, 'visit_moved'))).toEqual(nowhere);
    // The place of an entry is for the way in, which leads to a page.
    for (const { calendar } of telling.sink.mails) expect(calendar ?? '').not.toMatch(/^LOCATION/m);
    await world.post(`/visits/${visitId}/cancel`, at.coordinator, { reason: 'She is well.' });
    for (const address of [...there, ...elsewhere]) {
      expect(namesIn(await mailTo(address, 'visit_cancelled'))).toEqual(nowhere);
    }
  });

  it('of a series too', async () => {
    const series = { ...form(remote, 20), everyWeeks: 1, times: 3, keeps: 'institution' };
    expect((await world.post('/visits/series', at.coordinator, series)).status).toBe(200);
    const named = async (address: string) => namesIn(await mailTo(address, 'series_booked'));
    expect(await named(addressOf(at.physician))).toEqual(everywhere);
    for (const address of [addressOf(at.patient), addressOf(remote), guestMail]) {
      expect(await named(address)).toEqual(nowhere);
    }
  });

  it('pages and feeds tell those who are there, and never a patient or whoever works elsewhere', async () => {
    const { visitId } = (await world.post('/visits', at.coordinator, form(at.interpreter, 5))).body as VisitBooked;
    const other = (await world.post('/visits', at.coordinator, form(remote, 4))).body as VisitBooked;
    const own = async (who: Somebody) => {
      const { url } = (await world.post('/me/feed', who, {})).body as FeedMade;
      return (await read(new URL(url).pathname, who)).replace(/\r\n /g, '');
    };
    const whole = `/api/pages/cases/${at.episodeId}`;
    const one = `/api/pages/visits/${visitId}`;
    for (const path of ['/api/pages/today', whole, one]) expect(await read(path, at.physician)).toContain(room);
    for (const path of ['/api/pages/jobs', one]) expect(await read(path, at.interpreter)).toContain(room);
    expect(await read(whole, at.coordinator)).toContain(room);
    const { items } = JSON.parse(await read('/api/pages/ready', at.coordinator)) as ReadyPage;
    expect(items.find((each) => each.visitId === visitId)?.things).toEqual([room]);
    for (const who of [at.physician, at.interpreter]) expect(await own(who)).toContain(room);

    const home = await read('/api/pages/home', at.patient);
    expect((JSON.parse(home) as HomePage).next?.visitId).toBe(other.visitId);
    expect(home).not.toContain(room);
    await mailTo(addressOf(at.patient), 'visit_booked', 2);
    for (const path of ['/api/pages/my-visits', '/api/pages/inbox', whole, one]) {
      expect(await read(path, at.patient)).not.toContain(room);
    }
    for (const path of ['/api/pages/jobs', '/api/pages/today', `/api/pages/visits/${other.visitId}`]) {
      expect(await read(path, remote)).not.toContain(room);
    }
    for (const who of [at.patient, remote]) {
      const feed = await own(who);
      expect(feed).toContain(other.visitId);
      expect(feed).not.toContain(room);
    }
  });
});
