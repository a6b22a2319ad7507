import type { Problem, StatisticsPage } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. */
describe('what became of visits, counted', () => {
  let world: BookingWorld;
  let at: Hospital;
  beforeAll(async () => {
    world = await BookingWorld.open();
    at = await world.hospital();
  });
  afterAll(async () => world.close());

  const page = async (query = '', cookie = at.coordinator.cookie) => {
    const answer = await world.server.ask({ path: `/api/pages/statistics${query}`, cookie });
    return { status: answer.status, page: answer.body as StatisticsPage, problem: answer.body as Problem };
  };
  /** Over by then, booked so long before it. */
  async function over(
    wall: string,
    status: string,
    outcome: string | null,
    bookedDays: number,
    reminded: string[] = [],
  ) {
    const { visitId, patient } = await world.people.visit({ startsAt: now().subtract({ hours: 2 }) });
    await world.people.data.query(
      `update visit set episode_id = $2, status = $3, outcome = $4, institution_wall = $5::text, patient_wall = ($5::text::timestamp - interval '13 hours')::text,
              starts_at = now() + $6 * interval '1 day' where id = $1`,
      [visitId, at.episodeId, status, outcome, wall, bookedDays],
    );
    await world.people.data.query('update seat set person_id = $2 where visit_id = $1 and person_id = $3', [
      visitId,
      at.patient.id,
      patient.id,
    ]);
    for (const channel of reminded) {
      await world.people.data.query(
        `insert into notify_message (kind, person_id, entity, entity_id, due_at, next_at, demo, state, channel)
         values ('visit_reminder', $1, 'visit', $2, now(), now(), false, 'sent', $3)`,
        [at.patient.id, visitId, channel],
      );
    }
  }

  it('by week, by how long before, by the hour of her day and by what reminded her', async () => {
    await over('2026-03-02T09:00:00', 'fulfilled', 'attended', 10, ['email', 'sms']);
    await over('2026-03-04T09:30:00', 'fulfilled', null, 0.5, ['email']);
    await over('2026-03-08T23:30:00', 'fulfilled', 'late', 3);
    await over('2026-03-09T00:00:00', 'noshow', 'noshow', 10);
    await over('2026-03-10T10:00:00', 'cancelled', 'technical', 40);
    await over('2026-03-11T10:00:00', 'cancelled', 'not_received', 10);
    await over('2026-03-12T10:00:00', 'cancelled', null, 10);
    // Neither side came: nobody is noted as not having come.
    await over('2026-03-24T10:00:00', 'cancelled', 'nobody', 10);
    await over('2026-04-12T10:00:00', 'fulfilled', 'attended', 10);
    const { page: found } = await page('?from=2026-03-02&to=2026-03-15');
    const none = { attended: 0, late: 0, noshow: 0, technical: 0, notReceived: 0, cancelled: 0 };
    expect(found.weeks.map(({ words: _, ...week }) => week)).toEqual([
      { ...none, date: '2026-03-02', attended: 2, late: 1 },
      { ...none, date: '2026-03-09', noshow: 1, technical: 1, notReceived: 1, cancelled: 1 },
    ]);
    expect(found.weeks[0]?.words).toBe('2026年3月2日～2026年3月8日');
    expect(found.byHour.map(({ key, words }) => [key, words])).toEqual([
      ['10', '午前10時'],
      ['11', '午前11時'],
      ['20', '午後8時'],
      ['21', '午後9時'],
    ]);
    expect(found.byReminder.map(({ key, attended, late }) => [key, attended, late])).toEqual([
      ['email', 2, 0],
      ['sms', 1, 0],
      ['none', 0, 1],
    ]);
    expect(
      found.byLead.map(({ key, attended, late, noshow, technical }) => [key, attended, late, noshow, technical]),
    ).toEqual([
      ['day', 1, 0, 0, 0],
      ['week', 0, 1, 0, 0],
      ['month', 1, 0, 1, 0],
      ['longer', 0, 0, 0, 1],
    ]);
    expect(JSON.stringify(found)).not.toContain(at.patient.id);
    const longer = (await page('?from=2026-03-02&to=2026-03-30')).page;
    expect([longer.from, longer.to]).toEqual(['2026-03-02', '2026-03-30']);
    expect(longer.weeks.slice(2).map(({ words: _, ...week }) => week)).toEqual([
      { ...none, date: '2026-03-16' },
      { ...none, date: '2026-03-23', cancelled: 1 },
      { ...none, date: '2026-03-30' },
    ]);
  });

  it('of one’s own hospital alone, for as long as can be read', async () => {
    const elsewhere = await world.hospital();
    expect((await page('?from=2026-03-02&to=2026-03-15', elsewhere.coordinator.cookie)).page.weeks).toEqual([]);
    expect((await page('', at.physician.cookie)).status).toBe(404);
    const here = `?from=2026-03-02&to=2026-03-15&institutionId=`;
    expect((await page(here + at.institutionId)).page.weeks).toHaveLength(2);
    expect((await page(here + elsewhere.institutionId)).status).toBe(404);
    expect((await page('?from=2026-03-15&to=2026-03-02')).problem.fields?.[0]?.code).toBe('date_order');
    expect((await page('?from=2020-01-01&to=2026-03-02')).problem.code).toBe('fields_invalid');
    expect((await page('?from=yesterday')).problem.code).toBe('fields_invalid');
    expect((await page()).status).toBe(200);
  });
});
