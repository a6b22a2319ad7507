import type { RtpParametersWire, VisitId } from '@okaeri/contracts';
import { eventually } from '../support/ears';
import { Caller } from '../support/rtp-peer';
import { sfuSecret, startReadySfu } from '../support/sfu';
import type { SfuLink, SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, sound, until } from '../support/socket-window';
import type { Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(30_000);

let ssrc = 900_000;
const picture = (layers: number): RtpParametersWire => ({
  mid: String((ssrc += 1)),
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: Array.from({ length: layers }, () => ({ ssrc: (ssrc += 1), scalabilityMode: 'L1T2' })),
});

/**
 * A client that lies, in a room where two others talk over real transports: it gets a code, and they go on hearing each
 * other without one packet lost.
 */
describe('what bad input gets', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let link: SfuLink;
  let signaling: Signaling;
  let visitId: VisitId;
  let liarBody: Somebody;
  let linh: Caller;
  let sato: Caller;
  let hoa: Caller;
  let liar: Caller;
  let hoaWindow: Window;
  const seats = { linh: '', sato: '', hoa: '', liar: '' };

  beforeAll(async () => {
    world = await SocketWorld.open();
    ({ sfu, link } = await startReadySfu());
    signaling = await Signaling.start({ database: world.url, sfus: [sfu.url], secret: sfuSecret });
    await until('ready', async () => (await signaling.readiness()).status === 200);
    const made = await world.visit({ others: ['interpreter', 'guest'] });
    visitId = made.visitId;
    liarBody = made.others[1] as Somebody;
    sato = await enter('sato', made.physician);
    linh = await enter('linh', made.patient);
    hoa = await enter('hoa', made.others[0] as Somebody);
    hoaWindow = hoa.window;
    liar = await enter('liar', liarBody);
  }, 60_000);

  afterAll(async () => {
    for (const each of [linh, sato, hoa, liar]) await each.close();
    await signaling.stop();
    await link.close();
    await sfu.stop();
    await world.close();
  });

  async function enter(name: keyof typeof seats, somebody: Somebody): Promise<Caller> {
    const window = await signaling.window(somebody);
    const { me } = await window.enter(visitId, name === 'linh' ? arrivalInToronto : null);
    seats[name] = me.seatId;
    if (me.state === 'waiting') await sato.window.ask('seat.admit', { seatId: me.seatId });
    return Caller.join(window);
  }

  const two = () => [linh, sato];
  const counts = () => two().map((each, at) => each.heardOf(at === 0 ? seats.sato : seats.linh));
  const missed = () => two().map((each) => each.receive.missed);

  // Whatever was tried: the two hear each other, and have lost nothing since before it.
  let before: { missed: number[] };
  beforeEach(async () => {
    await eventually(
      'the two hear each other',
      async () => counts(),
      (heard) => heard.every((one) => one > 0),
    );
    before = { missed: missed() };
  });
  const losesNothing = async () => {
    const [one = 0, other = 0] = counts();
    await eventually(
      'the two go on hearing each other',
      async () => counts(),
      ([now = 0, andNow = 0]) => now >= one + 25 && andNow >= other + 25,
    );
    expect(missed()).toEqual(before.missed);
  };
  afterEach(losesNothing);

  it('a layer that nobody sends', async () => {
    const asked = { source: 'camera', rtpParameters: picture(2) } as const;
    const { producerId } = await sato.window.ask('producer.create', asked);
    const offer = await liar.window.hears('consumer.opened', ({ consumer }) => consumer.producerId === producerId);
    const set = (spatialLayer: 0 | 1 | 2) =>
      liar.window.try('consumer.set', { consumerId: offer.consumer.id, spatialLayer });
    expect(await set(2)).toBe('layer_unknown');
    expect(await set(1)).toBe('ok');
    await sato.window.ask('producer.close', { producerId });
  });

  it('streams that are not what they say', async () => {
    const produce = (source: 'microphone' | 'camera' | 'screen' | 'screenSound', rtpParameters: RtpParametersWire) =>
      liar.window.try('producer.create', { source, rtpParameters });
    // Not even a good one, of who shows no screen: its sound is in no plan, and passes every language and mode.
    expect(await produce('screen', picture(1))).toBe('show_taken');
    expect(await produce('screenSound', sound())).toBe('show_taken');
    await liar.window.ask('show.start', { kind: 'screen', fileId: null });
    expect(await produce('screen', picture(3))).toBe('media_refused');
    expect(await produce('camera', picture(4))).toBe('media_refused');
    expect(await produce('screenSound', picture(1))).toBe('media_refused');
    expect(await produce('camera', sound())).toBe('media_refused');
    expect(await produce('camera', picture(5))).toBe('message_malformed');
    expect(await produce('screenSound', { ...sound(), mid: 'of the screen' })).toBe('ok');
    await liar.window.ask('show.stop', {});
    await liar.window.hears('show.changed', ({ showing }) => showing === null);
    expect(await produce('screenSound', sound())).toBe('show_taken');
  });

  it('a voice that the plan keeps back, and a stream that was offered to somebody else', async () => {
    await hoaWindow.ask('sound.mode', { mode: 'simultaneous' });
    await hoaWindow.ask('interpret.set', { to: 'en' });
    await liar.window.ask('sound.hear', { language: 'floor' });
    const [held] = liar.offers(seats.hoa);
    await liar.window.hears('consumer.changed', (change) => change.consumerId === held?.id && change.held);
    const packetsLater = async (count: number) => {
      const since = linh.heardOf(seats.hoa);
      const now = async () => linh.heardOf(seats.hoa);
      await eventually(`${count} packets of hers later`, now, (heard) => heard >= since + count);
    };
    // Whoever begins to interpret is let through beside whom she follows for a moment.
    await packetsLater(15);
    const heard = liar.heardOf(seats.hoa);
    const resume = (consumerId = '') => liar.window.try('consumer.set', { consumerId, paused: false });
    expect(await resume(held?.id)).toBe('not_audible');
    expect(await resume(linh.offers(seats.sato)[0]?.id)).toBe('not_audible');
    await packetsLater(50);
    expect(liar.heardOf(seats.hoa)).toBe(heard);
    await hoaWindow.ask('sound.mode', { mode: 'consecutive' });
  });

  it('a language that it was not given', async () => {
    const asked = { source: 'microphone', rtpParameters: sound(), language: 'fr' } as const;
    expect(await liar.window.try('producer.create', asked)).toBe('language_not_given');
    expect(await hoaWindow.try('sound.speak', { language: 'fr' })).toBe('language_not_given');
    expect(await hoaWindow.try('interpret.set', { to: 'fr' })).toBe('language_not_given');
    expect(await liar.window.try('interpret.set', { to: 'en' })).toBe('not_interpreter');
    expect(await liar.window.try('sound.mode', { mode: 'simultaneous' })).toBe('not_found');
  });

  it('a source twice: the newer takes the place of the older, and nobody hears it doubly', async () => {
    const asked = { source: 'microphone', rtpParameters: sound() } as const;
    const { producerId } = await liar.window.ask('producer.create', asked);
    await linh.window.hears('consumer.opened', ({ consumer }) => consumer.producerId === producerId);
    const { epoch } = liar.joined;
    const { seat } = await link.request('seat.snapshot', { roomId: visitId, epoch }, { seatId: seats.linh });
    const voices = seat?.consumers.filter((each) => each.seatId === seats.liar && each.source === 'microphone');
    expect(voices?.map((each) => each.producerId)).toEqual([producerId]);
    const stolen = { source: 'screenSound', rtpParameters: asked.rtpParameters } as const;
    await liar.window.ask('show.start', { kind: 'screen', fileId: null });
    expect(await liar.window.try('producer.create', stolen)).toBe('media_refused');
    await liar.window.ask('show.stop', {});
  });

  it('a flood', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, () =>
        liar.window.socket
          .timeout(2000)
          .emitWithAck('link.look', {})
          .catch(() => null),
      ),
    );
    const codes = answers.map((answer: { ok: boolean; error?: { code: string } } | null) => answer?.error?.code);
    expect(codes).toContain('message_too_many');
    await until('it is cut off', () => !liar.window.connected);
    await liar.close();
    liar = await enter('liar', liarBody);
  });

  it('sound after leaving: not one packet passes', async () => {
    const heard = () => linh.heardOf(seats.liar) + sato.heardOf(seats.liar);
    await eventually(
      'it is heard',
      async () => heard(),
      (now) => now > 10,
    );
    await liar.window.ask('visit.leave', {});
    expect(await liar.window.try('producer.create', { source: 'microphone', rtpParameters: sound() })).toBe(
      'seat_state',
    );
    const { sent } = liar.voice;
    // What was on its way when it left has arrived once it has gone on for a tenth of a second.
    await eventually(
      'it goes on',
      async () => liar.voice.sent,
      (now) => now >= sent + 5,
    );
    const last = heard();
    await eventually(
      'and on',
      async () => liar.voice.sent,
      (now) => now >= sent + 75,
    );
    expect(heard()).toBe(last);
  });
});
