import { Database } from '@okaeri/platform';
import { closeVisits } from '@okaeri/scheduling';
import { now } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';

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
