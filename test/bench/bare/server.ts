import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorker } from 'mediasoup';
import type { types } from 'mediasoup';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';

/**
 * What a call costs when nobody asks who is calling: one mediasoup router and one Socket.IO server in one process, no
 * database, no rooms, no second hop. As quick as we know how: one round trip after the click that brings both transports
 * and a running consumer for each stream, and key frame requests kept apart. Runs as a process of its own; its parent
 * sends it the page's script.
 */
type Ack = (answer: unknown) => void;
type Handlers = Record<string, (data: never) => Promise<unknown>>;

const codecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    preferredPayloadType: 100,
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000 },
];

interface Peer {
  socket: Socket;
  send: types.WebRtcTransport;
  receive: types.WebRtcTransport;
  capabilities: types.RtpCapabilities;
  producers: types.Producer[];
  consumers: Map<string, types.Consumer>;
}

async function main(script: string): Promise<void> {
  const worker = await createWorker({ logLevel: 'none' });
  const listen = (protocol: 'udp' | 'tcp') => ({ protocol, ip: '127.0.0.1' });
  const webRtcServer = await worker.createWebRtcServer({ listenInfos: [listen('udp'), listen('tcp')] });
  const router = await worker.createRouter({ mediaCodecs: codecs });
  const peers = new Map<string, Peer>();

  const http = createServer((request, response) => {
    if (request.url === '/page.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(script);
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><title>bare</title><body><button id="join">Join</button><script src="/page.js"></script>`,
    );
  });
  const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });

  async function offer(peer: Peer, producer: types.Producer, paused: boolean) {
    const consumer = await peer.receive.consume({
      producerId: producer.id,
      rtpCapabilities: peer.capabilities,
      paused,
    });
    peer.consumers.set(consumer.id, consumer);
    const { id, kind, rtpParameters } = consumer;
    return { id, producerId: producer.id, kind, rtpParameters };
  }

  const handlersFor = (socket: Socket): Handlers => ({
    capabilities: async () => router.rtpCapabilities,
    async join(capabilities: types.RtpCapabilities) {
      const common = { webRtcServer, enableUdp: true, enableTcp: true, preferUdp: true };
      const [send, receive] = await Promise.all([
        router.createWebRtcTransport(common),
        router.createWebRtcTransport({ ...common, initialAvailableOutgoingBitrate: 3_000_000 }),
      ]);
      const peer: Peer = { socket, send, receive, capabilities, producers: [], consumers: new Map() };
      const streams = [...peers.values()].flatMap(({ producers }) => producers);
      peers.set(socket.id, peer);
      const consumers = await Promise.all(streams.map((producer) => offer(peer, producer, false)));
      const options = ({ id, iceParameters, iceCandidates, dtlsParameters }: types.WebRtcTransport) => ({
        id,
        iceParameters,
        iceCandidates,
        dtlsParameters,
      });
      return { send: options(send), receive: options(receive), consumers };
    },
    async dtls({ id, dtlsParameters }: { id: string; dtlsParameters: types.DtlsParameters }) {
      const peer = peers.get(socket.id);
      const transport = peer?.send.id === id ? peer.send : peer?.receive;
      await transport?.connect({ dtlsParameters });
      return {};
    },
    async produce({ kind, rtpParameters }: { kind: types.MediaKind; rtpParameters: types.RtpParameters }) {
      const peer = peers.get(socket.id);
      if (!peer) throw new Error('not joined');
      const producer = await peer.send.produce({
        kind,
        rtpParameters,
        ...(kind === 'video' ? { keyFrameRequestDelay: 350 } : {}),
      });
      peer.producers.push(producer);
      for (const other of peers.values()) {
        if (other !== peer) other.socket.emit('consumer', await offer(other, producer, kind === 'video'));
      }
      return { id: producer.id };
    },
    async resume({ id }: { id: string }) {
      await peers.get(socket.id)?.consumers.get(id)?.resume();
      return {};
    },
  });

  io.on('connection', (socket) => {
    for (const [name, handle] of Object.entries(handlersFor(socket))) {
      socket.on(name, (data: unknown, ack: Ack) => {
        handle(data as never).then(ack, (error: Error) => ack({ error: error.message }));
      });
    }
    socket.on('disconnect', () => {
      const peer = peers.get(socket.id);
      peers.delete(socket.id);
      peer?.send.close();
      peer?.receive.close();
    });
  });

  process.on('disconnect', () => {
    worker.close();
    process.exit(0);
  });
  http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
}

process.once('message', ({ script }: { script: string }) => void main(script));
