import { sweepLinks } from '@okaeri/consult';
import { qualityDays } from '@okaeri/contracts';
import type { ClientMessageInput, QualityPage, QualitySample, VisitId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { arrivalInToronto, until } from '../support/socket-window';
import type { Somebody } from '../support/socket-world';
import { VisitWorld } from '../support/visit-world';

jest.setTimeout(60_000);

type Change = ClientMessageInput<'step.report'>;
interface StepRow {
  side: string;
  step: string;
  cause: string;
  /** In seconds before now. */
  since: number;
  until: number | null;
}

const sample: QualitySample = {
  ...{ upStep: 'full', downStep: 'low', upKbps: 900.4, downKbps: 120, upLoss: 0.01, downLoss: null },
  ...{ roundTripMs: 80.6, concealed: 0, framesPerSecond: 24, path: 'udp' },
};

/** Real: PostgreSQL, the api by HTTP, a signalling process and its sfu. */
describe('what is kept of a link', () => {
  let world: VisitWorld;

  beforeAll(async () => {
    world = await VisitWorld.open();
  }, 60_000);
  afterEach(() => world.signaling.closeWindows());
  afterAll(() => world.close());

  const inRoom = () => world.inRoom('coordinator', 'interpreter');
  const stepsOf = (visitId: VisitId): Promise<StepRow[]> =>
    world.people.data.query(
      `select side, step, cause, extract(epoch from now() - from_at)::float8 as since,
              extract(epoch from now() - to_at)::float8 as until
         from visit_step where visit_id = $1 order by side, from_at, to_at`,
      [visitId],
    );
  const said = (rows: StepRow[]) => rows.map(({ side, step, until }) => [side, step, until === null ? 'open' : 'over']);
  /** As if that much time had passed. */
  const later = (visitId: VisitId, seconds: number) =>
    world.people.data.query(
      `update visit_step set from_at = from_at - make_interval(secs => $2), to_at = to_at - make_interval(secs => $2)
        where visit_id = $1`,
      [visitId, seconds],
    );

  it('is one step a side at a time, from one change to the next, and over when she leaves', async () => {
    const { visitId, emily } = await inRoom();
    await emily.ask('step.report', { side: 'up', step: 'low', cause: 'narrow' });
    await emily.ask('step.report', { side: 'down', step: 'audio', cause: 'loss' });
    await emily.ask('step.report', { side: 'up', step: 'low', cause: 'loss' });
    expect(said(await stepsOf(visitId))).toEqual([
      ['down', 'audio', 'open'],
      ['up', 'low', 'open'],
    ]);
    await later(visitId, 20);
    await emily.ask('step.report', { side: 'up', step: 'full', cause: 'better' });
    expect(said(await stepsOf(visitId))).toEqual([
      ['down', 'audio', 'open'],
      ['up', 'low', 'over'],
      ['up', 'full', 'open'],
    ]);
    await emily.ask('visit.leave', {});
    expect((await stepsOf(visitId)).every(({ until: at }) => at !== null && at < 5)).toBe(true);
    expect(await emily.try('step.report', { side: 'up', step: 'low', cause: 'loss' })).toBe('seat_state');
  });

  it('counts from when it was, also where it is said afterwards', async () => {
    const { visitId, emily } = await inRoom();
    const late = (step: Change['step'], agoMs: number) =>
      emily.ask('step.report', { side: 'up', step, cause: 'silent', agoMs });
    await late('audio', 90_000);
    await late('low', 40_000);
    await late('full', 5000);
    const rows = await stepsOf(visitId);
    expect(rows.map(({ step, since }) => [step, Math.round(since / 5) * 5])).toEqual([
      ['audio', 90],
      ['low', 40],
      ['full', 5],
    ]);
    // A page cannot change what is written: what it says of before counts from there.
    await late('audio', 70_000);
    expect(said(await stepsOf(visitId))).toEqual([
      ['up', 'audio', 'over'],
      ['up', 'low', 'over'],
      ['up', 'audio', 'open'],
    ]);
  });

  it('is at most twelve changes a minute, whatever a page says, but the end of what was worse', async () => {
    const { visitId, emily } = await inRoom();
    for (let at = 0; at < 20; at += 1) {
      await emily.ask('step.report', { side: 'up', step: at % 2 === 0 ? 'low' : 'stills', cause: 'loss' });
    }
    expect(said(await stepsOf(visitId)).slice(-2)).toEqual([
      ['up', 'stills', 'over'],
      ['up', 'low', 'open'],
    ]);
    expect(await stepsOf(visitId)).toHaveLength(13);
    await later(visitId, 61);
    await emily.ask('step.report', { side: 'up', step: 'full', cause: 'better' });
    expect(said(await stepsOf(visitId)).at(-1)).toEqual(['up', 'full', 'open']);
  });

  it('ends with the visit, and for who is removed', async () => {
    const { visitId, emily, sato, seatId } = await inRoom();
    await emily.ask('step.report', { side: 'up', step: 'low', cause: 'narrow' });
    await sato.ask('step.report', { side: 'down', step: 'low', cause: 'narrow' });
    await sato.ask('seat.remove', { seatId });
    expect(said(await stepsOf(visitId))).toEqual([
      ['down', 'low', 'open'],
      ['up', 'low', 'over'],
    ]);
    await sato.ask('visit.end', {});
    expect(said(await stepsOf(visitId))[0]).toEqual(['down', 'low', 'over']);
  });

  it('is said by the server of whom nothing is heard, until she is back', async () => {
    const { visitId, emily, seatId, patient, physician } = await inRoom();
    await emily.ask('step.report', { side: 'up', step: 'stills', cause: 'narrow' });
    await later(visitId, 60);
    const { seatToken } = emily;
    emily.close();
    await until('her window is gone', () => !emily.connected);
    await until(
      'her seat lapses',
      async () => {
        await world.people.data.query(`update seat set lease_until = now() - interval '1 second' where id = $1`, [
          seatId,
        ]);
        return (await world.people.seat(visitId, patient))['state'] === 'admitted';
      },
      30_000,
    );
    expect(
      (await stepsOf(visitId)).map(({ side, step, cause, until: at }) => [side, step, cause, at === null]),
    ).toEqual([
      ['down', 'callback', 'silent', true],
      ['up', 'stills', 'narrow', false],
      ['up', 'callback', 'silent', true],
    ]);
    // And she is to be rung, without anybody having asked.
    const [ring] = (await world.pageOf(physician, visitId)).callbacks;
    expect(ring).toMatchObject({ seatId, number: arrivalInToronto.callbackNumber });
    const again = await world.signaling.window(patient);
    await again.resume(visitId, seatToken, null);
    await again.join();
    await again.ask('step.report', { side: 'up', step: 'callback', cause: 'silent', agoMs: 10_000 });
    await again.ask('step.report', { side: 'up', step: 'full', cause: 'better' });
    expect(said(await stepsOf(visitId))).toEqual([
      ['down', 'callback', 'over'],
      ['up', 'stills', 'over'],
      ['up', 'callback', 'over'],
      ['up', 'callback', 'over'],
      ['up', 'full', 'open'],
    ]);
    const page = await world.pageOf(physician, visitId);
    expect(page.callbacks).toEqual([]);
    // The single pictures, and that nothing was heard at all.
    expect(page.limits.map(({ seatId: whose }) => whose)).toEqual([seatId, seatId]);
  });

  it('is in whole sentences on the page of the physician who writes the note, and of nobody else', async () => {
    const { visitId, emily, seatId, patient, physician } = await inRoom();
    await emily.ask('step.report', { side: 'up', step: 'audio', cause: 'loss' });
    await later(visitId, 300);
    expect((await world.pageOf(physician, visitId)).limits).toEqual([]);
    await emily.ask('step.report', { side: 'up', step: 'full', cause: 'better' });
    const [limit, ...more] = (await world.pageOf(physician, visitId)).limits;
    expect(more).toEqual([]);
    expect(limit?.seatId).toBe(seatId);
    // The reader's language and clock: hers is Japanese. A full hour is said without minutes.
    expect(limit?.words).toMatch(
      /^午[前後]\d+時(\d+分)?から午[前後]\d+時(\d+分)?まで、.+さんの映像は見えませんでした。$/,
    );
    expect((await world.pageOf(patient, visitId)).limits).toEqual([]);
  });

  it('“Please ring me” is read by the physician with the number, by her desk without, and by the interpreter not', async () => {
    const { visitId, emily, sato, seatId, patient, physician, others } = await inRoom();
    const [desk, interpreter] = others as [Somebody, Somebody];
    const { version } = await world.pageOf(physician, visitId);
    await emily.ask('callback.ask', {});
    await sato.hears('notice', ({ topic, version: now }) => topic === 'visit' && now > version, 5000);
    expect(await emily.try('callback.ask', {})).toBe('callback_soon');
    const seen = async (by: Somebody) =>
      (await world.pageOf(by, visitId)).callbacks.map((one) => [one.seatId, one.number]);
    expect(await seen(physician)).toEqual([[seatId, arrivalInToronto.callbackNumber]]);
    expect(await seen(desk)).toEqual([[seatId, null]]);
    expect(await seen(patient)).toEqual([[seatId, null]]);
    expect(await seen(interpreter)).toEqual([]);
    expect((await world.call(desk, 'POST', `visits/${visitId}/callback/done`, { seatId })).status).toBe(404);
    for (let twice = 0; twice < 2; twice += 1) {
      expect((await world.call(physician, 'POST', `visits/${visitId}/callback/done`, { seatId })).status).toBe(204);
    }
    expect(await seen(physician)).toEqual([]);
    expect(await emily.try('callback.ask', {})).toBe('callback_soon');
  });

  it('is one sample in eight seconds, of who is in the room, for those who look after it', async () => {
    const { visitId, emily, sato, seatId, patient, physician, others } = await inRoom();
    for (let at = 0; at < 5; at += 1) await emily.ask('quality.report', sample);
    await sato.ask('quality.report', sample);
    expect(await emily.try('quality.report', { ...sample, upKbps: -1 })).toBe('message_malformed');
    expect(await emily.try('quality.report', { ...sample, upLoss: 2 })).toBe('message_malformed');
    await emily.ask('step.report', { side: 'down', step: 'low', cause: 'narrow' });
    const path = `visits/${visitId}/quality`;
    const page = (await world.call(physician, 'GET', path)).body as QualityPage;
    expect(page.seats.map(({ role, samples, steps }) => [role, samples.length, steps.length])).toEqual([
      ['patient', 1, 1],
      ['physician', 1, 0],
    ]);
    const [hers] = page.seats;
    expect(hers).toMatchObject({ seatId, path: 'udp', steps: [{ side: 'down', step: 'low', toSecond: null }] });
    expect(hers?.samples[0]).toMatchObject({ upKbps: 900, roundTripMs: 81, downLoss: null, second: 0 });
    expect((await world.call(others[0] as Somebody, 'GET', path)).status).toBe(200);
    for (const other of [patient, others[1] as Somebody])
      expect((await world.call(other, 'GET', path)).status).toBe(404);

    const old = `update quality_sample set at = at - make_interval(days => $2) where seat_id = $1`;
    await world.people.data.query(old, [seatId, qualityDays + 1]);
    await sweepLinks(world.api.app.get(Database));
    const swept = (await world.call(physician, 'GET', path)).body as QualityPage;
    expect(swept.seats.map(({ samples }) => samples.length)).toEqual([0, 1]);
  });
});
