import { availabilityForm } from '@okaeri/contracts';
import type { AvailabilityForm, AvailabilityPage, Problem, ThingMade } from '@okaeri/contracts';
import { fillHolidays } from '@okaeri/scheduling';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(120_000);

/** Real: PostgreSQL and the whole api. */
describe('when people can be had', () => {
  let world: BookingWorld;
  let at: Hospital;

  beforeAll(async () => {
    world = await BookingWorld.open();
    at = await world.hospital();
  });
  afterAll(async () => world.close());

  const page = async (who: Somebody, resourceId: string) => {
    const answer = await world.server.ask({ path: `/api/pages/availability/${resourceId}`, cookie: who.cookie });
    return { status: answer.status, body: answer.body as AvailabilityPage };
  };
  const put = (who: Somebody, resourceId: string, json: unknown) =>
    world.server.ask({ method: 'PUT', path: `/api/availability/${resourceId}`, cookie: who.cookie, json });
  const form: AvailabilityForm = availabilityForm.parse({
    ...{
      zone: 'Asia/Tokyo',
      noticeMinutes: 90,
      bufferMinutes: 10,
      perDay: 6,
      good: ['09:30', '00:00'],
      holidays: ['JP'],
    },
    rules: [
      { kind: 'open', weekday: 1, from: '09:00', to: '17:00' },
      { kind: 'break', weekday: 1, from: '12:00', to: '13:00' },
      { kind: 'on_call', weekday: 5, from: '22:00', to: '06:00', overnight: true, validFrom: '2027-01-01' },
      { kind: 'open', weekday: 6, from: '18:00', to: '00:00', overnight: true, validTo: '2027-06-30' },
    ],
    days: [
      { kind: 'off', date: '2027-03-01', reason: 'Congress' },
      { kind: 'open', date: '2027-03-06', from: '22:00', to: '02:00' },
    ],
    version: 0,
  });

  it('is assumed where nobody has written it, and said to be', async () => {
    const { body } = await page(at.coordinator, at.physician.id);
    expect(body).toMatchObject({ assumed: true, what: 'physician', zone: 'Asia/Tokyo', changedWords: null });
    expect(body.form.version).toBe(0);
    expect(body.form.rules.map(({ weekday, from, to }) => `${weekday} ${from}-${to}`)).toEqual(
      [1, 2, 3, 4, 5].map((weekday) => `${weekday} 09:00-17:00`),
    );
    const patient = (await page(at.patient, at.patient.id)).body;
    expect([patient.what, patient.zone, patient.form.rules.length]).toEqual(['patient', 'America/Toronto', 7]);
  });

  it('is kept as it was written, over midnight too, and read back the same', async () => {
    const first = await put(at.physician, at.physician.id, form);
    expect([first.status, (first.body as AvailabilityPage).assumed]).toEqual([200, false]);
    const { body } = await page(at.coordinator, at.physician.id);
    expect(body.form).toEqual({ ...form, version: 1 });
    expect(body.changedWords).toContain('Test');
    const again = await put(at.coordinator, at.physician.id, { ...form, days: [], version: 1 });
    expect((again.body as AvailabilityPage).form).toEqual({ ...form, days: [], version: 2 });
  });

  it('tells a page that does not know of another change', async () => {
    const early = await put(at.physician, at.physician.id, { ...form, version: 0 });
    expect([(early.body as Problem).code, (early.body as Problem).version]).toEqual(['version_changed', 2]);
    const other = await put(at.interpreter, at.interpreter.id, { ...form, version: 3 });
    expect([(other.body as Problem).code, (other.body as Problem).version]).toEqual(['version_changed', 0]);
  });

  it('writes one of two that come at the same moment', async () => {
    const both = await Promise.all([1, 2].map(() => put(at.interpreter, at.interpreter.id, form)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [{ n } = { n: 0 }] = await world.people.data.query<{ n: number }[]>(
      'select count(*)::int as n from availability_rule where resource_id = $1',
      [at.interpreter.id],
    );
    expect(n).toBe(form.rules.length);
  });

  it.each([
    [{ zone: 'Mars/Olympus' }, 'zone', 'zone_unknown'],
    [{ rules: [{ kind: 'open', weekday: 1, from: '17:00', to: '09:00' }] }, 'rules.0.to', 'fields_invalid'],
    [{ good: ['18:00', '09:00'] }, 'good.1', 'fields_invalid'],
    [{ days: [{ kind: 'off', date: '2027-02-30' }] }, 'days.0.date', 'fields_invalid'],
    [{ perDay: 0 }, 'perDay', 'fields_invalid'],
  ])('refuses %p with a sentence', async (change, path, code) => {
    const { body } = await put(at.physician, at.physician.id, { ...form, version: 2, ...change });
    const problem = body as Problem;
    expect([problem.code, problem.fields?.[0]?.path]).toEqual([code, path]);
    expect(problem.fields?.[0]?.message.length).toBeGreaterThan(0);
  });

  it('is nobody else’s to read or to write', async () => {
    const elsewhere = await world.hospital();
    for (const who of [elsewhere.coordinator, elsewhere.physician, at.patient]) {
      expect((await page(who, at.physician.id)).status).toBe(404);
      expect((await put(who, at.physician.id, { ...form, version: 2 })).status).toBe(404);
    }
  });

  it('shows the national holidays that she keeps, by their names in the reader’s language', async () => {
    await world.people.data.transaction((em) => fillHolidays(em));
    expect(await world.people.data.transaction((em) => fillHolidays(em))).toBe(0);
    const { body } = await page(at.physician, at.physician.id);
    const culture = body.holidays.find(({ date }) => date.endsWith('-11-03'));
    expect(culture?.words).toContain('文化の日');
    expect(culture?.countries).toEqual(['JP']);
    expect(body.countries.map(({ country }) => country)).toContain('JP');
  });

  it('is written of rooms and devices too, until they are taken out of use', async () => {
    const made = await world.post('/things', at.coordinator, {
      ...{ institutionId: at.institutionId, kind: 'room', name: 'Video room 2' },
    });
    expect(made.status).toBe(200);
    const { thingId } = made.body as ThingMade;
    const { body } = await page(at.coordinator, thingId);
    expect(body).toMatchObject({ what: 'room', name: null, title: 'Video room 2', zone: 'Asia/Tokyo', assumed: true });
    expect((await put(at.coordinator, thingId, { ...form, zone: null })).status).toBe(200);
    const retire = () =>
      world.server.ask({ method: 'DELETE', path: `/api/things/${thingId}`, cookie: at.coordinator.cookie });
    expect([(await retire()).status, (await retire()).status]).toEqual([204, 404]);
  });
});
