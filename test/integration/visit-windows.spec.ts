import { cancelVisit, moveVisit } from '@okaeri/care';
import { now } from '@okaeri/words/time';
import { signalingProtocol } from '@okaeri/contracts';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, sound, until } from '../support/socket-window';
import type { Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

/** T14 of the fault list at the level of the protocol, and what else can happen to the window that holds a seat. */
describe('the windows of a seat', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let one: Signaling;
  let two: Signaling;

  beforeAll(async () => {
    world = await SocketWorld.open();
    sfu = await startSfu();
    const options = { database: world.url, sfus: [sfu.url], secret: sfuSecret };
    [one, two] = await Promise.all([Signaling.start(options), Signaling.start(options)]);
    await until('ready', async () => (await one.readiness()).status === 200 && (await two.readiness()).status === 200);
  }, 60_000);
  afterEach(() => {
    one.closeWindows();
    two.closeWindows();
  });
  afterAll(async () => {
    await one.stop();
    await two.stop();
    await sfu.stop();
    await world.close();
  });

  async function inCall(
    at: Signaling,
  ): Promise<{ sato: Window; emily: Window } & Awaited<ReturnType<SocketWorld['visit']>>> {
    const visit = await world.visit({ others: ['interpreter'] });
    const sato = await at.window(visit.physician);
    await sato.enter(visit.visitId);
    await sato.join();
    const emily = await at.window(visit.patient);
    const { me } = await emily.enter(visit.visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    await emily.join();
    return { sato, emily, ...visit };
  }

  it.each(['the same process', 'another process'])(
    'newest wins: the older one, on %s, is told within a second',
    async (where) => {
      const { visitId, sato, emily, patient } = await inCall(one);
      const old = await emily.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
      const { consumer } = await sato.hears(
        'consumer.opened',
        ({ consumer: { producerId } }) => producerId === old.producerId,
      );

      const newer = await (where === 'the same process' ? one : two).window(patient);
      expect(await newer.enter(visitId)).toMatchObject({ me: { state: 'admitted' } });
      const started = performance.now();
      expect(await emily.hears('seat.closed')).toEqual({ reason: 'superseded' });
      expect(performance.now() - started).toBeLessThan(1000);
      await until('the older one is cut off', () => !emily.connected);
      await sato.hears('consumer.closed', ({ consumerId }) => consumerId === consumer.id);

      const joined = await newer.join();
      const own = await newer.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
      await sato.hears('consumer.opened', ({ consumer: { producerId } }) => producerId === own.producerId);
      const { room } = await sato.resume(visitId, sato.seatToken, joined.epoch);
      expect(room?.consumers.map(({ producerId }) => producerId)).toEqual([own.producerId]);

      const again = await one.window(patient);
      await expect(again.resume(visitId, emily.seatToken, joined.epoch)).rejects.toMatchObject({
        code: 'seat_superseded',
      });
      expect(newer.connected).toBe(true);
    },
  );

  it('takes turns: of many windows that enter at once exactly one holds the seat', async () => {
    const { visitId, patient } = await world.visit();
    const windows = await Promise.all(Array.from({ length: 8 }, (_, at) => (at % 2 ? one : two).window(patient)));
    await Promise.all(windows.map((window) => window.enter(visitId, arrivalInToronto)));
    await until('one is left', () => windows.filter(({ connected }) => connected).length === 1);
    const [held] = windows.filter(({ connected }) => connected);
    expect((await held?.resume(visitId, held.seatToken, null))?.snapshot.me.state).toBe('waiting');
    for (const window of windows) {
      const reasons = window.told.filter(({ name }) => name === 'seat.closed').map(({ data }) => data);
      expect(reasons).toEqual(window === held ? [] : [{ reason: 'superseded' }]);
    }
  });

  it('comes back on another process with its token, and its media goes on', async () => {
    const { visitId, sato, emily } = await inCall(one);
    const { producerId } = await sato.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    const { consumer } = await emily.hears('consumer.opened');
    emily.close();
    const back = await two.window(emily.somebody);
    const { snapshot, room } = await back.resume(visitId, emily.seatToken, 1);
    expect(snapshot.me.state).toBe('joined');
    expect(room).toMatchObject({ epoch: 1, consumers: [{ id: consumer.id, producerId }] });
    await sato.ask('producer.close', { producerId });
    expect(await back.hears('consumer.closed')).toEqual({ consumerId: consumer.id });
  });

  it('a window that looks again after a notice tells nobody', async () => {
    const { visitId, sato, emily } = await inCall(one);
    const before = (await sato.resume(visitId, sato.seatToken, 1)).snapshot.version;
    for (let time = 0; time < 5; time += 1) await emily.resume(visitId, emily.seatToken, 1);
    expect((await sato.resume(visitId, sato.seatToken, 1)).snapshot.version).toBe(before);
  });

  it('the physician takes somebody out for good, wherever her window is', async () => {
    const { visitId, sato, others } = await inCall(one);
    const [interpreter] = others;
    const mori = await two.window(interpreter ?? null);
    const { me } = await mori.enter(visitId);
    await sato.ask('seat.remove', { seatId: me.seatId });
    expect(await mori.hears('seat.closed')).toEqual({ reason: 'removed' });
    await until('cut off', () => !mori.connected);
    const again = await one.window(interpreter ?? null);
    expect(await again.try('visit.enter', { protocol: signalingProtocol, visitId, language: 'ja' })).toBe(
      'seat_removed',
    );
  });

  it('nobody but the physician admits, removes or ends', async () => {
    const { emily, sato, visitId } = await inCall(one);
    const seats = emily.snapshot?.seats ?? [];
    const physician = seats.find(({ role }) => role === 'physician')?.seatId ?? '';
    expect(await emily.try('seat.remove', { seatId: physician })).toBe('not_found');
    expect(await emily.try('seat.admit', { seatId: physician })).toBe('not_found');
    expect(await emily.try('visit.end', {})).toBe('not_found');
    expect(await sato.try('seat.remove', { seatId: physician })).toBe('seat_state');
    expect((await sato.resume(visitId, sato.seatToken, 1)).snapshot.status).toBe('arrived');
  });

  it('a visit that is called off sends away who waits and who talks, and says why', async () => {
    const { visitId, sato, emily, patient, others } = await inCall(one);
    const mori = await two.window(others[0] ?? null);
    await mori.enter(visitId);
    await world.data.transaction((em) => cancelVisit(em, visitId, patient.id, 'ill'));
    for (const window of [sato, emily, mori])
      expect(await window.hears('seat.closed')).toEqual({ reason: 'cancelled' });
    await until('all are cut off', () => ![sato, emily, mori].some(({ connected }) => connected));
    const late = await two.window(patient);
    const refusal = await late.raw('visit.enter', { protocol: signalingProtocol, visitId, language: 'ja' });
    expect(refusal).toMatchObject({ ok: false, error: { code: 'visit_cancelled' } });
  });

  it('a visit that is moved to later sends away who waits, and asks her anew; one whose door stays open does not', async () => {
    const { visitId, patient } = await world.visit();
    const emily = await one.window(patient);
    await emily.enter(visitId, arrivalInToronto);
    const startsAt = now().add({ minutes: 10 });
    await world.data.transaction((em) => moveVisit(em, visitId, { startsAt, by: patient.id, reason: 'later' }));
    expect(await world.seat(visitId, patient)).toMatchObject({ state: 'waiting' });
    await world.data.transaction((em) =>
      moveVisit(em, visitId, { startsAt: now().add({ hours: 24 }), by: patient.id, reason: 'tomorrow' }),
    );
    expect(await emily.hears('seat.closed')).toEqual({ reason: 'moved' });
    await until('cut off', () => !emily.connected);
    expect(await world.seat(visitId, patient)).toMatchObject({ state: 'left', admitted_at: null, waiting_since: null });
    const rows = await world.data.query('select status, calendar_sequence from visit where id = $1', [visitId]);
    expect(rows).toEqual([{ status: 'booked', calendar_sequence: 2 }]);
    const late = await two.window(patient);
    expect(await late.try('visit.enter', { protocol: signalingProtocol, visitId, language: 'en' })).toBe('visit_early');
  });

  it('ends ghosts: who waited has left, who talked is out of the room, both may come back', async () => {
    const { visitId, sato, emily, others, patient } = await inCall(one);
    const mori = await one.window(others[0] ?? null);
    await mori.enter(visitId);
    const { producerId } = await emily.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    await sato.hears('consumer.opened');
    emily.close();
    mori.close();
    // As if fifteen seconds had passed without a renewal.
    await world.data.query(
      `update seat set lease_until = now() - interval '1 second' where visit_id = $1 and person_id = any($2)`,
      [visitId, [patient.id, others[0]?.id]],
    );
    await until('swept', async () => (await world.seat(visitId, patient))['state'] === 'admitted', 25_000);
    expect(await world.seat(visitId, others[0] ?? patient)).toMatchObject({ state: 'left', connection: null });
    await sato.hears('consumer.closed');
    const back = await two.window(patient);
    const { snapshot, room } = await back.resume(visitId, emily.seatToken, 1);
    expect(snapshot.me.state).toBe('admitted');
    expect(room).toBeNull();
    expect((await back.join()).consumers.map((consumer) => consumer.producerId)).not.toContain(producerId);
  }, 60_000);

  it('a person who signs out, or loses her role, is out within five seconds', async () => {
    const { visitId, sato, emily, patient, physician } = await inCall(two);
    const { producerId } = await emily.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    await sato.hears('consumer.opened', ({ consumer }) => consumer.producerId === producerId);
    const started = performance.now();
    await world.data.query('update session set revoked_at = now() where id = $1', [patient.sessionId]);
    await world.data.query('update membership set revoked_at = now() where person_id = $1', [physician.id]);
    await Promise.all([emily.hears('seat.closed'), sato.hears('seat.closed')]);
    expect(performance.now() - started).toBeLessThan(5500);
    await until('cut off', () => !emily.connected && !sato.connected);
    expect(await world.seat(visitId, patient)).toMatchObject({ state: 'left', connection: null });
    await expect(two.window(patient)).rejects.toMatchObject({ data: { code: 'sign_in_needed' } });
    const revoked = await two.window(physician);
    expect(await revoked.try('visit.enter', { protocol: signalingProtocol, visitId, language: 'ja' })).toBe(
      'not_found',
    );
  }, 20_000);
});
