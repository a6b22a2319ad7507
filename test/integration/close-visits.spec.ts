import type { CasePage, HistoryPage, Problem } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { closeVisits } from '@okaeri/scheduling';
import { now } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL. The sweep is called by hand, as the scheduler calls it each minute. */
describe('a visit that nobody ended', () => {
  let world: BookingWorld;

  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());

  const sweep = () => closeVisits(world.server.app.get(Database));

  /** A visit whose door has shut, with what was kept of its two. */
  async function past(came: { patient?: boolean; physician?: boolean; met?: boolean; window?: boolean }) {
    const { visitId, patient, physician } = await world.people.visit({ startsAt: now().subtract({ hours: 2 }) });
    const seat = (who: { id: string }, values: string) =>
      world.people.data.query(`update seat set ${values} where visit_id = $1 and person_id = $2`, [visitId, who.id]);
    if (came.patient) {
      await world.people.data.query(
        `insert into arrival (seat_id, place, country, callback_number, emergency_number)
         select id, 'Maple Street', 'CA', '+1 416 555 0100', '911' from seat where visit_id = $1 and person_id = $2`,
        [visitId, patient.id],
      );
    }
    if (came.physician) await seat(physician, 'admitted_at = now()');
    if (came.met) await Promise.all([seat(physician, 'joined_at = now()'), seat(patient, 'joined_at = now()')]);
    if (came.window) await seat(physician, `lease_until = now() + interval '10 seconds'`);
    return visitId;
  }

  async function becomes(visitId: string): Promise<Record<string, unknown> | undefined> {
    await sweep();
    const rows = await world.people.data.query(
      `select status, outcome_rule as rule, (select count(*)::int from claim where visit_id = visit.id) as claims,
              (select count(*)::int from outbox_event where name = 'visit.ended' and data->>'visitId' = visit.id::text) as told
         from visit where id = $1`,
      [visitId],
    );
    return (rows as Record<string, unknown>[])[0];
  }

  it.each([
    [{ patient: true, physician: true, met: true }, 'fulfilled', 'met'],
    [{ physician: true }, 'noshow', 'patient_absent'],
    [{ patient: true }, 'cancelled', 'not_received'],
    [{ patient: true, physician: true }, 'cancelled', 'not_received'],
    [{}, 'cancelled', 'nobody'],
  ])('with %p becomes %s by the rule %s', async (came, status, rule) => {
    expect(await becomes(await past(came))).toEqual({ status, rule, claims: 0, told: 1 });
  });

  it('is told as late where both were let in ten minutes after the time, and whose doing that was', async () => {
    const late = async (patient: number, physician: number, expected = 0) => {
      const visitId = await past({ patient: true, physician: true, met: true });
      const values = [visitId, patient, physician, expected];
      await world.people.data.query(
        `with v as (update visit set expected_at = case when $4::int > 0 then starts_at + $4 * interval '1 minute' end where id = $1 returning starts_at, id),
              came as (update arrival set at = (select starts_at from v) + $2 * interval '1 minute'
                        where seat_id in (select id from seat where visit_id = $1))
         update seat set admitted_at = (select starts_at from v) + case role when 'patient' then greatest($2::int, $3::int) else $3::int end * interval '1 minute'
          where visit_id = $1`,
        values,
      );
      await sweep();
      const rows: object[] = await world.people.data.query(
        'select outcome, late_minutes as minutes, late_by as by, outcome_rule as rule from visit where id = $1',
        [visitId],
      );
      return rows[0];
    };
    const attended = { outcome: 'attended', minutes: null, by: [], rule: 'met' };
    expect(await late(9, 3)).toEqual(attended);
    expect(await late(-5, 12)).toEqual({ outcome: 'late', minutes: 12, by: ['physician'], rule: 'met_late' });
    expect(await late(14, 0)).toEqual({ outcome: 'late', minutes: 14, by: ['patient'], rule: 'met_late' });
    expect(await late(11, 15)).toEqual({
      outcome: 'late',
      minutes: 15,
      by: ['patient', 'physician'],
      rule: 'met_late',
    });
    // It was said that it would begin later.
    expect(await late(0, 20, 20)).toEqual(attended);
  });

  it('is technical where both were let in and never met, or she tried to come in and could not', async () => {
    const apart = await past({ patient: true, physician: true });
    await world.people.data.query(`update seat set admitted_at = now() where visit_id = $1`, [apart]);
    expect(await becomes(apart)).toMatchObject({ status: 'cancelled', rule: 'technical' });
    const tried = async (minutes: number) => {
      const visitId = await past({ physician: true });
      await world.people.data.query(
        `insert into ledger (at, actor_id, permission, outcome, entity, entity_id, via)
         select v.starts_at + $2 * interval '1 minute', s.person_id, 'visit.enter', 'allowed', 'visit', v.id, 'socket'
           from visit v join seat s on s.visit_id = v.id and s.role = 'patient' where v.id = $1`,
        [visitId, minutes],
      );
      return becomes(visitId);
    };
    expect(await tried(5)).toMatchObject({ status: 'cancelled', rule: 'kept_out' });
    // Before the door was open she had not come yet.
    expect(await tried(-60)).toMatchObject({ status: 'noshow', rule: 'patient_absent' });
  });

  /** What becomes of a visit by the word of one who looks after it. */
  async function said(at: Hospital, visitId: string, outcome: string) {
    await world.people.data.query('update visit set episode_id = $2 where id = $1', [visitId, at.episodeId]);
    const { status, body } = await world.server.ask({
      ...{ method: 'PUT', path: `/api/visits/${visitId}/outcome`, cookie: at.coordinator.cookie },
      json: { outcome, reason: 'As I remember it.' },
    });
    return [status, (body as Problem | undefined)?.fields?.[0]?.code];
  }

  it('is never said not to have been come to by who was at the door, or where nobody waited', async () => {
    const at = await world.hospital();
    const say = (visitId: string, outcome: string) => said(at, visitId, outcome);
    expect(await say(await past({ patient: true, physician: true }), 'noshow')).toEqual([422, 'not_absent']);
    expect(await say(await past({}), 'noshow')).toEqual([422, 'not_absent']);
    const absent = await past({ physician: true });
    expect(await say(absent, 'noshow')).toEqual([204, undefined]);
    expect(await say(absent, 'late')).toEqual([204, undefined]);
    const rows: object[] = await world.people.data.query('select status, outcome from visit where id = $1', [absent]);
    expect(rows).toEqual([{ status: 'fulfilled', outcome: 'late' }]);
    expect(await say(absent, 'technical')).toEqual([204, undefined]);
    const history = await world.server.ask({ path: `/api/visits/${absent}/history`, cookie: at.coordinator.cookie });
    expect((history.body as HistoryPage).items.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      '技術的な問題でお話しできませんでした。',
      '診察は予定より遅れて行われました。',
    ]);
  });

  it('is said once on its case: by the rule, by who knows better, or by its status alone', async () => {
    const at = await world.hospital();
    const becomesBy = async (visitId: string, outcome: string) => {
      expect(await said(at, visitId, outcome)).toEqual([204, undefined]);
      return words(visitId);
    };
    const words = async (visitId: string) => {
      const page = await world.server.ask({ path: `/api/pages/cases/${at.episodeId}`, cookie: at.coordinator.cookie });
      const visit = (page.body as CasePage).visits.find((each) => each.visitId === visitId);
      return [visit?.status, visit?.outcomeWords];
    };
    const met = await past({ patient: true, physician: true, met: true });
    await sweep();
    await world.people.data.query('update visit set episode_id = $2 where id = $1', [met, at.episodeId]);
    expect(await words(met)).toEqual(['fulfilled', '診察が行われました。']);
    expect(await becomesBy(met, 'late')).toEqual(['fulfilled', '診察は予定より遅れて行われました。']);
    expect(await becomesBy(met, 'fulfilled')).toEqual(['fulfilled', null]);
    const absent = await past({ physician: true });
    expect(await becomesBy(absent, 'noshow')).toEqual(['noshow', '患者さんは来られなかったものとして記録されました。']);
    expect(await becomesBy(absent, 'technical')).toEqual(['cancelled', '技術的な問題でお話しできませんでした。']);
    expect(await becomesBy(absent, 'cancelled')).toEqual(['cancelled', null]);
  });

  it.each([0, 1])('goes by whichever of two physicians came, also number %i', async (which) => {
    const startsAt = now().subtract({ hours: 2 });
    const { visitId, physician, others } = await world.people.visit({ startsAt, others: ['physician'] });
    await world.people.data.query('update seat set admitted_at = now() where visit_id = $1 and person_id = $2', [
      visitId,
      [physician, ...others][which]?.id,
    ]);
    expect(await becomes(visitId)).toMatchObject({ status: 'noshow', rule: 'patient_absent' });
  });

  it('stays as it is while a window is open, and before its door has shut', async () => {
    expect(await becomes(await past({ patient: true, physician: true, window: true }))).toMatchObject({
      status: 'booked',
      told: 0,
    });
    const { visitId } = await world.people.visit({ startsAt: now().subtract({ minutes: 80 }) });
    expect(await becomes(visitId)).toMatchObject({ status: 'booked', claims: 2 });
  });

  it('is closed once', async () => {
    await past({ physician: true });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
  });
});
