import type { DeviceSource } from '@okaeri/contracts';
import type { CallStats } from '../types';
import type { QualitySample } from './quality';
import type { Room } from '../room/room';

/** One entry of a report, with the members used here; browsers differ in which of them they fill. */
interface Entry {
  id: string;
  type: string;
  kind?: string;
  rid?: string;
  bytesSent?: number;
  bytesReceived?: number;
  packetsSent?: number;
  packetsReceived?: number;
  packetsLost?: number;
  fractionLost?: number;
  frameWidth?: number;
  framesPerSecond?: number;
  framesDecoded?: number;
  audioLevel?: number;
  currentRoundTripTime?: number;
  selectedCandidatePairId?: string;
  localCandidateId?: string;
  protocol?: string;
}
const entries = (report: RTCStatsReport) => [...(report as unknown as Map<string, Entry>).values()];

/** Both transports' reports, one that is closed or not there yet counting as empty. */
async function look(room: Room): Promise<{ send: Entry[]; receive: Entry[] }> {
  const [receive, send] = await Promise.all(
    [room.paths[0], room.paths[1]].map(
      async (path) => (await path?.transport.getStats().then(entries, () => [])) ?? [],
    ),
  );
  return { send: send ?? [], receive: receive ?? [] };
}

function path(list: Entry[]): { roundTripMs: number | null; protocol: string | null } {
  const transport = list.find((entry) => entry.type === 'transport');
  const pair = list.find((entry) => entry.id === transport?.selectedCandidatePairId);
  const local = list.find((entry) => entry.id === pair?.localCandidateId);
  const seconds = pair?.currentRoundTripTime;
  return { roundTripMs: seconds === undefined ? null : seconds * 1000, protocol: local?.protocol ?? null };
}

export async function qualitySample(room: Room): Promise<QualitySample> {
  const { send, receive } = await look(room);
  const sum = (list: Entry[], type: string, value: (entry: Entry) => number | undefined) =>
    list.reduce((total, entry) => total + (entry.type === type ? (value(entry) ?? 0) : 0), 0);
  const reports = send.filter((entry) => entry.type === 'remote-inbound-rtp');
  return {
    packetsReceived: sum(receive, 'inbound-rtp', (entry) => entry.packetsReceived),
    packetsLost: sum(receive, 'inbound-rtp', (entry) => entry.packetsLost),
    sendLoss: Math.max(0, ...reports.map((entry) => entry.fractionLost ?? 0)),
    roundTripMs: path(receive).roundTripMs ?? path(send).roundTripMs,
  };
}

export async function callStats(room: Room): Promise<CallStats> {
  const { send, receive } = await look(room);
  const sources: DeviceSource[] = ['microphone', 'camera'];
  const sent = await Promise.all(
    sources.map(async (source) => {
      const producer = room.sender?.producer(source);
      const report = await producer?.getStats().catch(() => null);
      return (report ? entries(report) : [])
        .filter((entry) => entry.type === 'outbound-rtp')
        .map((entry) => ({
          source,
          rid: entry.rid ?? null,
          bytes: entry.bytesSent ?? 0,
          packets: entry.packetsSent ?? 0,
          width: entry.frameWidth ?? null,
          framesPerSecond: entry.framesPerSecond ?? null,
        }));
    }),
  );
  const received = await Promise.all(
    room.received().map(async ({ offer, consumer }) => {
      const report = await consumer.getStats().catch(() => null);
      const entry = (report ? entries(report) : []).find((one) => one.type === 'inbound-rtp');
      return {
        seatId: offer.seatId,
        source: offer.source,
        bytes: entry?.bytesReceived ?? 0,
        packets: entry?.packetsReceived ?? 0,
        packetsLost: entry?.packetsLost ?? 0,
        width: entry?.frameWidth ?? null,
        framesDecoded: entry?.framesDecoded ?? null,
        audioLevel: entry?.audioLevel ?? null,
      };
    }),
  );
  return { sent: sent.flat(), received, ...(receive.length > 0 ? path(receive) : path(send)) };
}
