import { randomUUID } from 'node:crypto';
import type { Problem, SelfPage, VisitBooked, VisitMoved } from '@okaeri/contracts';
import { now, toInstant, toIso } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

const today = now().toZonedDateTimeISO('America/Toronto').toPlainDate();
const inDays = (days: number) => today.add({ days }).toString();

/** Real: PostgreSQL and the whole api with its search. */
describe('what a patient books for herself', () => {
  let world: BookingWorld;
  let at: Hospital;
  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    at = await world.hospital();
  });

  const code = ({ body }: { body: unknown }) => (body as Problem | undefined)?.code;
  const query = <T>(sql: string, values: unknown[]): Promise<T[]> => world.people.data.query(sql, values);
  const allow = (more: object = {}, who = at.coordinator) =>
    world.server.ask({
      ...{ method: 'PUT', path: `/api/episodes/${at.episodeId}/allowance`, cookie: who.cookie },
      json: {
        physicianId: at.physician.id,
        minutes: 30,
        earliest: inDays(3),
        latest: inDays(24),
        remaining: 1,
        ...more,
      },
    });
  const times = async (who = at.patient) => {
    const answer = await world.server.ask({ path: `/api/pages/times/${at.episodeId}`, cookie: who.cookie });
    return { code: code(answer), page: answer.body as SelfPage };
  };
  const book = (startsAt: string, key?: string, who: Somebody = at.patient) =>
    world.post(`/episodes/${at.episodeId}/book`, who, { startsAt }, key);
  const remaining = async () =>
    (
      await query<{ n: number }>(
        'select remaining as n from booking_allowance where episode_id = $1 and revoked_at is null',
        [at.episodeId],
      )
    ).map(({ n }) => n);

  it('is as many visits as she is allowed, at times that everybody’s own rules allow', async () => {
    expect((await times()).code).toBe('not_found');
    expect((await allow({}, at.patient)).status).toBe(404);
    const elsewhere = await world.hospital();
    expect(code(await allow({ physicianId: elsewhere.physician.id }))).toBe('not_found');
    expect(code(await allow({ earliest: inDays(9), latest: inDays(8) }))).toBe('fields_invalid');
    expect((await allow()).status).toBe(204);
    const { page } = await times();
    expect([page.remaining, page.minutes, page.move, page.slots.length > 2]).toEqual([1, 30, null, true]);
    const [first, second] = page.slots.map(({ startsAt }) => startsAt);
    if (!first || !second) throw new Error('There are no times.');

    expect(code(await book(toIso(now().add({ hours: 1 }).round('hour'))))).toBe('not_available');
    expect(code(await book(toIso(toInstant(first).add({ minutes: 7 }))))).toBe('not_available');
    expect(code(await book('2020-01-06T14:00:00Z'))).toBe('not_available');
    expect(code(await book(first, undefined, elsewhere.patient))).toBe('not_found');
    const key = randomUUID();
    const booked = await book(first, key);
    expect([booked.status, (booked.body as VisitBooked).status]).toEqual([200, 'booked']);
    const again = await book(first, key);
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([booked.body, 'true']);
    expect([await remaining(), code(await book(second))]).toEqual([[0], 'allowance_used']);
    const { visitId } = booked.body as VisitBooked;
    expect(
      await query(
        `select v.status, v.self_booked as own, s.confirmed_at is not null as sure from visit v join seat s on s.visit_id = v.id
          where v.id = $1 and s.role = 'patient'`,
        [visitId],
      ),
    ).toEqual([{ status: 'booked', own: true, sure: true }]);
    // It does not take place: she may book another.
    await world.post(`/visits/${visitId}/cancel`, at.patient, { reason: 'I am away.' });
    expect(await remaining()).toEqual([1]);
    expect((await allow({ remaining: 0 })).status).toBe(204);
    expect((await times()).code).toBe('not_found');
  });

  it('is pending while an interpreter is asked, and hers again when nobody can', async () => {
    await allow({ ask: { personIds: [at.interpreter.id], languages: ['ja', 'en'], minutes: 60 } });
    const [slot] = (await times()).page.slots;
    const booked = (await book(slot?.startsAt ?? '')).body as VisitBooked;
    expect(booked.status).toBe('pending');
    const home = await world.server.ask({ path: '/api/pages/home', cookie: at.patient.cookie });
    expect(home.text).not.toContain(booked.visitId);
    expect(await remaining()).toEqual([0]);
    await world.post(`/visits/${booked.visitId}/cancel`, at.coordinator, { reason: 'Nobody can interpret.' });
    expect(await remaining()).toEqual([1]);
  });

  it('of twenty who want one time one gets it, and the others look once more', async () => {
    await allow();
    const [slot] = (await times()).page.slots;
    const startsAt = slot?.startsAt ?? '';
    const others = await Promise.all(
      Array.from({ length: 19 }, async () => {
        const patient = await world.people.person('en');
        await query(`update person set zone = 'America/Toronto' where id = $1`, [patient.id]);
        const episodeId = await world.episode({ ...at, patient });
        await query(
          `insert into booking_allowance (episode_id, physician_id, minutes, earliest, latest, remaining) values ($1, $2, 30, $3, $4, 1)`,
          [episodeId, at.physician.id, inDays(3), inDays(24)],
        );
        return { patient, episodeId };
      }),
    );
    const all = await Promise.all([
      book(startsAt),
      ...others.map(({ patient, episodeId }) => world.post(`/episodes/${episodeId}/book`, patient, { startsAt })),
    ]);
    const codes = all.map((answer) => (answer.status === 200 ? 'booked' : code(answer)));
    expect(codes.filter((each) => each === 'booked')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['booked', 'not_available']));
    expect(await query('select 1 from claim where resource_id = $1', [at.physician.id])).toHaveLength(1);
    // Who was refused has lost nothing.
    const left = await query<{ n: number }>(
      'select sum(remaining)::int as n from booking_allowance where physician_id = $1',
      [at.physician.id],
    );
    expect(left).toEqual([{ n: 19 }]);
  });

  it('is a visit of hers put at another time, as long as its door is shut', async () => {
    await allow();
    const [slot] = (await times()).page.slots;
    const { visitId } = (await book(slot?.startsAt ?? '')).body as VisitBooked;
    const path = `/api/pages/visits/${visitId}/times`;
    const page = (await world.server.ask({ path, cookie: at.patient.cookie })).body as SelfPage;
    const present = { visitId, when: { startsAt: slot?.startsAt } };
    expect(page).toMatchObject({ move: present, minutes: 30, episodeId: at.episodeId });
    const offered = page.slots.map(({ startsAt }) => startsAt);
    expect(offered).not.toContain(slot?.startsAt);
    const other = offered[0] ?? '';
    const move = (startsAt: string, who = at.patient, key?: string) =>
      world.post(`/visits/${visitId}/move-self`, who, { startsAt }, key);
    expect(code(await move(other, at.physician))).toBe('not_found');
    expect(code(await move('2020-01-06T14:00:00Z'))).toBe('not_available');
    const key = randomUUID();
    const moved = await move(other, at.patient, key);
    expect([moved.status, (moved.body as VisitMoved).when.startsAt]).toEqual([200, other]);
    expect((await move(other, at.patient, key)).body).toEqual(moved.body);
    const rows = await query(
      `select s.role, s.confirmed_at is not null as sure from seat s where s.visit_id = $1 order by role`,
      [visitId],
    );
    expect(rows).toEqual([
      { role: 'patient', sure: true },
      { role: 'physician', sure: false },
    ]);
    await query(`update visit set starts_at = now() + interval '20 minutes' where id = $1`, [visitId]);
    expect(code(await move(other))).toBe('not_allowed_now');
    expect(code(await world.server.ask({ path, cookie: at.patient.cookie }))).toBe('not_allowed_now');
  });
});
