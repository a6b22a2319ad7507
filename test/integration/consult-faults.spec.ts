import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cancelVisit } from '@okaeri/care';
import { workerBin } from 'mediasoup';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Cable } from '../support/socket-cable';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, deviceCapabilities, sound, until } from '../support/socket-window';
import type { Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What goes wrong around signaling, and that it goes right again without anybody doing anything. */
describe('a visit while something breaks', () => {
  let world: SocketWorld;
  const ends: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    world = await SocketWorld.open();
  }, 60_000);
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  }, 30_000);
  afterAll(() => world.close());

  async function node(name: string, env: Record<string, string> = {}): Promise<SfuProcess> {
    const sfu = await startSfu({ SFU_NODE_ID: name, ...env });
    ends.push(() => sfu.stop());
    return sfu;
  }

  async function signaling(sfus: string[], more: { database?: string; redis?: string } = {}): Promise<Signaling> {
    const started = await Signaling.start({ database: world.url, sfus, secret: sfuSecret, ...more });
    ends.push(() => started.stop());
    return started;
  }

  async function cable(url: string) {
    const made = await Cable.to(url);
    ends.push(() => made.cable.close());
    return made;
  }

  const ready = (...all: Signaling[]) =>
    until('ready', async () => {
      const answers = await Promise.all(all.map((each) => each.readiness()));
      return answers.every(({ status }) => status === 200);
    });

  /** The physician at one process and the patient at another, or the same; both in the room, both sending sound. */
  async function call(at: Signaling, patientAt = at) {
    const visit = await world.visit();
    const sato = await at.window(visit.physician);
    await sato.enter(visit.visitId);
    await sato.join();
    await sato.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    const emily = await patientAt.window(visit.patient);
    const { me } = await emily.enter(visit.visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    const { epoch } = await emily.join();
    await emily.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    await sato.hears('consumer.opened');
    return { ...visit, sato, emily, epoch };
  }

  /** Joins again as a page does: a refusal that passes is asked once more. */
  async function rejoin(window: Window) {
    await until('joined again', async () => {
      const code = await window.try('room.join', { rtpCapabilities: deviceCapabilities });
      expect(['ok', 'room_unavailable', 'room_moved', 'unavailable']).toContain(code);
      if (code !== 'ok') await pause(100);
      return code === 'ok';
    });
  }

  /** What this window was told of where the room is. */
  const movesOf = ({ told }: Window) =>
    told.flatMap(({ name, data }) => (name === 'room.moved' ? [(data as { epoch: number }).epoch] : []));

  it('a node dies: the room moves once to the other, and both processes tell their windows', async () => {
    const nodes = await Promise.all([node('node-a'), node('node-b')]);
    const [one, two] = await Promise.all([
      signaling(nodes.map(({ url }) => url)),
      signaling(nodes.map(({ url }) => url)),
    ]);
    await ready(one, two);
    const { visitId, sato, emily, epoch } = await call(one, two);
    const before = await world.room(visitId);
    const dying = nodes[before?.node_id === 'node-a' ? 0 : 1];
    dying?.kill('SIGKILL');
    await Promise.all([sato.hears('room.moved'), emily.hears('room.moved')]);
    await Promise.all([rejoin(sato), rejoin(emily)]);
    await emily.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    await until('heard again', () => sato.told.filter(({ name }) => name === 'consumer.opened').length >= 2);
    const after = await world.room(visitId);
    expect(after?.epoch).toBe(epoch + 1);
    expect(after?.node_id).not.toBe(before?.node_id);
    expect([sato, emily].map(movesOf)).toEqual([[epoch + 1], [epoch + 1]]);
    expect(sato.connected && emily.connected).toBe(true);
  }, 60_000);

  it('a worker dies: the room begins afresh, and nobody was disconnected', async () => {
    const sfu = await node('node-a');
    const at = await signaling([sfu.url]);
    await ready(at);
    const { visitId, sato, emily, epoch } = await call(at);
    for (const worker of sfu.workers()) process.kill(worker, 'SIGKILL');
    await Promise.all([sato.hears('room.moved'), emily.hears('room.moved')]);
    await Promise.all([rejoin(sato), rejoin(emily)]);
    expect((await world.room(visitId))?.epoch).toBe(epoch + 1);
    expect(sato.connected && emily.connected).toBe(true);
  }, 60_000);

  it('the only node is away: waiting works, joining says so, and works when it is back', async () => {
    const sfu = await node('node-a');
    const { cable: line, url } = await cable(sfu.url);
    line.cut();
    const at = await signaling([url]);
    const { visitId, patient, physician } = await world.visit();
    const sato = await at.window(physician);
    expect(await sato.enter(visitId)).toMatchObject({ me: { state: 'admitted' }, rtpCapabilities: null });
    const emily = await at.window(patient);
    const { me } = await emily.enter(visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    expect(await emily.try('room.join', { rtpCapabilities: deviceCapabilities })).toBe('room_unavailable');
    expect(await emily.try('check.open', {})).toBe('room_unavailable');
    expect((await at.readiness()).body.missing).toEqual(['sfu']);
    expect(await world.seat(visitId, patient)).toMatchObject({ state: 'admitted' });
    line.mend();
    await ready(at);
    expect((await emily.resume(visitId, emily.seatToken, null)).snapshot.rtpCapabilities).not.toBeNull();
    await Promise.all([rejoin(sato), rejoin(emily)]);
  }, 60_000);

  it('a node without a worker is none yet: who is told that it is ready gets a room', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'okaeri-worker-'));
    const go = join(folder, 'go');
    const slow = join(folder, 'worker');
    const worker = process.env['MEDIASOUP_WORKER_BIN'] ?? workerBin;
    writeFileSync(slow, `#!/bin/sh\nwhile [ ! -e ${go} ]; do sleep 0.05; done\nexec ${worker} "$@"\n`, { mode: 0o755 });
    const sfu = await node('late', { MEDIASOUP_WORKER_BIN: slow });
    const at = await signaling([sfu.url]);
    await until('the node is heard', async () => (await at.readiness()).body.about['sfuNodes'] === 1);
    expect((await at.readiness()).body.missing).toEqual(['sfu']);
    writeFileSync(go, '');
    await ready(at);
    const window = await at.window(await world.person());
    expect(await window.try('check.open', {})).toBe('ok');
  });

  it('a connection to the node that flickers moves nothing, and no word of the sfu is lost for long', async () => {
    const sfu = await node('node-a');
    const { cable: line, url } = await cable(sfu.url);
    const at = await signaling([url]);
    await ready(at);
    const { visitId, sato, emily, epoch } = await call(at);
    line.cut();
    line.mend();
    await ready(at);
    await pause(600);
    await emily.ask('producer.create', { source: 'camera', rtpParameters: picture });
    await sato.hears('consumer.opened', ({ consumer }) => consumer.source === 'camera');
    expect(sato.told.some(({ name }) => name === 'room.moved')).toBe(false);
    expect((await world.room(visitId))?.epoch).toBe(epoch);
  }, 60_000);

  it('the database goes away: a clear answer, media goes on, and it heals by itself', async () => {
    const sfu = await node('node-a');
    const { cable: line, url } = await cable(world.url);
    const at = await signaling([sfu.url], { database: url });
    await ready(at);
    const { visitId, sato, emily, patient } = await call(at);
    line.cut();
    expect(await sato.raw('seat.remove', { seatId: visitId })).toMatchObject({
      ok: false,
      error: { code: 'unavailable' },
    });
    expect(await emily.try('visit.leave', {})).toBe('unavailable');
    const made = await emily.ask('producer.create', { source: 'camera', rtpParameters: picture });
    await sato.hears('consumer.opened', ({ consumer }) => consumer.producerId === made.producerId);
    expect((await at.readiness()).status).toBe(503);
    expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
    await expect(at.window(patient)).rejects.toThrow(/websocket error/);
    // The leases run out while nobody can renew them.
    await world.data.query(`update seat set lease_until = now() - interval '1 second' where visit_id = $1`, [visitId]);
    await pause(3000);
    expect(emily.connected && sato.connected).toBe(true);
    line.mend();
    await ready(at);
    await until('renewed', async () => {
      const seat = await world.seat(visitId, patient);
      return (
        seat['state'] === 'joined' &&
        (seat['lease_until'] as Date).getTime() > performance.timeOrigin + performance.now()
      );
    });
    const { room } = await emily.resume(visitId, emily.seatToken, 1);
    expect(room?.producers).toHaveLength(2);
    // Notices come again as well; one that was lost meanwhile is made up for.
    const seen = sato.told.filter(({ name }) => name === 'notice').length;
    await emily.ask('visit.leave', {});
    await until('told', () => sato.told.filter(({ name }) => name === 'notice').length > seen);
  }, 60_000);

  it('what changed while nobody listened is found out afterwards', async () => {
    const sfu = await node('node-a');
    const { cable: line, url } = await cable(world.url);
    const at = await signaling([sfu.url], { database: url });
    await ready(at);
    const { visitId, sato, emily, patient } = await call(at);
    line.cut();
    await world.data.transaction((em) => cancelVisit(em, visitId, patient.id, 'ill'));
    await pause(300);
    line.mend();
    expect(await emily.hears('seat.closed')).toEqual({ reason: 'cancelled' });
    expect(await sato.hears('seat.closed')).toEqual({ reason: 'cancelled' });
  }, 60_000);

  it('Redis comes and goes: two processes work together all the same', async () => {
    const redis = process.env['TEST_REDIS_URL'];
    if (!redis) throw new Error('TEST_REDIS_URL is not set: run the tests by npm test.');
    const sfu = await node('node-a');
    const { cable: line, url } = await cable(redis);
    const both = await Promise.all([signaling([sfu.url], { redis: url }), signaling([sfu.url], { redis: url })]);
    const [one, two] = both;
    await until('whole', async () => (await one.readiness()).body.degraded.length === 0);
    const whole = await call(one, two);
    expect(
      whole.sato.told.filter(({ name, data }) => name === 'notice' && 'topic' in data && data.topic === 'visit').length,
    ).toBe(
      new Set(whole.sato.told.map(({ name, data }) => (name === 'notice' && 'version' in data ? data.version : 0)))
        .size - 1,
    );
    line.cut();
    await until('degraded', async () => (await one.readiness()).body.degraded.includes('redis'));
    expect((await one.readiness()).status).toBe(200);
    const without = await call(one, two);
    await without.sato.ask('visit.end', {}).catch(() => undefined);
    await without.emily.hears('seat.closed');
    line.mend();
    await until('whole again', async () => (await one.readiness()).body.degraded.length === 0);
    const again = await call(two, one);
    await again.emily.ask('visit.leave', {});
    await again.sato.hears('consumer.closed');
  }, 60_000);
});

const picture = {
  mid: '1',
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: [{ ssrc: 22_222 }],
};
