import { clientMessages, signalingProtocol } from '@okaeri/contracts';
import type { ClientMessageName } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { roomMessages } from '../support/access/room-messages';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, deviceCapabilities, sound, until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

const names = Object.keys(clientMessages) as ClientMessageName[];
/** Below the rate at which a page is cut off. */
const gently = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the door of signaling', () => {
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

  it('opens for nobody who is not signed in, with a sentence in the language of the browser', async () => {
    const refused = signaling.window(null, { 'accept-language': 'ja' });
    await expect(refused).rejects.toMatchObject({ data: { code: 'sign_in_needed' } });
    await refused.catch((error: { data: { message: string } }) => expect(error.data.message).toMatch(/[ぁ-ん]/));
  });

  it.each([
    ['a page of another origin', { origin: 'http://evil.example' }],
    ['a page of another port', { origin: 'http://localhost:1' }],
    ['a name that was pointed at us', { host: 'evil.example' }],
  ])('opens for nobody from %s', async (_, headers) => {
    const somebody = await world.person();
    await expect(signaling.window(somebody, headers)).rejects.toThrow(/websocket error/);
  });

  it('opens for a page of its own', async () => {
    const somebody = await world.person();
    const { port } = new URL(signaling.url);
    const host = `emily.localhost:${port}`;
    const window = await signaling.window(somebody, { host, origin: `http://${host}` });
    expect(await window.try('check.close', {})).toBe('ok');
  });

  it('tells a foreign, an unknown and a missing visit apart to nobody', async () => {
    const { visitId } = await world.visit();
    const stranger = await signaling.window(await world.person());
    for (const id of [visitId, '00000000-0000-4000-8000-000000000000']) {
      const data = { protocol: signalingProtocol, visitId: id, language: 'vi' as const };
      expect(await stranger.raw('visit.enter', data)).toMatchObject({ ok: false, error: { code: 'not_found' } });
      const resume = { protocol: signalingProtocol, visitId: id, seatToken: 'x', epoch: null };
      expect(await stranger.try('visit.resume', resume)).toBe('not_found');
      expect(await stranger.try('notices.watch', { topics: [{ topic: 'visit', id }] })).toBe('not_found');
    }
    const day = [{ topic: 'day' as const, id: visitId }];
    expect(await stranger.try('notices.watch', { topics: day })).toBe('not_found');
    const rows: { outcome: string }[] = await world.data.query(
      'select outcome from ledger where actor_id = $1 and entity_id = $2',
      [stranger.somebody?.id, visitId],
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
  });

  it('refuses a page of another version, a visit too early and one that is over', async () => {
    const { visitId, patient } = await world.visit();
    const window = await signaling.window(patient);
    const enter = { visitId, language: 'en' as const, arrival: arrivalInToronto };
    expect(await window.try('visit.enter', { ...enter, protocol: signalingProtocol - 1 })).toBe('protocol_version');
    for (const [minutes, code] of [
      [45, 'visit_early'],
      [-95, 'visit_over'],
    ] as const) {
      const visit = await world.visit({ startsAt: now().add({ minutes }) });
      const other = await signaling.window(visit.patient);
      const data = {
        protocol: signalingProtocol,
        visitId: visit.visitId,
        language: 'en' as const,
        arrival: arrivalInToronto,
      };
      expect(await other.try('visit.enter', data)).toBe(code);
    }
  });

  it('answers what it does not know, what is too large and what is no plain data, and lives on', async () => {
    const window = await signaling.window(await world.person());
    const code = async (name: string, ...data: unknown[]) => {
      const ack = await window.raw(name, ...data);
      return ack.ok ? 'ok' : ack.error.code;
    };
    expect(await code('visit.steal', {})).toBe('message_unknown');
    expect(await code('toString', {})).toBe('message_unknown');
    expect(await code('notices.watch', { topics: [], more: 'x'.repeat(70_000) })).toBe('message_too_large');
    expect(await code('notices.watch', 'x'.repeat(1_000_000))).toBe('message_too_large');
    expect(await code('notices.watch', Buffer.from('binary'))).toBe('message_malformed');
    expect(await code('notices.watch')).toBe('message_malformed');
    expect(await code('visit.enter', null)).toBe('message_malformed');
    expect(await code('room.join', { rtpCapabilities: {} })).toBe('message_malformed');
    let deep: unknown = 1;
    for (let depth = 0; depth < 1000; depth += 1) deep = [deep];
    expect(await code('notices.watch', deep)).toBe('message_malformed');
    expect(await code('notices.watch', { topics: [] })).toBe('ok');
    expect(window.connected).toBe(true);
  });

  it('hears out-of-order messages without a seat and refuses them', async () => {
    const { patient, visitId } = await world.visit();
    const window = await signaling.window(patient);
    for (const name of names) {
      const { rule } = clientMessages[name];
      if (rule.from === null) continue;
      expect([name, await window.try(name, validFor(name) as never)]).toEqual([name, 'seat_state']);
    }
    await window.enter(visitId, arrivalInToronto);
    for (const name of names) {
      const { from } = clientMessages[name].rule;
      if (from === null || from.includes('waiting')) continue;
      expect([name, await window.try(name, validFor(name) as never)]).toEqual([name, 'seat_state']);
    }
  });

  it('reads on after a frame that is no Socket.IO', async () => {
    const { cookie } = await world.person();
    const socket = new WebSocket(`${signaling.url}/socket/?EIO=4&transport=websocket`, { headers: { cookie } });
    const frames: string[] = [];
    socket.on('message', (data: Buffer) => frames.push(data.toString('utf8')));
    await until('open', () => frames.length > 0);
    socket.send('40');
    await until('connected', () => frames.some((frame) => frame.startsWith('40')));
    for (const frame of [
      '4',
      '42',
      '42[',
      '42{"a":1}',
      '49',
      '451-',
      '451-["x",{"_placeholder":true,"num":0}]',
      '4x',
    ]) {
      socket.send(frame);
      await gently();
    }
    socket.send('423["notices.watch",{"topics":[]}]');
    await until('answered', () => frames.includes('433[{"ok":true,"data":{}}]'));
    socket.close();
  });

  it('lets one session open as many windows as a person might, and no more', async () => {
    const somebody = await world.person();
    const windows = await Promise.all(Array.from({ length: 32 }, () => signaling.window(somebody)));
    const oneMore = await signaling.window(somebody);
    await until('cut off', () => !oneMore.connected);
    expect(windows.every(({ connected }) => connected)).toBe(true);
    windows[0]?.close();
    await until('noticed', async () =>
      (await signaling.window(somebody)).try('check.close', {}).then(
        (code) => code === 'ok',
        () => false,
      ),
    );
  });

  it('cuts off a flood, and only that', async () => {
    const somebody = await world.person();
    const flood = await signaling.window(somebody);
    const calm = await signaling.window(somebody);
    for (let time = 0; time < 300; time += 1) flood.socket.emit('notices.watch', { topics: [] });
    await until('cut off', () => !flood.connected);
    expect(calm.connected).toBe(true);
    expect(await calm.try('notices.watch', { topics: [] })).toBe('ok');
  });

  it('stands any message: a typed answer, a living connection, and a call that goes on', async () => {
    const { visitId, patient, physician } = await world.visit();
    const sato = await signaling.window(physician);
    await sato.enter(visitId);
    const { epoch } = await sato.join();
    const { producerId } = await sato.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    const emily = await signaling.window(patient);
    await emily.enter(visitId, arrivalInToronto);
    const workers = sfu.workers();

    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 20 })),
        fc.oneof(fc.jsonValue({ maxDepth: 3 }), mutants()),
        async (name, data) => {
          if (name === 'visit.leave' || reserved.has(name)) return;
          const ack = await emily.raw(name, data);
          if (!ack.ok) expect(Object.keys(ack.error).sort()).toEqual(['code', 'message']);
          await gently();
          expect(emily.connected).toBe(true);
        },
      ),
      { numRuns: 250, interruptAfterTimeLimit: 20_000 },
    );
    expect(sfu.workers()).toEqual(workers);
    const { room } = await sato.resume(visitId, sato.seatToken, epoch);
    expect(room?.producers.map(({ id }) => id)).toEqual([producerId]);
    expect((await signaling.readiness()).status).toBe(200);
  }, 60_000);

  it('tries sound and picture alone: a room that hears itself, gone with the connection', async () => {
    const window = await signaling.window(await world.person());
    await window.ask('check.open', {});
    expect(await window.try('producer.create', { source: 'microphone', rtpParameters: sound() })).toBe('seat_state');
    const rtpCapabilities = deviceCapabilities;
    const joined = await window.ask('check.join', { rtpCapabilities });
    expect(joined.consumers).toEqual([]);
    const { producerId } = await window.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    const { consumer } = await window.hears('consumer.opened');
    expect(consumer.producerId).toBe(producerId);
    await window.ask('check.open', {});
    await window.ask('check.join', { rtpCapabilities });
    window.close();
    await until('the room is closed', () => sfu.log().filter(({ msg }) => msg === 'room closed').length >= 2);
  });
});

/** What Socket.IO itself keeps a client from sending. */
const reserved = new Set(['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']);

/** A body that the schema of a message accepts. */
function validFor(name: ClientMessageName): unknown {
  const id = '00000000-0000-4000-8000-000000000000';
  const bodies: Partial<Record<ClientMessageName, unknown>> = {
    'seat.admit': { seatId: id },
    'seat.remove': { seatId: id },
    'room.join': { rtpCapabilities: { codecs: [], headerExtensions: [] } },
    'transport.connect': {
      direction: 'send',
      dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: 'AB' }] },
    },
    'transport.restartIce': { direction: 'send' },
    'producer.create': { source: 'microphone', rtpParameters: sound() },
    'producer.set': { producerId: 'p', paused: true },
    'producer.close': { producerId: 'p' },
    'consumer.set': { consumerId: 'c', paused: true },
    ...roomMessages(id),
  };
  return bodies[name] ?? {};
}

/** Bodies that are almost right. */
function mutants(): fc.Arbitrary<unknown> {
  const junk = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.string({ maxLength: 300 }),
    fc.constant(-1),
    fc.constant([]),
  );
  return fc
    .tuple(fc.constantFrom(...names), fc.string({ maxLength: 8 }), junk)
    .map(([name, key, value]) => ({ ...(validFor(name) as object), [key]: value, seatId: value, epoch: value }));
}
