import { randomUUID } from 'node:crypto';
import type { Problem, SeriesBooked, SeriesPreview } from '@okaeri/contracts';
import { wallOf, toInstant } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. Toronto puts its clocks back on 7 November 2027, Osaka never. */
describe('visits every so many weeks', () => {
  let world: BookingWorld;
  let at: Hospital;
  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    at = await world.hospital();
  });

  const form = (more: object = {}) => ({
    ...{ episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null },
    ...{ date: '2027-10-12', time: '09:00', zone: 'Asia/Tokyo', minutes: 30 },
    ...{ everyWeeks: 2, times: 4, keeps: 'institution' },
    ...more,
  });
  const book = (more: object = {}, key?: string) => world.post('/visits/series', at.coordinator, form(more), key);
  const problem = ({ body }: { body: unknown }) => body as Problem;
  const count = async () =>
    (await world.people.data.query('select id from visit where episode_id = $1', [at.episodeId])).length as number;
  const walls = ({ whens }: SeriesBooked, zone: string) =>
    whens.map(({ startsAt }) => Object.values(wallOf(toInstant(startsAt), zone)).join(' '));

  it('stay at the hospital’s clock, or at the patient’s, over a change of one of them', async () => {
    const key = randomUUID();
    const booked = await book({}, key);
    expect([booked.status, (await book({}, key)).body]).toEqual([200, booked.body]);
    const hospital = booked.body as SeriesBooked;
    expect(walls(hospital, 'Asia/Tokyo')).toEqual([
      ...['2027-10-12 09:00', '2027-10-26 09:00', '2027-11-09 09:00', '2027-11-23 09:00'],
    ]);
    expect(walls(hospital, 'America/Toronto').map((wall) => wall.slice(-5))).toEqual([
      '20:00',
      '20:00',
      '19:00',
      '19:00',
    ]);
    const rows: object[] = await world.people.data.query(
      `select count(distinct v.id)::int as visits, count(distinct series_id)::int as series, count(distinct c.resource_id)::int as people,
              (select count(*)::int from outbox_event where name = 'visit.booked' and data->>'visitId' = any(array_agg(v.id::text))
                  and (data->>'quiet')::boolean) as planned,
              (select count(*)::int from outbox_event where name = 'series.booked' and data->>'visitId' = any(array_agg(v.id::text))) as told
         from visit v join claim c on c.visit_id = v.id where v.id = any($1::uuid[])`,
      [hospital.visitIds],
    );
    expect(rows).toEqual([{ visits: 4, series: 1, people: 2, planned: 4, told: 1 }]);
    const patient = (await book({ keeps: 'patient', date: '2027-10-13' })).body as SeriesBooked;
    expect(walls(patient, 'America/Toronto').map((wall) => wall.slice(-5))).toEqual([
      '20:00',
      '20:00',
      '20:00',
      '20:00',
    ]);
    expect(walls(patient, 'Asia/Tokyo').map((wall) => wall.slice(-5))).toEqual(['09:00', '09:00', '10:00', '10:00']);
  });

  it('are all booked or none: each date that is taken is told with three others, and may be left out', async () => {
    const other = await world.people.person('en');
    const episodeId = await world.episode({ ...at, patient: other });
    for (const date of ['2027-10-26', '2027-11-23']) {
      const single = { episodeId, physicianId: at.physician.id, interpreter: null, date, time: '09:15' };
      expect((await world.post('/visits', at.coordinator, { ...single, zone: 'Asia/Tokyo', minutes: 30 })).status).toBe(
        200,
      );
    }
    const { status, body } = await book();
    const refused = body as Problem;
    expect([status, refused.code, await count()]).toEqual([409, 'series_overlap', 0]);
    expect(
      refused.dates?.map(({ date, conflicts, alternatives }) => [
        date,
        conflicts.map((c) => c.personId),
        alternatives.length,
      ]),
    ).toEqual([
      ['2027-10-26', [at.physician.id], 3],
      ['2027-11-23', [at.physician.id], 3],
    ]);
    const without = await book({ skip: ['2027-10-26', '2027-11-23'] });
    expect(walls(without.body as SeriesBooked, 'Asia/Tokyo')).toEqual(['2027-10-12 09:00', '2027-11-09 09:00']);
    expect(problem(await book({ times: 2, skip: ['2027-10-12', '2027-10-26'] })).fields?.[0]?.path).toBe('skip');
  });

  it('are seen before they are booked: what stands against a date, and what it is swapped for', async () => {
    const other = await world.people.person('en');
    const episodeId = await world.episode({ ...at, patient: other });
    const single = { episodeId, physicianId: at.physician.id, interpreter: null, date: '2027-10-26', time: '09:15' };
    await world.post('/visits', at.coordinator, { ...single, zone: 'Asia/Tokyo', minutes: 30 });
    const preview = async (more: object = {}) =>
      (await world.post('/visits/series/preview', at.coordinator, form(more))).body as SeriesPreview;
    const { dates } = await preview({ skip: ['2027-11-23'] });
    expect(dates.map(({ date, state, conflicts }) => [date, state, conflicts.map((c) => c.personId)])).toEqual([
      ['2027-10-12', 'free', []],
      ['2027-10-26', 'taken', [at.physician.id]],
      ['2027-11-09', 'free', []],
      ['2027-11-23', 'skipped', []],
    ]);
    const [instead] = dates[1]?.alternatives ?? [];
    const startsAt = instead?.when.startsAt ?? '';
    const swaps = [{ date: '2027-10-26', startsAt }];
    const again = await preview({ swaps });
    expect(again.dates.map(({ state, swapped }) => [state, swapped])).toEqual([
      ['free', false],
      ['free', true],
      ['free', false],
      ['free', false],
    ]);
    expect(await count()).toBe(0);
    const { whens } = (await book({ swaps })).body as SeriesBooked;
    expect(whens.map((when) => when.startsAt)).toEqual(again.dates.map(({ when }) => when.startsAt));
    expect(whens[1]?.startsAt).toBe(startsAt);
    // To where another of them is, none is put.
    const itself = { date: '2028-01-18', startsAt: '2028-01-04T00:15:00Z' };
    const refused = problem(await book({ date: '2028-01-04', times: 2, swaps: [itself] }));
    expect(refused.fields?.map(({ path }) => path)).toEqual(['swaps']);
    expect((await world.post('/visits/series/preview', at.physician, form())).status).toBe(404);
  });

  it('name the date on which the clock shows no such time', async () => {
    // 14 March 2027 begins at 3:00 there.
    const spring = { date: '2027-02-28', time: '02:30', zone: 'America/Toronto', keeps: 'patient', times: 2 };
    const refused = problem(await book(spring));
    expect([refused.code, refused.dates?.map(({ date }) => date), await count()]).toEqual([
      ...['time_skipped', ['2027-03-14'], 0],
    ]);
    expect((await book({ ...spring, skip: ['2027-03-14'] })).status).toBe(200);
    expect(problem(await book({ date: '2020-01-07' })).code).toBe('time_past');
    expect(problem(await book({ times: 27 })).code).toBe('fields_invalid');
    expect(problem(await book({ physicianId: at.patient.id })).code).toBe('not_found');
  });

  it('are half a year of every week in one piece, within what a transaction is given', async () => {
    const ask = { personIds: [at.interpreter.id], languages: ['ja', 'en'], minutes: 60 };
    const began = performance.now();
    const { status, body } = await book({ everyWeeks: 1, times: 26, ask });
    const took = performance.now() - began;
    expect([status, (body as SeriesBooked).visitIds.length, await count()]).toEqual([200, 26, 26]);
    // The database cuts a transaction's statements at ten seconds; other things run beside this one here.
    expect(took).toBeLessThan(8000);
    const asked = await world.people.data.query(
      `select 1 from interpreter_ask a join visit v on v.id = a.visit_id where v.episode_id = $1 and a.state = 'asked'`,
      [at.episodeId],
    );
    expect(asked).toHaveLength(26);
  });
});
