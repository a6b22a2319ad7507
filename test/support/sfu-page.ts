import type { ConsumerOffer, MediaSource, RoomJoined, RtpCapabilitiesWire, SfuReply } from '@okaeri/contracts';
import { Device } from 'mediasoup-client';
import type { types } from 'mediasoup-client';
import { applyShape, shapeOf } from '../../libs/call/src/ladder/up';

/**
 * The browser's half of the sfu's tests: mediasoup-client as a page of ours uses it, without any of our pages. Runs in
 * Chromium; `ask` and the events come from the test process, which holds the link.
 */
export interface SfuPage {
  join(seatId: string, rtpCapabilities: RtpCapabilitiesWire): Promise<number>;
  publishTone(hertz: number): Promise<string>;
  publishCamera(simulcast: boolean): Promise<string>;
  onConsumer(offer: ConsumerOffer): Promise<void>;
  onConsumerClosed(consumerId: string): void;
  /** What nobody wants of the camera is not sent, as a page of ours does it. */
  onWanted(producerId: string, layer: number): Promise<void>;
  /** Seats whose picture or sound this page has, with the width shown. */
  remotes(): { consumerId: string; seatId: string; source: MediaSource; width: number; frames: number }[];
  restart(direction: 'send' | 'receive', iceParameters: types.IceParameters): Promise<void>;
  /** From now on this page announces the fingerprint of a certificate that it does not have. */
  forgeFingerprint(): void;
  leave(): void;
}
interface PageWindow {
  okaeriSfu: SfuPage;
  okaeriPeers: RTCPeerConnection[];
  ask(name: string, data: Record<string, unknown>): Promise<unknown>;
}
const self_ = window as unknown as PageWindow;

const layers = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T2' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T2' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: 'L1T2' },
];

self_.okaeriPeers = [];
const Peer = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Peer {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    self_.okaeriPeers.push(this);
  }
};

let seatId = '';
let forged = false;
let camera: types.Producer | undefined;
let send: types.Transport | undefined;
let receive: types.Transport | undefined;
const shown = new Map<string, { element: HTMLMediaElement; consumer: types.Consumer; offer: ConsumerOffer }>();

const ask = (name: string, data: Record<string, unknown> = {}) => self_.ask(name, { seatId, ...data });

function wire(transport: types.Transport, direction: 'send' | 'receive'): types.Transport {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    const value = Array.from({ length: 32 }, () => 'AB').join(':');
    const fingerprints = forged ? [{ algorithm: 'sha-256', value }] : dtlsParameters.fingerprints;
    ask('transport.connect', { direction, dtlsParameters: { ...dtlsParameters, fingerprints } }).then(
      () => done(),
      failed,
    );
  });
  transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
    const source: MediaSource = kind === 'audio' ? 'microphone' : 'camera';
    const created = ask('producer.create', { source, rtpParameters }) as Promise<SfuReply<'producer.create'>>;
    created.then(({ producerId }) => done({ id: producerId }), failed);
  });
  return transport;
}

async function show(offer: ConsumerOffer): Promise<void> {
  if (!receive) return;
  const consumer = await receive.consume({
    id: offer.id,
    producerId: offer.producerId,
    kind: offer.kind,
    rtpParameters: offer.rtpParameters as types.RtpParameters,
  });
  const element = document.createElement(offer.kind);
  element.autoplay = true;
  element.srcObject = new MediaStream([consumer.track]);
  if (offer.kind === 'video') element.muted = true;
  document.body.append(element);
  void element.play().catch(() => undefined);
  shown.set(offer.id, { element, consumer, offer });
}

self_.okaeriSfu = {
  async join(ownSeat, rtpCapabilities) {
    seatId = ownSeat;
    const device = await Device.factory();
    await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
    const joined = (await ask('seat.join', { rtpCapabilities: device.recvRtpCapabilities })) as RoomJoined;
    send = wire(device.createSendTransport(joined.send as unknown as types.TransportOptions), 'send');
    receive = wire(device.createRecvTransport(joined.receive as unknown as types.TransportOptions), 'receive');
    await Promise.all(joined.consumers.map(show));
    return joined.consumers.length;
  },
  async publishTone(hertz) {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const level = audio.createGain();
    const out = audio.createMediaStreamDestination();
    tone.frequency.value = hertz;
    level.gain.value = 0.2;
    tone.connect(level).connect(out);
    tone.start();
    const [track] = out.stream.getAudioTracks();
    const producer = await send?.produce({ ...(track ? { track } : {}), stopTracks: false });
    return producer?.id ?? '';
  },
  async publishCamera(simulcast) {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
    const [track] = stream.getVideoTracks();
    const producer = await send?.produce({
      ...(track ? { track } : {}),
      ...(simulcast ? { encodings: layers, codecOptions: { videoGoogleStartBitrate: 3000 } } : {}),
    });
    camera = producer;
    return producer?.id ?? '';
  },
  onConsumer: (offer) => show(offer),
  onConsumerClosed(consumerId) {
    const one = shown.get(consumerId);
    one?.consumer.close();
    one?.element.remove();
    shown.delete(consumerId);
  },
  async onWanted(producerId, layer) {
    if (camera?.id !== producerId || !camera.rtpSender) return;
    await applyShape(camera.rtpSender, 'camera', shapeOf('camera', 'full', layer));
  },
  remotes: () =>
    [...shown.entries()].map(([consumerId, { element, offer }]) => ({
      consumerId,
      seatId: offer.seatId,
      source: offer.source,
      width: element instanceof HTMLVideoElement ? element.videoWidth : 0,
      frames: element instanceof HTMLVideoElement ? element.getVideoPlaybackQuality().totalVideoFrames : 0,
    })),
  restart: async (direction, iceParameters) => {
    await (direction === 'send' ? send : receive)?.restartIce({ iceParameters });
  },
  forgeFingerprint() {
    forged = true;
  },
  leave() {
    send?.close();
    receive?.close();
  },
};
