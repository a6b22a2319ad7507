import type { ClientMessageInput, VisitId } from '@okaeri/contracts';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

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

/** Real: PostgreSQL, a signalling process and its sfu. */
describe('what is kept of a link', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let signaling: Signaling;

  beforeAll(async () => {
    world = await SocketWorld.open();
    sfu = await startSfu();
    signaling = await Signaling.start({ database: world.url, sfus: [sfu.url], secret: sfuSecret });
    await until('ready', async () => (await signaling.readiness()).status === 200);
  }, 60_000);
  afterEach(() => signaling?.closeWindows());
  afterAll(async () => {
    await signaling?.stop();
    await sfu?.stop();
    await world?.close();
  });

  async function inRoom() {
    const visit = await world.visit();
    const sato = await signaling.window(visit.physician);
    await sato.enter(visit.visitId);
    await sato.join();
    const emily = await signaling.window(visit.patient);
    const { me } = await emily.enter(visit.visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    await emily.join();
    return { ...visit, sato, emily, seatId: me.seatId };
  }

  const stepsOf = (visitId: VisitId): Promise<StepRow[]> =>
    world.data.query(
      `select side, step, cause, extract(epoch from now() - from_at)::float8 as since,
              extract(epoch from now() - to_at)::float8 as until
         from visit_step where visit_id = $1 order by side, from_at, to_at`,
      [visitId],
    );
  const said = (rows: StepRow[]) => rows.map(({ side, step, until }) => [side, step, until === null ? 'open' : 'over']);
  /** As if that much time had passed. */
  const later = (visitId: VisitId, seconds: number) =>
    world.data.query(
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

  it('is at most six changes a minute, whatever a page says', async () => {
    const { visitId, emily } = await inRoom();
    for (let at = 0; at < 20; at += 1) {
      await emily.ask('step.report', { side: 'up', step: at % 2 === 0 ? 'low' : 'stills', cause: 'loss' });
    }
    expect(await stepsOf(visitId)).toHaveLength(6);
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
    const { visitId, emily, seatId, patient } = await inRoom();
    await emily.ask('step.report', { side: 'up', step: 'stills', cause: 'narrow' });
    await later(visitId, 60);
    const { seatToken } = emily;
    emily.close();
    await until('her window is gone', () => !emily.connected);
    await until(
      'her seat lapses',
      async () => {
        await world.data.query(`update seat set lease_until = now() - interval '1 second' where id = $1`, [seatId]);
        return (await world.seat(visitId, patient))['state'] === 'admitted';
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
    const again = await signaling.window(patient);
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
  });
});
