import type {
  CasePage,
  HomePage,
  Problem,
  TimeOffer,
  VisitBooked,
  WaitlistMade,
  WaitlistPage,
} from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { lapseVisits } from '@okaeri/scheduling';
import { now, toIso } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { MailSink } from '../support/mail-sink';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import type { Somebody } from '../support/socket-world';
import { until } from '../support/until';

jest.setTimeout(90_000);

const today = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
/** The next Wednesday but one: office hours in Osaka, an evening in Toronto. */
const wednesday = today.add({ days: ((10 - today.dayOfWeek) % 7) + 7 });

interface Waiter {
  patient: Somebody;
  episodeId: string;
  waitlistId: string;
}

/** Real: PostgreSQL, the whole api, and the scheduler with a mail server. */
describe('a time that becomes free', () => {
  let world: BookingWorld;
  let sink: MailSink;
  let scheduler: TestScheduler;
  let at: Hospital;
  beforeAll(async () => {
    world = await BookingWorld.open();
    sink = await MailSink.start();
    scheduler = await startScheduler(world.people.url, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await scheduler.close();
    await sink.stop();
    await world.close();
  });
  beforeEach(async () => {
    at = await world.hospital();
  });

  const query = <T>(sql: string, values: unknown[]): Promise<T[]> => world.people.data.query(sql, values);
  const code = ({ body }: { body: unknown }) => (body as Problem | undefined)?.code;
  const taken = async (time = '09:00') => {
    const wall = { date: wednesday.toString(), time, zone: 'Asia/Tokyo', minutes: 30 };
    const form = { ...wall, episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null };
    return ((await world.post('/visits', at.coordinator, form)).body as VisitBooked).visitId;
  };
  const free = (visitId: string) => world.post(`/visits/${visitId}/cancel`, at.coordinator, { reason: 'She is well.' });
  async function waiter(more: object = {}, zone = 'America/Toronto'): Promise<Waiter> {
    const patient = await world.people.person('en');
    await query(`update person set zone = $2, email = $3, place = '{"en":"Toronto"}' where id = $1`, [
      patient.id,
      zone,
      `${patient.id}@wait.example`,
    ]);
    const episodeId = await world.episode({ ...at, patient });
    const { body } = await world.post(`/episodes/${episodeId}/waitlist`, at.coordinator, {
      ...{ physicianId: at.physician.id, minutes: 30 },
      ...{ earliest: today.add({ days: 2 }).toString(), latest: today.add({ days: 40 }).toString(), ...more },
    });
    return { patient, episodeId, waitlistId: (body as WaitlistMade).waitlistId };
  }
  const offersOf = async ({ patient }: Waiter): Promise<TimeOffer[]> =>
    ((await world.server.ask({ path: '/api/pages/home', cookie: patient.cookie })).body as HomePage).offers;
  async function offered(who: Waiter): Promise<TimeOffer> {
    await until(async () => (await offersOf(who)).length > 0, 15_000);
    return (await offersOf(who))[0] as TimeOffer;
  }
  const answer = ({ waitlistId, patient }: Waiter, said: 'accept' | 'decline', who = patient) =>
    world.post(`/waitlist/${waitlistId}/answer`, who, { answer: said });
  const stateOf = async ({ waitlistId }: Waiter) =>
    (await query<{ state: string }>('select state from waitlist where id = $1', [waitlistId]))[0]?.state;
  /** Everything that was told has been handled. */
  const quiet = () =>
    until(async () => (await query(`select 1 from outbox_delivery where handled_at is null`, [])).length === 0, 15_000);

  it('is kept for the first of those who wait and whom it fits, and hers once she takes it', async () => {
    const visitId = await taken();
    const asleep = await waiter({ rank: 0 }, 'Europe/Lisbon');
    const later = await waiter({ earliest: today.add({ days: 30 }).toString() });
    const second = await waiter({ rank: 2 });
    const first = await waiter({ rank: 1 });
    expect((await free(visitId)).status).toBe(204);
    const offer = await offered(first);
    expect(offer.when.startsAt).toBe(
      toIso(wednesday.toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '09:00' }).toInstant()),
    );
    await quiet();
    for (const other of [asleep, later, second]) expect(await offersOf(other)).toEqual([]);
    const mail = await sink.mailTo(`${first.patient.id}@wait.example`, 'waitlist_offer', { withinMs: 15_000 });
    expect(mail.mail.text).toContain('Toronto');
    // Nobody else can have it, and of the visit itself she sees nothing yet.
    expect(code(await answer(first, 'accept', second.patient))).toBe('not_found');
    const blocked = { date: wednesday.toString(), time: '09:00', zone: 'Asia/Tokyo', minutes: 30 };
    const form = { ...blocked, episodeId: second.episodeId, physicianId: at.physician.id, interpreter: null };
    expect(code(await world.post('/visits', at.coordinator, form))).toBe('overlap');
    const list = await world.server.ask({ path: '/api/pages/waitlist', cookie: at.coordinator.cookie });
    expect((list.body as WaitlistPage).items.map(({ state }) => state).toSorted()).toEqual([
      ...['offered', 'waiting', 'waiting', 'waiting'],
    ]);

    expect((await answer(first, 'accept')).status).toBe(204);
    expect((await answer(first, 'accept')).status).toBe(204);
    expect([await stateOf(first), await offersOf(first)]).toEqual(['filled', []]);
    await sink.mailTo(`${first.patient.id}@wait.example`, 'visit_booked', { withinMs: 15_000 });
    expect(
      await query(
        `select status, (select count(*)::int from claim where visit_id = visit.id) as claims from visit where episode_id = $1`,
        [first.episodeId],
      ),
    ).toEqual([{ status: 'booked', claims: 2 }]);
  });

  it('goes on to the next when she waits on, or has not answered in two hours', async () => {
    const visitId = await taken();
    const [first, second, third] = [await waiter({ rank: 1 }), await waiter({ rank: 2 }), await waiter({ rank: 3 })];
    await free(visitId);
    await offered(first);
    expect((await answer(first, 'decline')).status).toBe(204);
    await offered(second);
    expect(await stateOf(first)).toBe('waiting');
    await query(
      `update visit set held_until = now() - interval '1 second' where id = (select offered_visit_id from waitlist where id = $1)`,
      [second.waitlistId],
    );
    expect(code(await answer(second, 'accept'))).toBe('hold_expired');
    await lapseVisits(world.server.app.get(Database));
    await offered(third);
    await quiet();
    expect([await offersOf(first), await offersOf(second)]).toEqual([[], []]);
    // Who is taken off the list gives back what was kept for her.
    const off = { method: 'DELETE', path: `/api/waitlist/${third.waitlistId}`, cookie: at.coordinator.cookie };
    expect([(await world.server.ask(off)).status, (await world.server.ask(off)).status]).toEqual([204, 204]);
    expect([await stateOf(third), await offersOf(third)]).toEqual(['ended', []]);
    expect(await query('select 1 from claim where resource_id = $1', [at.physician.id])).toEqual([]);
  });

  it('is not offered to who is not of the hospital, and one place is kept over another window', async () => {
    const first = await waiter();
    const elsewhere = await world.hospital();
    const window = {
      minutes: 30,
      earliest: today.add({ days: 2 }).toString(),
      latest: today.add({ days: 9 }).toString(),
    };
    const path = `/episodes/${first.episodeId}/waitlist`;
    expect(code(await world.post(path, at.coordinator, { ...window, physicianId: elsewhere.physician.id }))).toBe(
      'not_found',
    );
    expect(code(await world.post(path, first.patient, { ...window, physicianId: at.physician.id }))).toBe('not_found');
    const again = await world.post(path, at.coordinator, { ...window, physicianId: at.physician.id });
    expect((again.body as WaitlistMade).waitlistId).toBe(first.waitlistId);
    const casePath = `/api/pages/cases/${first.episodeId}`;
    const about = async (who: Somebody) =>
      ((await world.server.ask({ path: casePath, cookie: who.cookie })).body as CasePage).waiting;
    expect(await about(at.coordinator)).toMatchObject({ waitlistId: first.waitlistId, offered: false });
    expect(await about(at.physician)).toBeNull();
  });
});
