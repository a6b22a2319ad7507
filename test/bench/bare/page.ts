import { Device } from 'mediasoup-client';
import type { types } from 'mediasoup-client';
import { io } from 'socket.io-client';

/**
 * The other half of `server.ts`: mediasoup-client and two elements, nothing else. Before the click it has what our page
 * has before the click: a connected socket, a loaded device, an open camera.
 */
interface Offer {
  id: string;
  producerId: string;
  kind: types.MediaKind;
  rtpParameters: types.RtpParameters;
}
interface Joined {
  send: types.TransportOptions;
  receive: types.TransportOptions;
  consumers: Offer[];
}

const socket = io({ transports: ['websocket'] });
const ask = <T>(name: string, data: unknown = null) => socket.emitWithAck(name, data) as Promise<T>;

async function prepare(): Promise<void> {
  const device = new Device();
  const [routerRtpCapabilities, stream] = await Promise.all([
    ask<types.RtpCapabilities>('capabilities'),
    navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
    }),
  ]);
  await device.load({ routerRtpCapabilities });
  const button = document.querySelector('button');
  button?.addEventListener('click', () => void join(device, stream), { once: true });
  document.body.dataset['state'] = 'ready';
}

async function join(device: Device, stream: MediaStream): Promise<void> {
  const joined = await ask<Joined>('join', device.recvRtpCapabilities);
  const receive = device.createRecvTransport(joined.receive);
  receive.on('connect', ({ dtlsParameters }, done, failed) => {
    ask('dtls', { id: receive.id, dtlsParameters }).then(() => done(), failed);
  });
  socket.on('consumer', (offer: Offer) => {
    void show(receive, offer).then(() => ask('resume', { id: offer.id }));
  });
  const shown = Promise.all(joined.consumers.map((offer) => show(receive, offer)));

  const send = device.createSendTransport(joined.send);
  send.on('connect', ({ dtlsParameters }, done, failed) => {
    ask('dtls', { id: send.id, dtlsParameters }).then(() => done(), failed);
  });
  send.on('produce', ({ kind, rtpParameters }, done, failed) => {
    ask<{ id: string }>('produce', { kind, rtpParameters }).then(done, failed);
  });
  // Seeing comes first; the own picture follows while the network path is being made.
  await shown;
  await Promise.all(stream.getTracks().map((track) => publish(send, track)));
  document.body.dataset['state'] = 'sending';
}

async function show(receive: types.Transport, offer: Offer): Promise<void> {
  const { track } = await receive.consume(offer);
  const element = document.createElement(offer.kind);
  element.autoplay = true;
  if (element instanceof HTMLVideoElement) {
    element.muted = true;
    element.playsInline = true;
  }
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
  void element.play().catch(() => undefined);
}

function publish(send: types.Transport, track: MediaStreamTrack): Promise<types.Producer> {
  if (track.kind === 'audio') return send.produce({ track, codecOptions: { opusDtx: true, opusFec: true } });
  return send.produce({
    track,
    encodings: [
      { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: 'L1T2' },
    ],
    codecOptions: { videoGoogleStartBitrate: 3000 },
  });
}

void prepare();
