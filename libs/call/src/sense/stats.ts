import type { MediaPath, MediaSource } from '@okaeri/contracts';
import type { Arrived } from '../back/stalled';
import type { Counted, Packets } from '../ladder/look';
import type { CallStats } from '../types';
import type { Room } from '../room/room';

/** One entry of a report, with the members used here; browsers differ in which of them they fill. */
interface Entry {
  id: string;
  type: string;
  timestamp: number;
  kind?: string;
  mid?: string;
  rid?: string;
  bytesSent?: number;
  bytesReceived?: number;
  packetsSent?: number;
  packetsReceived?: number;
  packetsLost?: number;
  lastPacketReceivedTimestamp?: number;
  fractionLost?: number;
  frameWidth?: number;
  framesPerSecond?: number;
  framesDecoded?: number;
  audioLevel?: number;
  currentRoundTripTime?: number;
  responsesReceived?: number;
  selectedCandidatePairId?: string;
  localCandidateId?: string;
  protocol?: string;
  candidateType?: string;
  availableOutgoingBitrate?: number;
  roundTripTime?: number;
  roundTripTimeMeasurements?: number;
  qualityLimitationReason?: string;
  trackIdentifier?: string;
  concealedSamples?: number;
  silentConcealedSamples?: number;
  totalSamplesReceived?: number;
}
/** By this name mediasoup-client takes in what probes the link. */
const probes = 'probator';
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

function path(list: Entry[]): { roundTripMs: number | null; protocol: string | null; relayed: boolean; pair?: Entry } {
  const transport = list.find((entry) => entry.type === 'transport');
  const pair = list.find((entry) => entry.id === transport?.selectedCandidatePairId);
  const local = list.find((entry) => entry.id === pair?.localCandidateId);
  const seconds = pair?.currentRoundTripTime;
  return {
    roundTripMs: seconds === undefined ? null : seconds * 1000,
    protocol: local?.protocol ?? null,
    relayed: local?.candidateType === 'relay',
    ...(pair ? { pair } : {}),
  };
}

/** What one look at both transports found. */
export interface LinkReport {
  up: Counted;
  down: Counted;
  path: MediaPath | null;
  framesPerSecond: number | null;
  /** Sums of what was played, and of what of it had to be made up. */
  played: number;
  concealed: number;
  /** What came, by track. */
  arrived: ReadonlyMap<string, Arrived>;
}

export async function linkReport(room: Room): Promise<LinkReport> {
  const { send, receive } = await look(room);
  // What the worker sends to find out how much the link carries is nobody's picture, and is lost first.
  const inbound = receive.filter(({ type, mid }) => type === 'inbound-rtp' && mid !== probes);
  const outbound = send.filter(({ type }) => type === 'outbound-rtp');
  const reports = send.filter(({ type }) => type === 'remote-inbound-rtp');
  const pictures = inbound.filter(({ kind }) => kind === 'video');
  const sending = path(send);
  const receiving = path(receive);
  const heard = (list: Entry[]) =>
    sum(
      list.filter(({ type }) => type === 'transport'),
      ({ bytesReceived }) => bytesReceived,
    );
  const sent = (kind: string): Packets => ({
    lost: sum(reports.filter(of(kind)), ({ packetsLost }) => packetsLost),
    all: sum(outbound.filter(of(kind)), ({ packetsSent }) => packetsSent),
  });
  const got = (kind: string): Packets => ({
    lost: sum(inbound.filter(of(kind)), ({ packetsLost }) => packetsLost),
    all: sum(inbound.filter(of(kind)), (one) => (one.packetsReceived ?? 0) + (one.packetsLost ?? 0)),
  });
  const estimate = sending.pair?.availableOutgoingBitrate;
  const spoken = inbound.filter(({ kind }) => kind === 'audio');
  return {
    up: {
      ...{
        heard: heard(send),
        bytes: sum(outbound, ({ bytesSent }) => bytesSent),
        audio: sent('audio'),
        video: sent('video'),
      },
      estimate: estimate === undefined ? null : estimate / 1000,
      roundTripMs: Math.max(sending.roundTripMs ?? 0, ...reports.map((one) => (one.roundTripTime ?? 0) * 1000)) || null,
      trips: tripsOf(sending.pair, reports),
      firsthand: false,
      way: sending.pair?.id ?? null,
      limited: outbound.some(({ qualityLimitationReason }) => qualityLimitationReason === 'bandwidth'),
      probed: false,
    },
    // Where anything at all comes in, the link is there, and it is the others who are silent.
    down: {
      ...{
        heard: heard(receive) + heard(send),
        bytes: sum(inbound, ({ bytesReceived }) => bytesReceived),
        audio: got('audio'),
        video: got('video'),
      },
      ...{ estimate: null, roundTripMs: receiving.roundTripMs, trips: tripsOf(receiving.pair, []) },
      firsthand: true,
      way: receiving.pair?.id ?? null,
      ...{ limited: false, probed: false },
    },
    path: pathOf(receiving.protocol ? receiving : sending),
    framesPerSecond: pictures.length > 0 ? Math.max(...pictures.map((one) => one.framesPerSecond ?? 0)) : null,
    played: sum(spoken, ({ totalSamplesReceived }) => totalSamplesReceived),
    // Silence that stands for silence is no loss.
    concealed: sum(spoken, (one) => (one.concealedSamples ?? 0) - (one.silentConcealedSamples ?? 0)),
    arrived: new Map(inbound.flatMap((one) => (one.trackIdentifier ? [[one.trackIdentifier, arrivedOf(one)]] : []))),
  };
}

/** Browsers that do not say when the last packet came are taken at their word that it came now. */
const arrivedOf = ({ packetsReceived = 0, timestamp, lastPacketReceivedTimestamp }: Entry): Arrived => ({
  packets: packetsReceived,
  agoMs: lastPacketReceivedTimestamp ? Math.max(0, timestamp - lastPacketReceivedTimestamp) : 0,
});
/** What was measured once stands in every report until it is measured anew. */
function tripsOf(pair: Entry | undefined, reports: Entry[]): number | null {
  const counts = [pair?.responsesReceived, ...reports.map((one) => one.roundTripTimeMeasurements)];
  const known = counts.filter((count) => count !== undefined);
  return known.length > 0 ? known.reduce((total, count) => total + count, 0) : null;
}
const of = (kind: string) => (entry: Entry) => entry.kind === kind;
const sum = (list: Entry[], value: (entry: Entry) => number | undefined) =>
  list.reduce((total, entry) => total + (value(entry) ?? 0), 0);
const pathOf = ({ protocol, relayed }: { protocol: string | null; relayed: boolean }): MediaPath | null => {
  if (relayed) return 'turn';
  return protocol === 'udp' || protocol === 'tcp' ? protocol : null;
};

export async function callStats(room: Room): Promise<CallStats> {
  const { send, receive } = await look(room);
  const sources: MediaSource[] = ['microphone', 'camera', 'screen', 'screenSound'];
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
  const { roundTripMs, protocol, relayed } = receive.length > 0 ? path(receive) : path(send);
  return { sent: sent.flat(), received, roundTripMs, protocol: relayed ? `relay ${protocol ?? ''}`.trim() : protocol };
}
