import { randomUUID } from 'node:crypto';
import { farLookEveryMs, type RtpParametersWire } from '@okaeri/contracts';
import { RtpPath } from '../../support/rtp-peer';
import { startReadySfu } from '../../support/sfu';
import type { SfuLink } from '../../support/sfu';
import { deviceCapabilities } from '../../support/socket-window';
import { audioType, newStreams, videoType } from './leg';
import type { Leg, Peer } from './leg';

export const microphone = (ssrc: number): RtpParametersWire => ({
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: audioType, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc }],
});
export const camera = (ssrc: number): RtpParametersWire => ({
  mid: '1',
  codecs: [{ mimeType: 'video/VP8', payloadType: videoType, clockRate: 90_000 }],
  encodings: [{ ssrc }],
});

/** Our node, commanded over its link as signaling does it: with a plan of who hears whom, and looked at as pages look. */
export async function ours(): Promise<Leg> {
  const { sfu, link } = await startReadySfu({ SFU_WORKERS: '1', LOG_LEVEL: 'warn', MEDIA_IPS: '127.0.0.1' });
  const looks: NodeJS.Timeout[] = [];
  return {
    name: 'ours',
    pids: [sfu.pid],
    async visit(at) {
      const room = { roomId: `visit-${at}`, epoch: 1 };
      const seatIds = [randomUUID(), randomUUID(), randomUUID()];
      const hears = Object.fromEntries(seatIds.map((one) => [one, seatIds.filter((other) => other !== one)]));
      await link.request('room.open', room, { plan: { version: 1, hears, lingerMs: 0 } });
      const peers: Peer[] = [];
      for (const seatId of seatIds) peers.push(await join(link, room, seatId));
      for (const seatId of seatIds) {
        looks.push(
          setInterval(
            () => void link.request('seat.stats', room, { seatId, losses: false }).catch(() => undefined),
            farLookEveryMs.full,
          ),
        );
      }
      return peers;
    },
    async stop() {
      looks.forEach(clearInterval);
      await link.close();
      await sfu.stop();
    },
  };
}

type Room = { roomId: string; epoch: number };

async function join(link: SfuLink, room: Room, seatId: string): Promise<Peer> {
  const joined = await link.request('seat.join', room, { seatId, rtpCapabilities: deviceCapabilities });
  const open = (direction: 'send' | 'receive') =>
    RtpPath.open(joined[direction], (dtlsParameters) =>
      link.request('transport.connect', room, { seatId, direction, dtlsParameters }),
    );
  const [send, receive] = await Promise.all([open('send'), open('receive')]);
  const streams = newStreams();
  await link.request('producer.create', room, {
    ...{ seatId, source: 'microphone', rtpParameters: microphone(streams.audio) },
  });
  await link.request('producer.create', room, { seatId, source: 'camera', rtpParameters: camera(streams.video) });
  return { send, receive, streams };
}
