import { randomUUID } from 'node:crypto';
import type { HistoryPage, PreviewAnswer, Problem, VisitBooked, VisitMoved } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { Client } from 'pg';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';

jest.setTimeout(120_000);

const nextYear = now().toZonedDateTimeISO('UTC').year + 1;

/** Real: PostgreSQL and the whole api. */
describe('booking', () => {
  let world: BookingWorld;
  let at: Hospital;

  beforeAll(async () => {
    world = await BookingWorld.open();
    at = await world.hospital();
    // On whatever weekday February begins.
    const { physician, interpreter } = at;
    await world.people.data.query(
      `with open as (insert into availability (resource_id) select unnest($1::uuid[]) returning resource_id)
       insert into availability_rule (resource_id, kind, weekday, from_minute, to_minute)
       select resource_id, 'open', weekday, 480, 1200 from open, generate_series(1, 7) as weekday`,
      [[physician.id, interpreter.id]],
    );
  });
  afterAll(async () => world.close());

  const wall = (day: number, time: string) => ({
    date: `${nextYear}-02-${String(day).padStart(2, '0')}`,
    time,
    zone: 'Asia/Tokyo',
    minutes: 30,
  });
  const form = (day: number, time: string, of: Hospital = at) => ({
    episodeId: of.episodeId,
    ...wall(day, time),
    physicianId: of.physician.id,
    interpreter: { personId: of.interpreter.id, languages: ['ja', 'en'] },
  });
  const book = (day: number, time: string, key?: string) => world.post('/visits', at.coordinator, form(day, time), key);
  const problem = (answer: { body: unknown }) => answer.body as Problem;

  it('writes a visit on the clocks of both sides, once for a key', async () => {
    const key = randomUUID();
    const first = await book(1, '09:00', key);
    expect([first.status, first.text]).toEqual([200, expect.stringContaining('visitId')]);
    const { visitId, when } = first.body as VisitBooked;
    expect(when.startsAt).toBe(`${nextYear}-02-01T00:00:00.000Z`);
    expect(when.theirs?.zone).toBe('America/Toronto');
    const again = await book(1, '09:00', key);
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect(problem(await book(1, '15:00', key)).code).toBe('key_reused');
    expect(problem(await book(1, '15:00', '')).code).toBe('key_needed');
    const rows = await world.people.data.query(
      `select v.patient_wall, v.institution_wall, v.tzdata, v.booked_by,
              (select count(*)::int from claim where visit_id = v.id) as claims,
              (select count(*)::int from outbox_event where name = 'visit.booked' and data->>'visitId' = v.id::text) as events
         from visit v where id = $1`,
      [visitId],
    );
    expect(rows).toEqual([
      {
        patient_wall: `${nextYear}-01-31T19:00:00`,
        institution_wall: `${nextYear}-02-01T09:00:00`,
        tzdata: process.versions['tz'],
        booked_by: at.coordinator.id,
        claims: 3,
        events: 1,
      },
    ]);
  });

  it('names what collides and the nearest time that is free, and keeps nothing of what was refused', async () => {
    const other = { ...at, patient: await world.people.person('en') };
    other.episodeId = await world.episode(other);
    const refused = await world.post('/visits', at.coordinator, form(1, '09:15', other));
    expect(refused.status).toBe(409);
    const { code, conflicts, free, alternatives } = problem(refused);
    expect(code).toBe('overlap');
    expect(alternatives?.map(({ time }) => time)).toEqual(['09:30', '09:45', '08:30']);
    expect(alternatives?.[0]).toEqual(free);
    expect(conflicts?.map(({ personId }) => personId).toSorted()).toEqual(
      [at.physician.id, at.interpreter.id].toSorted(),
    );
    expect(free).toMatchObject({ date: `${nextYear}-02-01`, time: '09:30' });
    const counted = await world.people.data.query('select count(*)::int as n from visit where episode_id = $1', [
      other.episodeId,
    ]);
    expect(counted).toEqual([{ n: 0 }]);
    const touching = await world.post('/visits', at.coordinator, form(1, '09:30', other));
    expect(touching.status).toBe(200);
  });

  it('says beforehand what a time means', async () => {
    const asked = { ...wall(1, '09:00'), episodeId: at.episodeId, personIds: [at.physician.id] };
    const { conflicts, free, walls, warnings } = (await world.post('/visits/preview', at.coordinator, asked))
      .body as PreviewAnswer;
    expect([conflicts.length, free?.time, walls.length, warnings]).toEqual([2, '08:30', 2, []]);
    const night = { ...asked, ...wall(2, '14:00') };
    expect(((await world.post('/visits/preview', at.coordinator, night)).body as PreviewAnswer).warnings).toEqual([
      'night_patient',
    ]);
  });

  it.each([
    [{ time: '02:30', date: `${nextYear}-03-14`, zone: 'America/Toronto' }, 'time_skipped'],
    [{ time: '01:30', date: `${nextYear}-11-07`, zone: 'America/Toronto' }, 'time_repeated'],
    [{ zone: 'Mars/Olympus' }, 'zone_unknown'],
    [{ date: '2020-02-01' }, 'time_past'],
    [{ time: '9:00' }, 'fields_invalid'],
    [{ surprise: true }, 'fields_invalid'],
    [{ physicianId: randomUUID() }, 'not_found'],
  ])('refuses %p as %s', async (change, code) => {
    const answer = await world.post('/visits', at.coordinator, { ...form(3, '10:00'), ...change });
    expect(problem(answer).code).toBe(code);
    for (const { path, message } of problem(answer).fields ?? []) {
      expect([path, message.length > 0]).toEqual([Object.keys(change)[0], true]);
    }
  });

  it.each([
    [0, 'time_zero'],
    [-30, 'time_zero'],
    [5, 'time_short'],
    [25 * 60, 'time_long'],
  ])('refuses a visit of %i minutes with the reason, wherever a length is given', async (minutes, code) => {
    const query = { episodeId: at.episodeId, personIds: [at.patient.id], interpreter: null, from: `${nextYear}-03-01` };
    const refused = [
      await world.post('/visits', at.coordinator, { ...form(3, '10:00'), minutes }),
      await world.post('/visits/series', at.coordinator, {
        ...{ ...form(3, '10:00'), minutes, everyWeeks: 1, times: 2, keeps: 'patient' },
      }),
      await world.post('/visits/hold', at.coordinator, {
        ...{ ...wall(3, '10:00'), episodeId: at.episodeId, physicianId: at.physician.id, minutes },
      }),
      await world.post('/slots', at.coordinator, { ...query, days: 3, minutes }),
    ];
    for (const answer of refused) expect(problem(answer).fields).toMatchObject([{ path: 'minutes', code }]);
  });

  it('moves a visit, tells an outdated page, and keeps who, when and why', async () => {
    const { visitId } = (await book(4, '10:00')).body as VisitBooked;
    const confirmed = await world.post(`/visits/${visitId}/confirm`, at.patient, {});
    expect(confirmed.status).toBe(204);
    const to = (time: string, version: number) =>
      world.post(`/visits/${visitId}/move`, at.coordinator, { ...wall(4, time), reason: 'The list is long.', version });
    const moved = await to('11:00', 1);
    expect([moved.status, (moved.body as VisitMoved).when.startsAt]).toEqual([200, `${nextYear}-02-04T02:00:00.000Z`]);
    // Whoever moves or cancels from a page that is older is told the time as it is now, on both clocks.
    const late = problem(await to('12:00', 1));
    expect([late.code, late.when?.startsAt]).toEqual(['version_changed', `${nextYear}-02-04T02:00:00.000Z`]);
    expect([late.when?.yours.zone, late.when?.theirs?.zone]).toEqual(['Asia/Tokyo', 'America/Toronto']);
    const old = await world.post(`/visits/${visitId}/cancel`, at.physician, { reason: 'She is well.', version: 1 });
    expect(problem(old)).toMatchObject({
      code: 'version_changed',
      when: { sentence: expect.stringContaining('午前11時') },
    });
    const cancelled = await world.post(`/visits/${visitId}/cancel`, at.coordinator, { reason: 'She is well.' });
    expect(cancelled.status).toBe(204);
    expect(problem(await to('12:00', 9)).code).toBe('visit_cancelled');
    const asked = await world.server.ask({
      path: `/api/visits/${visitId}/history?limit=3`,
      cookie: at.coordinator.cookie,
    });
    const { items, next } = asked.body as HistoryPage;
    expect(items.map(({ kind }) => kind)).toEqual(['cancelled', 'moved', 'confirmed']);
    expect(items[1]).toMatchObject({ reason: 'The list is long.' });
    const rest = await world.server.ask({
      path: `/api/visits/${visitId}/history?after=${next}`,
      cookie: at.coordinator.cookie,
    });
    expect((rest.body as HistoryPage).items.map(({ kind }) => kind)).toEqual(['booked']);
    const row = await world.people.data.query(
      `select calendar_sequence, (select count(*)::int from claim where visit_id = visit.id) as claims,
              (select array_agg(name order by at) from outbox_event where data->>'visitId' = visit.id::text and name <> 'visit.freed') as events
         from visit where id = $1`,
      [visitId],
    );
    expect(row).toEqual([
      { calendar_sequence: 2, claims: 0, events: ['visit.booked', 'visit.moved', 'visit.cancelled'] },
    ]);
  });

  it('gives a guest a seat, and takes it back', async () => {
    const { visitId } = (await book(5, '10:00')).body as VisitBooked;
    const guest = { name: 'Anne Roy', email: 'anne.roy@clinic.example', language: 'fr', relation: 'home_physician' };
    const added = await world.post(`/visits/${visitId}/guests`, at.coordinator, guest);
    expect(added.status).toBe(200);
    const { seatId } = added.body as { seatId: string };
    const removed = await world.server.ask({
      method: 'DELETE',
      path: `/api/visits/${visitId}/seats/${seatId}`,
      cookie: at.coordinator.cookie,
    });
    expect(removed.status).toBe(204);
    const claims = await world.people.data.query('select count(*)::int as n from claim where visit_id = $1', [visitId]);
    expect(claims).toEqual([{ n: 3 }]);
  });

  it('keeps an outcome that somebody knows better, with the reason', async () => {
    const { visitId } = (await book(6, '10:00')).body as VisitBooked;
    const say = (outcome: string) =>
      world.server.ask({
        method: 'PUT',
        path: `/api/visits/${visitId}/outcome`,
        cookie: at.coordinator.cookie,
        json: { outcome, reason: 'By telephone.' },
      });
    expect(problem(await say('fulfilled')).code).toBe('visit_early');
    await world.people.data.query(`update visit set starts_at = now() - interval '1 day' where id = $1`, [visitId]);
    expect((await say('fulfilled')).status).toBe(204);
    const rows = await world.people.data.query('select status, outcome_reason from visit where id = $1', [visitId]);
    expect(rows).toEqual([{ status: 'fulfilled', outcome_reason: 'By telephone.' }]);
  });

  it('takes one of many who want the same time', async () => {
    const rivals = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const patient = await world.people.person('en');
        return { ...at, patient, episodeId: await world.episode({ ...at, patient }) };
      }),
    );
    const answers = await Promise.all(
      rivals.map((rival) => world.post('/visits', at.coordinator, form(7, '10:00', rival))),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    for (const each of answers.filter(({ status }) => status !== 200)) {
      expect(each.status).toBe(409);
      expect(problem(each)).toMatchObject({ code: 'overlap', free: { time: expect.any(String) } });
    }
  });

  it('holds its people for as few questions to the database as it takes', async () => {
    expect((await book(20, '09:00')).status).toBe(200);
    const asked = jest.spyOn(Client.prototype, 'query');
    expect((await book(20, '10:00')).status).toBe(200);
    const texts = asked.mock.calls.map(([query]) => {
      return typeof query === 'string' ? query : (query as unknown as { text: string }).text;
    });
    asked.mockRestore();
    const transaction = texts.slice(texts.indexOf('START TRANSACTION'), texts.indexOf('COMMIT') + 1);
    // What the process asks of its own accord may fall among them.
    const ours = transaction.filter((text) => !text.includes('clock_timestamp') && text !== 'select 1');
    expect(ours.map((text) => text.trim().split(/\s+/).slice(0, 2).join(' '))).toEqual([
      'START TRANSACTION',
      // The key of the request; its people; all that is known of the visit; what it still needs; the answer.
      ...['with made', 'select id', 'with write_0', 'with needed', 'update idempotency_key'],
      'COMMIT',
    ]);
  });

  it('answers twins of one key alike', async () => {
    const key = randomUUID();
    const twins = await Promise.all([book(9, '10:00', key), book(9, '10:00', key)]);
    expect(twins.map(({ status }) => status)).toEqual([200, 200]);
    expect(twins[1].body).toEqual(twins[0].body);
    const replayed = twins.filter(({ headers }) => headers['idempotency-replayed'] === 'true');
    expect(replayed).toHaveLength(1);
  });

  it('is nobody else’s business', async () => {
    for (const who of [at.patient, at.physician, at.interpreter, await world.people.person('ja')]) {
      const answer = await world.post('/visits', who, form(8, '10:00'));
      expect(problem(answer).code).toBe('not_found');
    }
  });
});
