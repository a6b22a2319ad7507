import { randomUUID } from 'node:crypto';
import type { RtpParametersWire } from '@okaeri/contracts';
import { eventually } from '../support/ears';
import { EnginePort, outerAddress, TestEngine } from '../support/engine';
import { Caller, RtpPath, RtpStream } from '../support/rtp-peer';
import { SfuLink, sfuSecret, startReadySfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Cable } from '../support/socket-cable';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, deviceCapabilities, sound, until } from '../support/socket-window';
import type { Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(40_000);

interface Sender {
  readonly sent: number;
}

const sends = async (voice: Sender, more: number) => {
  const since = voice.sent;
  await until(`${more} packets more are sent`, () => voice.sent >= since + more);
};
const hears = async (port: EnginePort, more: number) => {
  const since = port.heard;
  await until(`${more} packets more are heard`, () => port.heard >= since + more);
};
/** She goes on speaking, and soon not one packet of it comes: what was on its way may still. */
const hearsNothing = async (port: EnginePort, voice: Sender) => {
  let since = -1;
  await until('nothing more is on its way', async () => {
    since = port.heard;
    await sends(voice, 10);
    return port.heard === since;
  });
  await sends(voice, 40);
  expect(port.heard).toBe(since);
};
const ssrcs = ({ packets }: EnginePort) => [...new Set(packets.map(({ header }) => header.ssrc))];

/** Real: the node, its workers, ICE, DTLS, SRTP and every packet. */
describe('a voice that is copied for an engine', () => {
  let sfu: SfuProcess;
  let link: SfuLink;
  const ends: (() => unknown)[] = [];
  let rooms = 0;

  beforeAll(async () => {
    ({ sfu, link } = await startReadySfu({ SFU_SPEECH_IPS: outerAddress() }));
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  afterAll(async () => {
    await link.close();
    await sfu.stop();
  });

  async function listening(ip?: string): Promise<EnginePort> {
    const port = await EnginePort.open(ip);
    ends.push(() => port.close());
    return port;
  }

  async function speaking() {
    const room = { roomId: `copies-${(rooms += 1)}`, epoch: 1 };
    const seatId = 'sato';
    await link.request('room.open', room, {});
    const joined = await link.request('seat.join', room, { seatId, rtpCapabilities: deviceCapabilities });
    const path = await RtpPath.open(joined.send, (dtlsParameters) =>
      link.request('transport.connect', room, { seatId, direction: 'send', dtlsParameters }),
    );
    const rtpParameters = sound();
    await link.request('producer.create', room, { seatId, source: 'microphone', rtpParameters });
    const voice = RtpStream.voice(path, rtpParameters.encodings[0]?.ssrc ?? 0);
    ends.push(
      () => voice.stop(),
      () => path.close(),
    );
    return { room, seatId, voice };
  }

  it('leaves the machine encrypted, and only for a machine that is named', async () => {
    const { room, seatId } = await speaking();
    const engine = await listening(outerAddress());
    const copy = (ip: string, port = engine.to.port) =>
      link.request('voice.copy', room, { seatId, copyId: randomUUID(), to: { ip, port } });
    for (const ip of ['8.8.8.8', '10.0.0.1', '169.254.169.254', '0.0.0.0', '2001:db8::1', '::ffff:10.0.0.1']) {
      await expect(copy(ip)).rejects.toThrow('media_refused');
    }
    for (const [ip, port] of [
      ['engine.hospital', 5000],
      ['127.0.0.1', 53],
      ['127.0.0.1', 70_000],
    ] as const) {
      await expect(copy(ip, port)).rejects.toThrow('message_malformed');
    }
    const told = await copy(engine.to.ip);
    expect(told.srtp?.cryptoSuite).toBe('AES_CM_128_HMAC_SHA1_80');
    engine.comes(told);
    await hears(engine, 25);
    expect(engine.packets.at(-1)?.payload).toEqual(Buffer.alloc(80, 0x78));
  });

  it('is one for each seat, ends with its own name, and with the link of who asked', async () => {
    const { room, seatId, voice } = await speaking();
    const [first, second] = [await listening(), await listening()];
    const other = await SfuLink.open(sfu);
    const one = { seatId, copyId: randomUUID() };
    expect((await link.request('voice.copy', room, { ...one, to: first.to })).srtp).toBeNull();
    await hears(first, 25);
    await other.request('voice.copy', room, { seatId, copyId: randomUUID(), to: second.to });
    await hears(second, 25);
    await link.request('voice.uncopy', room, one);
    await hears(second, 25);
    await hearsNothing(first, voice);
    await other.close();
    await hearsNothing(second, voice);
  });

  it('is nobody’s stream: no seat is offered it, and no number counts it', async () => {
    const { room, seatId } = await speaking();
    const numbers = async () => {
      const listener = await link.request('seat.snapshot', room, { seatId: 'emily' });
      const { consumers, producers } = await link.request('seat.stats', room, { seatId });
      const text = await (await fetch(`${sfu.url}/metrics`)).text();
      const counted = /okaeri_sfu_consumers\S* (\d+)/.exec(text)?.[1];
      return { offered: listener.seat?.consumers.length, consumers, producers, counted };
    };
    await link.request('seat.join', room, { seatId: 'emily', rtpCapabilities: deviceCapabilities });
    const before = await numbers();
    const engine = await listening();
    await link.request('voice.copy', room, { seatId, copyId: randomUUID(), to: engine.to });
    await hears(engine, 10);
    expect(await numbers()).toEqual(before);
    expect(before).toMatchObject({ offered: 1, consumers: 0, producers: 1 });
    expect(link.events.filter(({ event, roomId }) => event === 'consumer.opened' && roomId === room.roomId)).toEqual(
      [],
    );
  });
});

/** Real: PostgreSQL, two signalling processes, their sfu and every packet. Only what a model would understand is not. */
describe('an engine behind the speech-to-text port', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let cable: Cable;
  /** A node that nobody reaches until its line is whole. */
  let spare: SfuProcess;
  let spareLine: Cable;
  let one: Signaling;
  let two: Signaling;
  const nowhere = { ip: '203.0.113.7', port: 5004 };
  const engine = new TestEngine(['ja-JP', 'vi'], { vi: nowhere });
  const callers: Caller[] = [];

  beforeAll(async () => {
    world = await SocketWorld.open();
    const [first, second] = await Promise.all([startReadySfu(), startReadySfu({ SFU_NODE_ID: 'spare' })]);
    await Promise.all([first.link.close(), second.link.close()]);
    sfu = first.sfu;
    spare = second.sfu;
    const [through, aside] = await Promise.all([Cable.to(sfu.url), Cable.to(spare.url)]);
    ({ cable } = through);
    spareLine = aside.cable;
    spareLine.cut();
    const options = { database: world.url, secret: sfuSecret, speechToText: engine };
    one = await Signaling.start({ ...options, sfus: [through.url, aside.url] });
    two = await Signaling.start({ ...options, sfus: [sfu.url, aside.url] });
    await until('ready', async () => (await one.readiness()).status === 200 && (await two.readiness()).status === 200);
  }, 60_000);
  afterAll(async () => {
    for (const caller of callers) await caller.close();
    await one?.stop();
    await two?.stop();
    await Promise.all([cable?.close(), spareLine?.close()]);
    await Promise.all([sfu?.stop(), spare?.stop()]);
    await engine.close();
    await world?.close();
  });

  async function join(window: Window): Promise<Caller> {
    const caller = await Caller.join(window);
    callers.push(caller);
    return caller;
  }

  /** The physician speaks Japanese, and the patient English, which nobody understands here. */
  async function inRoom() {
    const { visitId, physician, patient } = await world.visit();
    const accounted = () =>
      world.data.query(
        `select actor_id, permission, outcome, patient_id = $2 as hers from ledger where entity_id = $1 and via = 'job'`,
        [visitId, patient.id],
      );
    const satoWindow = await one.window(physician);
    await satoWindow.enter(visitId);
    const emilyWindow = await two.window(patient);
    const { me } = await emilyWindow.enter(visitId, arrivalInToronto);
    await satoWindow.ask('seat.admit', { seatId: me.seatId });
    const emily = await join(emilyWindow);
    const sato = await join(satoWindow);
    const ears = () => engine.ears.filter(({ voice }) => voice.visitId === visitId);
    const written = ({ told, snapshot }: Window) => {
      const changes = told.flatMap((each) => (each.name === 'sound.changed' ? [each.data.written] : []));
      return (changes.at(-1) ?? snapshot?.written ?? []).join();
    };
    const isWritten = (languages: string) =>
      eventually(
        'everybody is told what is written down',
        async () => [satoWindow, emilyWindow].map(written),
        (all) => all.every((now) => now === languages),
      );
    await until('somebody listens', () => ears().length > 0);
    const ear = ears()[0] as (typeof engine.ears)[number];
    return { visitId, sato, emily, ear, ears, isWritten, accounted, seatId: satoWindow.snapshot?.me.seatId ?? '' };
  }

  it('is given each packet of who speaks a language it understands, and what it tells reaches the room', async () => {
    const { sato, emily, ear, ears, isWritten, accounted, seatId } = await inRoom();
    await isWritten('ja');
    // Before anything was heard.
    const written = [{ actor_id: null, permission: 'visit.media', outcome: 'allowed', hers: true }];
    expect(await accounted()).toEqual(written);
    await hears(ear.port, 50);
    expect(ears().map(({ voice }) => [voice.seatId, voice.language])).toEqual([[seatId, 'ja']]);
    expect(ear.port.expected).toEqual([{ payloadType: 100, srtp: null }]);
    const first = ear.port.packets[0]?.header.sequenceNumber ?? 0;
    for (const [at, { header, payload }] of ear.port.packets.entries()) {
      const [wanted, words] = [(first + at) & 0xffff, Buffer.alloc(80, 0x78)];
      expect([header.payloadType, header.sequenceNumber, payload]).toEqual([100, wanted, words]);
    }
    const said = { v: 1, id: 'a', language: 'ja', text: 'ひざを曲げてみてください', final: true } as const;
    ear.tell(said);
    const told = await emily.window.hears('seat.said', ({ kind }) => kind === 'caption');
    expect([told.seatId, JSON.parse(told.data)]).toEqual([seatId, said]);

    const { producerId, window, voice } = sato;
    await window.ask('producer.set', { producerId, paused: true });
    await hearsNothing(ear.port, voice);
    await window.ask('producer.set', { producerId, paused: false });
    await hears(ear.port, 25);

    // Another microphone, in place of the first.
    const rtpParameters: RtpParametersWire = { ...sound(), mid: 'another' };
    await window.ask('producer.create', { source: 'microphone', rtpParameters });
    const another = RtpStream.voice(sato.send, rtpParameters.encodings[0]?.ssrc ?? 0);
    await hears(ear.port, 25);
    expect(ssrcs(ear.port)).toHaveLength(2);
    another.stop();
    expect([ear.stopped, ears().length]).toEqual([false, 1]);
    expect(await accounted()).toEqual(written);
  });

  it('hears nothing in a language that it does not understand, nor after the end', async () => {
    const { sato, ear, ears, isWritten } = await inRoom();
    await hears(ear.port, 10);
    await sato.window.ask('sound.speak', { language: 'en' });
    await isWritten('');
    await until('nobody listens', () => ear.stopped);
    await hearsNothing(ear.port, sato.voice);
    await sato.window.ask('sound.speak', { language: 'ja' });
    await isWritten('ja');
    await until('somebody listens again', () => ears().length === 2);
    const again = ears()[1] as typeof ear;
    await hears(again.port, 10);
    await sato.window.ask('visit.end', {});
    await until('nobody listens after the end', () => again.stopped);
    await hearsNothing(again.port, sato.voice);
    await hearsNothing(ear.port, sato.voice);
    expect(ears()).toHaveLength(2);
  });

  it('hears who leaves the room no longer, and who comes back anew', async () => {
    const { visitId, sato, ear, ears, isWritten } = await inRoom();
    await hears(ear.port, 10);
    await sato.window.ask('visit.leave', {});
    await until('nobody listens', () => ear.stopped);
    await hearsNothing(ear.port, sato.voice);
    await sato.window.enter(visitId);
    const back = await join(sato.window);
    await until('somebody listens again', () => ears().length === 2);
    await hears((ears()[1] as typeof ear).port, 10);
    await isWritten('ja');
    await hearsNothing(ear.port, back.voice);
  });

  /** As pages do: whoever is told that the room has moved joins it there, until the engine hears more. */
  async function follow(people: readonly Caller[], port: EnginePort): Promise<void> {
    const since = port.heard;
    const inIt = [...people];
    await until('the engine hears her again', async () => {
      for (const [at, { window, joined }] of inIt.entries()) {
        const moved = window.told.some((each) => each.name === 'room.moved' && each.data.epoch > joined.epoch);
        if (moved) inIt[at] = await join(window);
      }
      return port.heard >= since + 25;
    });
  }

  it('hears her again where the room is moved to', async () => {
    const { sato, emily, ear, ears } = await inRoom();
    await hears(ear.port, 10);
    for (const pid of sfu.workers()) process.kill(pid, 'SIGKILL');
    await sato.window.hears('room.moved');
    await follow([emily, sato], ear.port);
    expect([ear.stopped, ears().length]).toEqual([false, 1]);
    expect(ear.port.expected.length).toBeGreaterThan(1);
  });

  it('hears her again when the line to the sfu was cut', async () => {
    const { sato, emily, ear, ears } = await inRoom();
    await hears(ear.port, 10);
    const told = ear.port.expected.length;
    cable.cut();
    cable.mend();
    await until('it is told anew', () => ear.port.expected.length > told);
    await follow([emily, sato], ear.port);
    expect([ear.stopped, ears().length]).toEqual([false, 1]);
  });

  it('is given nothing where the sfu may not send to, and people talk on', async () => {
    const { sato, emily, ear, ears, seatId } = await inRoom();
    await hears(ear.port, 10);
    await sato.window.ask('sound.speak', { language: 'vi' });
    await until('it was refused', () => ears().some(({ voice, stopped }) => voice.language === 'vi' && stopped));
    const before = emily.heardOf(seatId);
    await until('the patient hears her', () => emily.heardOf(seatId) >= before + 25);
    await hearsNothing(ear.port, sato.voice);
  });

  // The last: its node does not come back.
  it('hears her again where her room goes to another node', async () => {
    const { visitId, sato, emily, ear, ears } = await inRoom();
    await hears(ear.port, 10);
    spareLine.mend();
    const nodes = async (of: Signaling) => (await of.readiness()).body.about['sfuNodes'];
    await until('both processes know the other node', async () => (await nodes(one)) === 2 && (await nodes(two)) === 2);
    const told = ear.port.expected.length;
    sfu.kill('SIGKILL');
    await follow([emily, sato], ear.port);
    expect((await world.room(visitId))?.node_id).toBe('spare');
    expect([ear.stopped, ears().length]).toEqual([false, 1]);
    expect(ear.port.expected.length).toBeGreaterThan(told);
  });
});
