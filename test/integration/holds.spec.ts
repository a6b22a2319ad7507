import { randomUUID } from 'node:crypto';
import type { BookingPage, Held, Problem, VisitBooked } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { lapseVisits } from '@okaeri/scheduling';
import { now } from '@okaeri/words/time';
import { Client } from 'pg';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';

jest.setTimeout(60_000);

const year = now().toZonedDateTimeISO('UTC').year + 1;

/** Real: PostgreSQL and the whole api; the sweep is called by hand, as the scheduler calls it. */
describe('a time that is held', () => {
  let world: BookingWorld;
  let at: Hospital;
  let day = 0;
  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    at = await world.hospital();
    day += 1;
  });

  const wall = (time: string) => ({
    ...{ date: `${year}-03-${String(day).padStart(2, '0')}`, time, zone: 'Asia/Tokyo', minutes: 30 },
    ...{ episodeId: at.episodeId, physicianId: at.physician.id },
  });
  const hold = (time: string, more: object = {}, key?: string) =>
    world.post('/visits/hold', at.coordinator, { ...wall(time), ...more }, key);
  const held = async (time: string, more: object = {}) => (await hold(time, more)).body as Held;
  const confirm = (holdVisitId: string, time: string, more: object = {}, key?: string) =>
    world.post('/visits', at.coordinator, { ...wall(time), interpreter: null, holdVisitId, ...more }, key);
  const move = (visitId: string, time: string, version: number) => {
    const { date, zone, minutes } = wall(time);
    const form = { date, time, zone, minutes, reason: 'A better time.', version };
    return world.post(`/visits/${visitId}/move`, at.coordinator, form);
  };
  const release = (visitId: string) =>
    world.server.ask({ method: 'DELETE', path: `/api/visits/${visitId}/hold`, cookie: at.coordinator.cookie });
  const problem = ({ body }: { body: unknown }) => body as Problem;
  const runOut = (visitId: string) =>
    world.people.data.query(`update visit set held_until = now() - interval '1 second' where id = $1`, [visitId]);
  async function rowOf(visitId: string) {
    const [row]: { status: string; claims: string[]; told: number; sequence: number; until: Date | null }[] =
      await world.people.data.query(
        `select status, calendar_sequence as sequence, held_until as until,
                array(select resource_id::text from claim where visit_id = v.id order by 1) as claims,
                (select count(*)::int from outbox_event where data->>'visitId' = v.id::text and name <> 'visit.freed') as told
           from visit v where id = $1`,
        [visitId],
      );
    if (!row) throw new Error('There is no such visit.');
    return row;
  }

  it('takes up its people, and nobody but the hospital hears of it until it is confirmed', async () => {
    const listener = new Client({ connectionString: world.people.url });
    await listener.connect();
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('listen okaeri_notice');
    const key = randomUUID();
    const first = await hold('09:00', { interpreterIds: [at.interpreter.id] }, key);
    const again = await hold('09:00', { interpreterIds: [at.interpreter.id] }, key);
    const { visitId, seconds, version, untilWords } = first.body as Held;
    expect([first.status, again.body, seconds, version]).toEqual([200, first.body, 600, 1]);
    expect(untilWords).toMatch(/まで$/);
    const three = [at.patient.id, at.physician.id, at.interpreter.id].toSorted();
    expect(await rowOf(visitId)).toMatchObject({ status: 'held', claims: three, told: 0, sequence: 0 });
    const home = () => world.server.ask({ path: '/api/pages/home', cookie: at.patient.cookie });
    const jobs = () => world.server.ask({ path: '/api/pages/jobs', cookie: at.interpreter.cookie });
    expect([(await home()).text.includes(visitId), (await jobs()).text.includes(visitId)]).toEqual([false, false]);
    await listener.query('select 1');
    const ids = heard.map((text) => (JSON.parse(text) as { topic: string; id: string }).id);
    expect(ids).toEqual(expect.arrayContaining([at.physician.id, at.institutionId]));
    for (const id of [at.patient.id, at.interpreter.id, at.episodeId]) expect(ids).not.toContain(id);

    const sure = { interpreter: { personId: at.interpreter.id, languages: ['ja', 'en'] } };
    const confirmKey = randomUUID();
    const booked = await confirm(visitId, '09:00', sure, confirmKey);
    expect([booked.status, (booked.body as VisitBooked).visitId]).toEqual([200, visitId]);
    expect((await confirm(visitId, '09:00', sure, confirmKey)).body).toEqual(booked.body);
    expect(problem(await confirm(visitId, '09:00', sure)).code).toBe('conflict');
    expect(await rowOf(visitId)).toEqual({ status: 'booked', claims: three, told: 1, sequence: 0, until: null });
    expect((await home()).text).toContain(visitId);
    expect((await jobs()).text).toContain(visitId);
    await listener.query('select 1');
    expect(heard.join('')).toContain(at.patient.id);
    await listener.end();
  });

  it('is found again by who holds it, and by nobody else', async () => {
    const { visitId } = await held('09:00');
    const found = async (who: string) =>
      ((await world.server.ask({ path: `/api/pages/booking/${at.episodeId}`, cookie: who })).body as BookingPage).hold;
    const mine = { visitId, version: 1, minutes: 30, physicianId: at.physician.id, renewed: false };
    const hold = await found(at.coordinator.cookie);
    expect(hold).toMatchObject(mine);
    expect(hold?.seconds).toBeGreaterThan(590);
    const other = await world.people.staff(at.institutionId, 'coordinator');
    expect(await found(other.cookie)).toBeNull();
    await move(visitId, '11:00', 1);
    expect(await found(at.coordinator.cookie)).toMatchObject({ visitId, renewed: true });
    await runOut(visitId);
    expect(await found(at.coordinator.cookie)).toBeNull();
    expect((await release(visitId)).status).toBe(204);
  });

  it('gives back who was held and is not wanted', async () => {
    const { visitId } = await held('09:00', { interpreterIds: [at.interpreter.id] });
    await confirm(visitId, '09:00');
    expect((await rowOf(visitId)).claims).toEqual([at.patient.id, at.physician.id].toSorted());
  });

  it('is in nobody’s way once it has run out, before and after it is swept', async () => {
    const { visitId } = await held('09:00');
    expect(problem(await hold('09:15')).code).toBe('overlap');
    await runOut(visitId);
    const other = await held('09:00');
    expect((await rowOf(other.visitId)).status).toBe('held');
    const late = await confirm(visitId, '09:00');
    expect([late.status, problem(late).code, problem(late).alternatives?.length]).toEqual([410, 'hold_expired', 3]);
    expect(problem(await move(visitId, '11:00', 1)).code).toBe('hold_expired');
    expect(await lapseVisits(world.server.app.get(Database))).toBe(1);
    expect(await rowOf(visitId)).toEqual({ status: 'lapsed', claims: [], told: 0, sequence: 0, until: null });
    expect(problem(await confirm(visitId, '09:00')).code).toBe('hold_expired');
    const board = await world.server.ask({ path: '/api/pages/board', cookie: at.coordinator.cookie });
    expect(board.text).not.toContain(visitId);
    expect((await confirm(other.visitId, '09:00')).status).toBe(200);
  });

  it('is renewed once by moving, and tells nobody of that', async () => {
    const { visitId, version } = await held('09:00');
    await world.people.data.query(`update visit set held_until = now() + interval '1 minute' where id = $1`, [visitId]);
    const left = async () => Number((await rowOf(visitId)).until) - now().epochMilliseconds;
    expect((await move(visitId, '11:00', version)).status).toBe(200);
    expect(await left()).toBeGreaterThan(9 * 60_000);
    await world.people.data.query(`update visit set held_until = now() + interval '1 minute' where id = $1`, [visitId]);
    expect((await move(visitId, '12:00', version + 1)).status).toBe(200);
    expect(await left()).toBeLessThan(61_000);
    expect(await rowOf(visitId)).toMatchObject({ status: 'held', told: 0, sequence: 0 });
    // Confirmed by a window that shows the earlier time: it is told of the other.
    const old = problem(await confirm(visitId, '09:00'));
    expect([old.code, old.when?.startsAt.slice(11, 16)]).toEqual(['version_changed', '03:00']);
    expect((await confirm(visitId, '12:00')).status).toBe(200);
    const home = await world.server.ask({ path: '/api/pages/home', cookie: at.patient.cookie });
    // To her it was never at another time.
    expect([home.text.includes(visitId), home.text.includes('9:00')]).toEqual([true, false]);
  });

  it('is given back, and there are five of one person at once', async () => {
    const times = ['09:00', '10:00', '11:00', '12:00', '13:00'];
    const ids: string[] = [];
    for (const time of times) ids.push((await held(time)).visitId);
    expect(problem(await hold('14:00')).code).toBe('too_many');
    const [first = ''] = ids;
    expect([(await release(first)).status, (await release(first)).status]).toEqual([204, 204]);
    expect((await rowOf(first)).claims).toEqual([]);
    expect((await hold('14:00')).status).toBe(200);
    expect((await confirm(ids[1] ?? '', '10:00')).status).toBe(200);
    expect(problem(await release(ids[1] ?? '')).code).toBe('conflict');
    const elsewhere = await world.hospital();
    const stranger = { method: 'DELETE', path: `/api/visits/${ids[2]}/hold`, cookie: elsewhere.coordinator.cookie };
    expect((await world.server.ask(stranger)).status).toBe(404);
    const foreign = await world.post('/visits', elsewhere.coordinator, {
      ...{ ...wall('11:00'), episodeId: elsewhere.episodeId, physicianId: elsewhere.physician.id },
      ...{ interpreter: null, holdVisitId: ids[2] },
    });
    expect(problem(foreign).code).toBe('not_found');
  });
});
