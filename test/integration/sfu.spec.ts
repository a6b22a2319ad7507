import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { RtpParametersWire } from '@okaeri/contracts';
import { eventually } from '../support/ears';
import { SfuLink, isAlive, mediaWorkersBelow, startParentOfSfu, startReadySfu, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';

jest.setTimeout(30_000);

/** What a browser says it can receive, as far as the node looks. */
const capabilities = {
  codecs: [
    {
      kind: 'audio' as const,
      mimeType: 'audio/opus',
      preferredPayloadType: 111,
      clockRate: 48_000,
      channels: 2,
      parameters: {},
      rtcpFeedback: [],
    },
    {
      kind: 'video' as const,
      mimeType: 'video/VP8',
      preferredPayloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [],
};
const sound = (ssrc: number): RtpParametersWire => ({
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc }],
});
const picture = (change: Partial<RtpParametersWire> = {}): RtpParametersWire => ({
  mid: '1',
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: [{ ssrc: 22_222 }],
  ...change,
});

describe('an sfu node on its link', () => {
  let sfu: SfuProcess;
  let link: SfuLink;
  let rooms = 0;
  const newRoom = () => ({ roomId: `room-${(rooms += 1)}`, epoch: 1 });

  beforeAll(async () => {
    ({ sfu, link } = await startReadySfu({ SFU_SEAT_GRACE_SECONDS: '2', SFU_ROOM_GRACE_SECONDS: '2' }));
  });
  afterAll(async () => {
    await link.close();
    await sfu.stop();
  });

  /** A room with one seat in it. */
  async function roomWithSeat(seatId = 'seat-a') {
    const room = newRoom();
    await link.request('room.open', room, {});
    const joined = await link.request('seat.join', room, { seatId, rtpCapabilities: capabilities });
    return { room, joined };
  }

  it('says at once and every two seconds who it is', async () => {
    const { data } = await link.event('node', (frame) => frame.data.workers === 1);
    expect(data).toMatchObject({ nodeId: 'sfu-test', country: 'JP', draining: false });
    expect(data.openssl).toMatch(/^\d+\.\d+\.\d+/);
    expect(data.rtpCapabilities.codecs.map(({ mimeType }) => mimeType)).toEqual([
      'audio/opus',
      'video/VP8',
      'video/rtx',
    ]);
    const before = link.events.length;
    await eventually(
      'three announcements',
      async () => link.events.length - before,
      (count) => count >= 2,
      6000,
    );
    const { rtpCapabilities } = await link.request('room.open', newRoom(), {});
    expect(rtpCapabilities).toEqual(data.rtpCapabilities);
  });

  it('is ready and says on which OpenSSL its workers run', async () => {
    const response = await fetch(`${sfu.url}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ready: true,
      missing: [],
      about: { node: 'sfu-test', workers: 1, openssl: expect.stringMatching(/^\d+\.\d+\.\d+/) as string },
    });
    expect((await fetch(`${sfu.url}/healthz`)).status).toBe(200);
    const numbers = await (await fetch(`${sfu.url}/metrics`)).text();
    expect(numbers).toMatch(/okaeri_sfu_workers\{process="sfu"\} 1/);
    expect(numbers).toMatch(/okaeri_sfu_requests_total\{request="room.open",outcome="ok",process="sfu"\}/);
  });

  it('lets nobody in without the secret', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer wrong', 'Basic sfu-secret-for-tests']) {
      await expect(SfuLink.open(sfu, authorization)).rejects.toThrow('401');
    }
  });

  it('opens a room only in the countries that it is bound to', async () => {
    await expect(link.request('room.open', newRoom(), { countries: ['CA'] })).rejects.toThrow('room_unavailable');
    await link.request('room.open', newRoom(), { countries: ['CA', 'JP'] });
  });

  it('answers a repeated request with the first result, also while it is under way', async () => {
    const room = newRoom();
    await link.request('room.open', room, {});
    const data = { seatId: 'seat-a', rtpCapabilities: capabilities };
    const [first, second] = await Promise.all([1, 2].map(() => link.request('seat.join', room, data, 'join-1')));
    const other = await SfuLink.open(sfu);
    const third = await other.request('seat.join', room, data, 'join-1');
    await other.close();
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await link.request('seat.join', room, data, 'join-2')).not.toEqual(first);
  });

  it('refuses a lower epoch, and begins afresh at a higher one', async () => {
    const { room } = await roomWithSeat();
    const later = { ...room, epoch: 3 };
    await link.request('room.open', later, {});
    await expect(link.request('seat.snapshot', room, { seatId: 'seat-a' })).rejects.toThrow('room_moved');
    expect(await link.request('seat.snapshot', later, { seatId: 'seat-a' })).toEqual({ seat: null });
    await expect(link.request('room.close', room, {})).rejects.toThrow('room_moved');
    await link.request('room.close', later, {});
    await expect(link.request('seat.snapshot', later, { seatId: 'seat-a' })).rejects.toThrow('room_unavailable');
  });

  it('offers a picture paused and a sound live to those who are there, and everything live to who comes later', async () => {
    const { room } = await roomWithSeat();
    await link.request('seat.join', room, { seatId: 'seat-b', rtpCapabilities: capabilities });
    const heard = await link.request('producer.create', room, {
      seatId: 'seat-a',
      source: 'microphone',
      rtpParameters: sound(11_111),
    });
    const seen = await link.request('producer.create', room, {
      seatId: 'seat-a',
      source: 'camera',
      rtpParameters: picture(),
      synthetic: true,
    });
    const offers = link.events.flatMap((frame) =>
      frame.event === 'consumer.opened' && frame.roomId === room.roomId ? [frame.data] : [],
    );
    expect(offers).toMatchObject([
      { seatId: 'seat-b', consumer: { seatId: 'seat-a', producerId: heard.producerId, kind: 'audio', paused: false } },
      { seatId: 'seat-b', consumer: { seatId: 'seat-a', producerId: seen.producerId, paused: false, synthetic: true } },
    ]);
    const late = await link.request('seat.join', room, { seatId: 'seat-c', rtpCapabilities: capabilities });
    expect(late.consumers.map(({ paused }) => paused)).toEqual([false, false]);
    const { seat } = await link.request('seat.snapshot', room, { seatId: 'seat-c' });
    expect(seat?.consumers).toEqual(late.consumers);
  });

  it('keeps one producer of a kind: the second replaces the first', async () => {
    const { room } = await roomWithSeat();
    await link.request('seat.join', room, { seatId: 'seat-b', rtpCapabilities: capabilities });
    const create = (ssrc: number) =>
      link.request('producer.create', room, { seatId: 'seat-a', source: 'microphone', rtpParameters: sound(ssrc) });
    const first = await create(1111);
    const opened = await link.event('consumer.opened', (frame) => frame.data.consumer.producerId === first.producerId);
    const second = await create(2222);
    await link.event('consumer.closed', ({ data }) => data.consumerId === opened.data.consumer.id);
    const { seat } = await link.request('seat.snapshot', room, { seatId: 'seat-a' });
    expect(seat?.producers.map(({ id }) => id)).toEqual([second.producerId]);
  });

  it('tells the others of mute and of departure', async () => {
    const { room } = await roomWithSeat();
    await link.request('seat.join', room, { seatId: 'seat-b', rtpCapabilities: capabilities });
    const own = { seatId: 'seat-a' };
    const { producerId } = await link.request('producer.create', room, {
      ...own,
      source: 'microphone',
      rtpParameters: sound(33_333),
    });
    const opened = await link.event('consumer.opened', (frame) => frame.data.consumer.producerId === producerId);
    const consumerId = opened.data.consumer.id;
    await link.request('producer.set', room, { ...own, producerId, paused: true });
    await link.event('consumer.changed', ({ data }) => data.consumerId === consumerId && data.producerPaused);
    await link.request('producer.set', room, { ...own, producerId, paused: false });
    await link.event('consumer.changed', ({ data }) => data.consumerId === consumerId && !data.producerPaused);
    await link.request('seat.leave', room, own);
    await link.event('consumer.closed', ({ data }) => data.consumerId === consumerId);
    await link.request('seat.leave', room, own);
  });

  it('takes no seat beyond two windows for each of twelve', async () => {
    const room = newRoom();
    await link.request('room.open', room, {});
    const join = (seat: number) =>
      link.request('seat.join', room, { seatId: `seat-${seat}`, rtpCapabilities: capabilities });
    await Promise.all(Array.from({ length: 24 }, (_, seat) => join(seat)));
    await expect(join(24)).rejects.toThrow('visit_full');
    await join(3);
  });

  it('refuses nonsense before it reaches the worker, which lives on', async () => {
    const { room } = await roomWithSeat();
    const workers = sfu.workers();
    const create = (rtpParameters: unknown, source = 'camera') =>
      link.request('producer.create', room, { seatId: 'seat-a', source, rtpParameters } as never);
    const many = Array.from({ length: 10_000 }, (_, ssrc) => ({ ssrc: ssrc + 1 }));
    const malformed = [
      null,
      {},
      picture({ encodings: [{ ssrc: -1 }] }),
      picture({ encodings: [{ ssrc: 2 ** 40 }] }),
      picture({ encodings: [] }),
      picture({ encodings: many }),
      picture({ mid: 'm'.repeat(1000) }),
      picture({ codecs: [{ mimeType: 'video/VP8', payloadType: 9999, clockRate: 90_000 }] }),
    ];
    for (const one of malformed) await expect(create(one)).rejects.toThrow('message_malformed');
    await expect(create(picture(), 'window')).rejects.toThrow('message_malformed');
    const refused = [
      sound(5),
      picture({ encodings: [{}] }),
      picture({ encodings: [{ ssrc: 7 }, { ssrc: 7 }] }),
      picture({ encodings: [{ rid: 'a' }, { rid: 'b' }, { rid: 'c' }, { rid: 'd' }] }),
      picture({ codecs: [{ mimeType: 'video/H264', payloadType: 96, clockRate: 90_000 }] }),
      picture({ codecs: [{ mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } }] }),
      picture({ headerExtensions: [{ uri: 'urn:made:up', id: 3 }] }),
    ];
    for (const one of refused) await expect(create(one)).rejects.toThrow('media_refused');
    const fingerprints = [{ algorithm: 'sha-256' as const, value: 'AB:CD:' }];
    const connect = { seatId: 'seat-a', direction: 'send' as const, dtlsParameters: { fingerprints } };
    await expect(link.request('transport.connect', room, connect)).rejects.toThrow('media_refused');
    const reply = await link.raw({ id: 'odd', ...room, name: 'worker.close', data: {} });
    expect(reply).toEqual({ id: 'odd', ok: false, error: { code: 'message_unknown', message: 'message_unknown' } });
    link.write('{ "no": json');
    link.write('[]');
    link.write('"text"');
    const { producerId } = await link.request('producer.create', room, {
      seatId: 'seat-a',
      source: 'camera',
      rtpParameters: picture(),
      id: 'chosen-by-the-client',
    } as never);
    expect(producerId).not.toBe('chosen-by-the-client');
    expect(sfu.workers()).toEqual(workers);
  });

  it('keeps a room while no signaling process is there, but not an empty one', async () => {
    const own = await SfuLink.open(sfu);
    const held = newRoom();
    const empty = newRoom();
    await own.request('room.open', held, {});
    await own.request('seat.join', held, { seatId: 'seat-a', rtpCapabilities: capabilities });
    await own.request('room.open', empty, {});
    const rooms = async () =>
      Number(/okaeri_sfu_rooms\{\S+ (\d+)/.exec(await (await fetch(`${sfu.url}/metrics`)).text())?.[1]);
    const both = await rooms();
    await own.close();
    await eventually('one room is closed', rooms, (count) => count === both - 1);
    await link.beats(2);
    expect(await rooms()).toBe(both - 1);
    expect((await link.request('seat.snapshot', held, { seatId: 'seat-a' })).seat).not.toBeNull();
  });

  it('survives the death of a worker: the room is lost, and a new one works', async () => {
    const { room } = await roomWithSeat();
    const [worker] = sfu.workers();
    const killed = performance.now();
    process.kill(worker as number, 'SIGKILL');
    const lost = await link.event('room.lost', ({ roomId }) => roomId === room.roomId);
    expect(lost).toMatchObject({ epoch: 1, data: {} });
    await expect(link.request('seat.snapshot', room, { seatId: 'seat-a' })).rejects.toThrow('room_unavailable');
    const next = { ...room, epoch: 2 };
    await link.request('room.open', next, {});
    expect(performance.now() - killed).toBeLessThan(1500);
    const joined = await link.request('seat.join', next, { seatId: 'seat-a', rtpCapabilities: capabilities });
    expect(joined.send.iceCandidates.length).toBeGreaterThan(0);
    expect(sfu.workers()).not.toContain(worker);
    const numbers = await (await fetch(`${sfu.url}/metrics`)).text();
    expect(numbers).toMatch(/okaeri_sfu_worker_deaths_total\{process="sfu"\} 1/);
  });
});

describe('an sfu node in its process', () => {
  it('stays alive and not ready without a worker program', async () => {
    const sfu = await startSfu({ MEDIASOUP_WORKER_BIN: '/nonexistent/mediasoup-worker' });
    const link = await SfuLink.open(sfu);
    // Several tries go by.
    await link.beats(2);
    const response = await fetch(`${sfu.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, missing: ['worker'] });
    expect((await fetch(`${sfu.url}/healthz`)).status).toBe(200);
    await expect(link.request('room.open', { roomId: 'r', epoch: 1 }, {})).rejects.toThrow('room_unavailable');
    expect(sfu.log().filter(({ msg }) => msg === 'media worker does not start')).toHaveLength(1);
    await link.close();
    await sfu.stop();
    expect(await sfu.exited).toBe(0);
  });

  it('drains at SIGTERM: no new rooms, the old one lives until it is empty, then the end with code 0', async () => {
    const { sfu, link } = await startReadySfu({ SFU_DRAIN_SECONDS: '20' });
    const room = { roomId: 'last', epoch: 1 };
    await link.request('room.open', room, {});
    await link.request('seat.join', room, { seatId: 'seat-a', rtpCapabilities: capabilities });
    sfu.kill('SIGTERM');
    await link.event('node', ({ data }) => data.draining);
    await expect(link.request('room.open', { roomId: 'new', epoch: 1 }, {})).rejects.toThrow('room_unavailable');
    expect((await fetch(`${sfu.url}/readyz`)).status).toBe(503);
    await link.beats(2);
    expect((await link.request('seat.snapshot', room, { seatId: 'seat-a' })).seat).not.toBeNull();
    const workers = sfu.workers();
    expect(workers).toHaveLength(1);
    await link.request('seat.leave', room, { seatId: 'seat-a' });
    expect(await sfu.exited).toBe(0);
    await eventually(
      'no worker is left',
      async () => workers.filter(isAlive),
      (left) => left.length === 0,
      2000,
    );
  });

  it('gives up a drain at its deadline and says that the room is lost', async () => {
    const { sfu, link } = await startReadySfu({ SFU_DRAIN_SECONDS: '1' });
    const room = { roomId: 'last', epoch: 1 };
    await link.request('room.open', room, {});
    await link.request('seat.join', room, { seatId: 'seat-a', rtpCapabilities: capabilities });
    sfu.kill('SIGTERM');
    await link.event('room.lost', ({ roomId }) => roomId === 'last');
    expect(await sfu.exited).toBe(0);
  });

  it('leaves nothing behind when its parent is killed', async () => {
    const { parent, sfu } = await startParentOfSfu();
    const workers = await eventually(
      'a worker',
      async () => mediaWorkersBelow(sfu),
      (pids) => pids.length === 1,
    );
    process.kill(parent.pid as number, 'SIGKILL');
    await eventually(
      'all ended',
      async () => [sfu, ...workers].filter(isAlive),
      (left) => left.length === 0,
      5000,
    );
  });

  it('leaves no worker behind when it is killed itself', async () => {
    const { sfu } = await startReadySfu({ SFU_WORKERS: '2' });
    const workers = sfu.workers();
    expect(workers).toHaveLength(2);
    sfu.kill('SIGKILL');
    await eventually(
      'all ended',
      async () => workers.filter(isAlive),
      (left) => left.length === 0,
      5000,
    );
  });

  it('offers UDP first and TCP on the same port, under the address that it is told to announce', async () => {
    const { sfu, link } = await startReadySfu({ MEDIA_IPS: '127.0.0.1@203.0.113.7' });
    const room = { roomId: 'announced', epoch: 1 };
    await link.request('room.open', room, {});
    const { send } = await link.request('seat.join', room, { seatId: 'seat-a', rtpCapabilities: capabilities });
    const candidates = [...send.iceCandidates].sort((a, b) => Number(b['priority']) - Number(a['priority']));
    expect(candidates).toMatchObject([
      { protocol: 'udp', address: '203.0.113.7' },
      { protocol: 'tcp', tcpType: 'passive', address: '203.0.113.7' },
    ]);
    expect(candidates[0]?.port).toBe(candidates[1]?.port);
    await link.close();
    await sfu.stop();
  });

  it('has more room for what is under way than the kernel keeps for a neighbour who does not answer', async () => {
    const { sfu, link } = await startReadySfu();
    const room = { roomId: 'neighbour', epoch: 1 };
    await link.request('room.open', room, {});
    const { send } = await link.request('seat.join', room, { seatId: 'seat-a', rtpCapabilities: capabilities });
    const { stdout } = await promisify(execFile)('ss', [
      '-uanmH',
      `sport = :${Number(send.iceCandidates[0]?.['port'])}`,
    ]);
    const kept = Number(readFileSync('/proc/sys/net/ipv4/neigh/default/unres_qlen_bytes', 'utf8'));
    // A socket is writable again when half of its room is free.
    expect(Number(/,tb(\d+),/.exec(stdout)?.[1])).toBeGreaterThan(2 * kept);
    await link.close();
    await sfu.stop();
  });

  it('says what is wrong with its environment and ends', async () => {
    await expect(startSfu({ SFU_SECRET: 'short', MEDIA_IPS: '0.0.0.0' })).rejects.toThrow(
      /SFU_SECRET: [\s\S]*MEDIA_IPS: 0\.0\.0\.0 needs an address to announce/,
    );
  });
});
