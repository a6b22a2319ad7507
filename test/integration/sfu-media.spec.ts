import { randomUUID } from 'node:crypto';
import { decodedTone, eventually, heardBy, streamsOf, voices } from '../support/ears';
import { EnginePort } from '../support/engine';
import { SfuLink, startReadySfu } from '../support/sfu';
import { flood } from '../support/sfu-flood';
import type { SfuPerson } from '../support/sfu-browser';
import { SfuStage } from '../support/sfu-stage';

jest.setTimeout(60_000);

/** Real Chromium pages with mediasoup-client on a real node: what is sent must be seen and heard. */
describe('media through an sfu node', () => {
  let stage: SfuStage;

  beforeAll(async () => {
    stage = await SfuStage.open({ SFU_SEAT_GRACE_SECONDS: '3' });
  });
  afterEach(() => stage.leave());
  afterAll(() => stage.close());

  const mediaPorts = async () => {
    const { about } = (await (await fetch(`${stage.sfu.url}/readyz`)).json()) as { about: { mediaPorts: string } };
    return about.mediaPorts.split(', ').map(Number);
  };
  const seen = (person: SfuPerson, seatId: string) =>
    eventually(
      `the picture of ${seatId}`,
      () => person.picture(seatId),
      ({ frames }) => frames > 5,
    );
  /** Waits until a camera has sent so much more that a listener who gets it would have seen it. */
  async function filmed(person: SfuPerson, bytes = 60_000) {
    const sent = async () => (await streamsOf(person.page)).layers.reduce((sum, layer) => sum + layer.bytes, 0);
    const before = await sent();
    await eventually('the camera goes on', sent, (now) => now > before + bytes);
  }
  const heard = (person: SfuPerson, ...seats: string[]) =>
    eventually(
      'the voices',
      () => heardBy(person.page),
      (heardNow) => heardNow.join() === seats.sort().join(),
    );

  it('lets two people see and hear each other, and a third who comes later', async () => {
    const room = stage.newRoom();
    const [emily, sato, mori] = await Promise.all(['emily', 'sato', 'mori'].map((seat) => stage.enter(room, seat)));
    if (!emily || !sato || !mori) throw new Error('no people');
    expect(await emily.join()).toBe(0);
    await emily.publishTone(voices['emily'] ?? 0);
    await emily.publishCamera();
    expect(await sato.join()).toBe(2);
    await sato.publishTone(voices['sato'] ?? 0);
    await sato.publishCamera();
    await Promise.all([seen(emily, 'sato'), seen(sato, 'emily'), heard(emily, 'sato'), heard(sato, 'emily')]);
    expect(await mori.join()).toBe(4);
    await mori.publishTone(voices['mori'] ?? 0);
    await Promise.all([seen(mori, 'emily'), seen(mori, 'sato')]);
    await Promise.all([heard(mori, 'emily', 'sato'), heard(emily, 'mori', 'sato'), heard(sato, 'emily', 'mori')]);
    const stats = await stage.link.request('seat.stats', room, { seatId: 'mori' });
    expect(stats).toMatchObject({ producers: 1, consumers: 4 });
    expect(Math.min(stats.bytesReceived, stats.bytesSent)).toBeGreaterThan(1000);
    const { down } = await stage.link.request('seat.stats', room, { seatId: 'mori', losses: false });
    expect(down.kbps).toBeGreaterThan(0);
    expect(down).toMatchObject({ loss: null, pictureLoss: null, roundTripMs: null });
  });

  it('receives three layers and shows the one that is asked for', async () => {
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily');
    const sato = await stage.enter(room, 'sato');
    await emily.join();
    await emily.publishCamera();
    await sato.join();
    const top = await eventually(
      'the top layer',
      () => sato.picture('emily'),
      ({ width }) => width === 1280,
      5000,
    );
    const bytes = async () => (await streamsOf(emily.page)).layers.filter(({ width }) => width > 0);
    const before = await eventually('three layers', bytes, (layers) => layers.length === 3);
    expect(before.map(({ width }) => width).sort((a, b) => a - b)).toEqual([320, 640, 1280]);
    await eventually('all of them grow', bytes, (layers) =>
      layers.every((layer) => layer.bytes > (before.find(({ rid }) => rid === layer.rid)?.bytes ?? Infinity)),
    );
    const show = (spatialLayer: number) =>
      stage.link.request('consumer.set', room, { seatId: 'sato', consumerId: top.consumerId, spatialLayer });
    for (const [layer, width] of [
      [0, 320],
      [1, 640],
      [2, 1280],
    ] as const) {
      await show(layer);
      await eventually(
        `width ${width}`,
        () => sato.picture('emily'),
        (picture) => picture.width === width,
      );
    }
  });

  it('sends a later picture without being asked, stops when its listener does not want it, and begins again', async () => {
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily');
    const sato = await stage.enter(room, 'sato');
    await emily.join();
    await sato.join();
    await emily.publishCamera(false);
    const { consumerId } = await eventually(
      'a frame',
      () => sato.picture('emily'),
      ({ frames }) => frames > 0,
    );
    const set = (paused: boolean) => stage.link.request('consumer.set', room, { seatId: 'sato', consumerId, paused });
    await set(false);
    await eventually(
      'the first frame',
      () => sato.picture('emily'),
      ({ frames }) => frames > 0,
    );
    await set(true);
    await filmed(emily);
    const still = (await sato.picture('emily')).frames;
    await filmed(emily);
    expect((await sato.picture('emily')).frames).toBe(still);
    await set(false);
    await eventually(
      'more frames',
      () => sato.picture('emily'),
      ({ frames }) => frames > still,
    );
  });

  it('shows the new camera when one producer replaces another', async () => {
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily');
    const sato = await stage.enter(room, 'sato');
    await emily.join();
    await sato.join();
    const first = await emily.publishCamera();
    const before = await seen(sato, 'emily');
    const second = await emily.publishCamera();
    expect(second).not.toBe(first);
    await eventually(
      'another picture',
      () => sato.picture('emily'),
      (now) => {
        return now.consumerId !== '' && now.consumerId !== before.consumerId && now.frames > 5;
      },
    );
    const { seat } = await stage.link.request('seat.snapshot', room, { seatId: 'emily' });
    expect(seat?.producers).toEqual([{ id: second, source: 'camera', paused: false }]);
  });

  it('sends a person her own sound and picture back where the room is for that', async () => {
    const room = stage.newRoom();
    await stage.link.request('room.open', room, { hearsItself: true });
    const emily = await stage.enter(room, 'emily');
    await emily.join();
    await emily.publishTone(voices['emily'] ?? 0);
    await emily.publishCamera();
    await Promise.all([seen(emily, 'emily'), heard(emily, 'emily')]);
  });

  it('gives an engine a copy of a voice, in which it finds the very tone', async () => {
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily');
    await emily.join();
    await emily.publishTone(voices['emily'] ?? 0);
    const engine = await EnginePort.open();
    const copy = { seatId: 'emily', copyId: randomUUID() };
    engine.comes(await stage.link.request('voice.copy', room, { ...copy, to: engine.to }));
    await eventually(
      'two seconds of it',
      async () => engine.heard,
      (packets) => packets >= 100,
    );
    const packets = engine.packets.map(({ payload }) => payload);
    await engine.close();
    const { frames, hertz } = await decodedTone(emily.page, packets);
    expect(frames).toBe(packets.length);
    expect(Math.abs(hertz - (voices['emily'] ?? 0))).toBeLessThan(10);
  });

  it('finds the way again after an ICE restart', async () => {
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily');
    const sato = await stage.enter(room, 'sato');
    await emily.join();
    await emily.publishCamera();
    await sato.join();
    const { frames } = await seen(sato, 'emily');
    const { iceParameters } = await stage.link.request('transport.restartIce', room, {
      seatId: 'sato',
      direction: 'receive',
    });
    await sato.call('restart', 'receive', iceParameters);
    await eventually(
      'frames after the restart',
      () => sato.picture('emily'),
      (now) => now.frames > frames + 20,
    );
  });

  it('lets a call go on while no signaling process is connected, and finds it again', async () => {
    const alone = await startReadySfu({ SFU_SEAT_GRACE_SECONDS: '1', SFU_ROOM_GRACE_SECONDS: '1' });
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily', alone);
    const sato = await stage.enter(room, 'sato', alone);
    await emily.join();
    await emily.publishCamera();
    await sato.join();
    const { frames } = await seen(sato, 'emily');
    await alone.link.close();
    // More than both graces and the interval in which the node looks.
    await eventually(
      'five seconds of film',
      () => sato.picture('emily'),
      (picture) => picture.frames > frames + 100,
    );
    const again = await SfuLink.open(alone.sfu);
    const { seat } = await again.request('seat.snapshot', room, { seatId: 'sato' });
    expect(seat?.consumers).toHaveLength(1);
    await again.close();
    await alone.sfu.stop();
  });

  it('never connects with who does not hold the announced certificate', async () => {
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily');
    const mallory = await stage.enter(room, 'mallory');
    await emily.join();
    await emily.publishCamera();
    await mallory.call('forgeFingerprint');
    await mallory.join();
    await eventually(
      'who never connected loses her seat',
      () => stage.link.request('seat.snapshot', room, { seatId: 'mallory' }),
      ({ seat }) => seat === null,
    );
    expect((await mallory.picture('emily')).frames).toBe(0);
  });

  it('keeps a call unharmed under a flood of malformed packets', async () => {
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily');
    const sato = await stage.enter(room, 'sato');
    await emily.join();
    await emily.publishCamera();
    await sato.join();
    await seen(sato, 'emily');
    const workers = stage.sfu.workers();
    const [port] = await mediaPorts();
    const before = await sato.picture('emily');
    const sent = await flood(port ?? 0, 4000);
    const after = await sato.picture('emily');
    expect(sent).toBeGreaterThan(5000);
    // The picture moved all the while, and moves on; how fast is the machine's affair.
    expect(after.frames - before.frames).toBeGreaterThan(8);
    await eventually(
      'frames after the flood',
      () => sato.picture('emily'),
      ({ frames }) => frames > after.frames + 20,
    );
    expect(stage.sfu.workers()).toEqual(workers);
  });

  it('forgets a person whose page is gone, after a grace, and tells the others', async () => {
    const room = stage.newRoom();
    const emily = await stage.enter(room, 'emily');
    const sato = await stage.enter(room, 'sato');
    await emily.join();
    await emily.publishCamera();
    await sato.join();
    const { consumerId } = await seen(sato, 'emily');
    await emily.call('leave');
    await stage.link.event('consumer.closed', ({ data }) => data.consumerId === consumerId, 9000);
    expect(await stage.link.request('seat.snapshot', room, { seatId: 'emily' })).toEqual({ seat: null });
    expect((await stage.link.request('seat.snapshot', room, { seatId: 'sato' })).seat).not.toBeNull();
  });

  it('rebuilds a call after the death of a worker', async () => {
    const room = stage.newRoom();
    const before = await Promise.all(['emily', 'sato'].map((seat) => stage.enter(room, seat)));
    for (const person of before) {
      await person.join();
      await person.publishCamera();
    }
    const [worker] = stage.sfu.workers();
    process.kill(worker as number, 'SIGKILL');
    await stage.link.event('room.lost', ({ roomId }) => roomId === room.roomId);
    const next = { ...room, epoch: 2 };
    const after = await Promise.all(['emily', 'sato'].map((seat) => stage.enter(next, seat)));
    await eventually(
      'a worker',
      async () => stage.sfu.workers().length,
      (count) => count === 1,
    );
    for (const person of after) {
      await person.join();
      await person.publishCamera();
    }
    const [emily, sato] = after;
    if (!emily || !sato) throw new Error('no people');
    await Promise.all([seen(emily, 'sato'), seen(sato, 'emily')]);
  });

  it('logs no address of anybody', () => {
    const text = JSON.stringify(
      stage.sfu.log().filter(({ msg }) => msg !== 'some of MEDIA_IPS do not belong to this machine'),
    );
    expect(text).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
    expect(stage.sfu.log().filter(({ level }) => level === 'fatal')).toEqual([]);
  });
});
