import { createWorker } from 'mediasoup';
import type { types } from 'mediasoup';

/**
 * mediasoup as its documentation has it, and nothing else: one worker, a router for each visit, orders over the channel to
 * the parent. Runs as a process of its own.
 */
const mediaCodecs: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000 },
];

async function main(): Promise<void> {
  const worker = await createWorker({ logLevel: 'none' });
  const listen = (protocol: 'udp' | 'tcp') => ({ protocol, ip: '127.0.0.1' });
  const webRtcServer = await worker.createWebRtcServer({ listenInfos: [listen('udp'), listen('tcp')] });
  const transports = new Map<string, types.WebRtcTransport>();
  const routers = new Map<string, types.Router>();

  const orders: Record<string, (data: never) => Promise<unknown>> = {
    router: async ({ visit }: { visit: string }) => {
      routers.set(visit, await worker.createRouter({ mediaCodecs }));
      return {};
    },
    transport: async ({ visit }: { visit: string }) => {
      const router = routers.get(visit) as types.Router;
      const made = await router.createWebRtcTransport({ webRtcServer, initialAvailableOutgoingBitrate: 3_000_000 });
      transports.set(made.id, made);
      const { id, iceParameters, iceCandidates, dtlsParameters } = made;
      return { id, iceParameters, iceCandidates, dtlsParameters };
    },
    connect: async ({ id, dtlsParameters }: { id: string; dtlsParameters: types.DtlsParameters }) => {
      await transports.get(id)?.connect({ dtlsParameters });
      return {};
    },
    produce: async ({ id, ...stream }: { id: string; kind: types.MediaKind; rtpParameters: types.RtpParameters }) => {
      const producer = await transports.get(id)?.produce(stream);
      return { producerId: producer?.id };
    },
    consume: async ({ id, ...wanted }: { id: string; producerId: string; rtpCapabilities: types.RtpCapabilities }) => {
      await transports.get(id)?.consume(wanted);
      return {};
    },
  };
  process.on('message', ({ id, name, data }: { id: number; name: string; data: never }) => {
    const answer = (more: object) => process.send?.({ id, ...more });
    orders[name]?.(data).then(
      (reply) => answer({ reply }),
      (error: Error) => answer({ error: error.message }),
    );
  });
  process.on('disconnect', () => {
    worker.close();
    process.exit(0);
  });
  process.send?.({ ready: true });
}

void main();
