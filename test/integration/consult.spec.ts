import { signalingProtocol } from '@okaeri/contracts';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, deviceCapabilities, dtlsParameters, sound, until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

describe('a visit, from the door to the end', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let signaling: Signaling;

  beforeAll(async () => {
    world = await SocketWorld.open();
    sfu = await startSfu();
    signaling = await Signaling.start({ database: world.url, sfus: [sfu.url], secret: sfuSecret });
    await until('ready', async () => (await signaling.readiness()).status === 200);
  }, 60_000);
  afterEach(() => signaling.closeWindows());
  afterAll(async () => {
    await signaling.stop();
    await sfu.stop();
    await world.close();
  });

  it('takes the patient through waiting into a room where both receive what the other sends', async () => {
    const { visitId, patient, physician } = await world.visit();
    const emily = await signaling.window(patient);
    expect(await emily.try('visit.enter', { protocol: signalingProtocol, visitId, language: 'en' })).toBe(
      'arrival_needed',
    );
    const waiting = await emily.enter(visitId, arrivalInToronto);
    expect(waiting).toMatchObject({ status: 'arrived', me: { role: 'patient', state: 'waiting' }, epoch: 1 });
    expect(waiting.rtpCapabilities?.codecs.length).toBeGreaterThan(0);
    expect(await emily.try('room.join', { rtpCapabilities: deviceCapabilities })).toBe('seat_state');

    const sato = await signaling.window(physician);
    const seen = await sato.enter(visitId);
    expect(seen.me.state).toBe('admitted');
    const seat = seen.seats.find(({ role }) => role === 'patient');
    expect(seat?.state).toBe('waiting');
    await sato.join();
    const sent = await sato.ask('producer.create', { source: 'microphone', rtpParameters: sound() });

    await sato.ask('seat.admit', { seatId: String(seat?.seatId) });
    await emily.hears('notice', ({ topic, version }) => topic === 'visit' && version > waiting.version);
    const admitted = await emily.resume(visitId, emily.seatToken, null);
    expect(admitted).toMatchObject({ snapshot: { me: { state: 'admitted' } }, room: null });

    const joined = await emily.join();
    expect(joined.consumers).toMatchObject([{ producerId: sent.producerId, source: 'microphone', paused: false }]);
    await emily.ask('transport.connect', { direction: 'receive', dtlsParameters });
    const { producerId } = await emily.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    const { consumer } = await sato.hears('consumer.opened');
    expect(consumer).toMatchObject({ producerId, seatId: joined.seatId });
    await emily.ask('producer.set', { producerId, paused: true });
    expect(await sato.hears('consumer.changed')).toEqual({
      ...{ consumerId: consumer.id, producerPaused: true, because: 'self', held: false },
    });

    const again = await emily.resume(visitId, emily.seatToken, joined.epoch);
    expect(again.room?.consumers.map(({ id }) => id)).toEqual(joined.consumers.map(({ id }) => id));

    await emily.ask('visit.leave', {});
    expect(await sato.hears('consumer.closed')).toEqual({ consumerId: consumer.id });
    const back = await emily.enter(visitId);
    expect(back.me.state).toBe('admitted');
    await emily.join();

    await sato.ask('visit.end', {});
    expect(await emily.hears('seat.closed')).toEqual({ reason: 'ended' });
    expect(await sato.hears('seat.closed')).toEqual({ reason: 'ended' });
    await until('both are cut off', () => !emily.connected && !sato.connected);
    const late = await signaling.window(patient);
    expect(await late.try('visit.enter', { protocol: signalingProtocol, visitId, language: 'en' })).toBe('visit_over');
  });
});
