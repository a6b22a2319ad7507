import { OkaeriError } from '@okaeri/contracts';
import type { MediaSource, RtpCapabilitiesWire, RtpParametersWire } from '@okaeri/contracts';
import { ortc } from 'mediasoup';
import type { types } from 'mediasoup';

/**
 * What every room of every node speaks. Payload types are fixed, so that what a node announces is what each of its
 * rooms really uses and a page can load its Device before it knows the room.
 */
export const mediaCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    preferredPayloadType: 100,
    clockRate: 48_000,
    channels: 2,
    // Silence costs almost nothing, and a lost packet is repaired from the next one.
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000 },
];

/** The same as `router.rtpCapabilities`, known before a worker lives. */
export const nodeCapabilities = ortc.generateRouterRtpCapabilities(mediaCodecs) as RtpCapabilitiesWire;

/**
 * Chromium ignores a key frame request within about 300 ms of its last key frame, and the worker asks again only after
 * a second: without this distance the second of two people who join together waits a second for the picture.
 */
export const keyFrameRequestDelay = 350;
/** Bits per second that a listener is trusted with before its link is measured: the top layer at once. */
export const initialOutgoingBitrate = 3_000_000;
/**
 * Bits per second that a listener's link is never thought to fall below: room for the smallest picture. Below it the worker
 * would send no picture any more, hence hear of no packet that came, hence never find out that the link is wide again.
 * Whether a link carries pictures at all is decided by the ladder, from what is really lost.
 */
export const minOutgoingBitrate = 160_000;
/** Three layers take 2.2 Mb/s; the start bit rate of the browsers' probe is 3. */
export const maxIncomingBitrate = 4_000_000;

const kinds: Record<MediaSource, types.MediaKind> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  screenSound: 'audio',
};
/** A screen is sharp or small; a camera has a layer between. */
const mostEncodings: Record<MediaSource, number> = { microphone: 1, camera: 3, screen: 2, screenSound: 1 };

/** The kind of a source, once what the client wants to send for it makes sense. Throws `media_refused`. */
export function checkProducer(source: MediaSource, rtpParameters: RtpParametersWire): types.MediaKind {
  const kind = kinds[source];
  const { codecs, encodings } = rtpParameters;
  if (codecs.some(({ mimeType }) => !mimeType.startsWith(`${kind}/`))) throw new OkaeriError('media_refused');
  if (encodings.length > mostEncodings[source]) throw new OkaeriError('media_refused');
  const ssrcs = encodings.flatMap(({ ssrc, rtx }) => [ssrc, rtx?.ssrc]).filter((ssrc) => ssrc !== undefined);
  const rids = encodings.map(({ rid }) => rid).filter((rid) => rid !== undefined);
  if (hasTwice(ssrcs) || hasTwice(rids) || hasTwice(codecs.map(({ payloadType }) => payloadType))) {
    throw new OkaeriError('media_refused');
  }
  // Nothing else would tell the worker which packets belong to this producer.
  if (ssrcs.length === 0 && rids.length === 0) throw new OkaeriError('media_refused');
  refuseWhatThrows(() => {
    const copy = structuredClone(rtpParameters) as types.RtpParameters;
    ortc.validateAndNormalizeRtpParameters(copy);
    ortc.getProducerRtpParametersMapping(copy, nodeCapabilities as types.RtpCapabilities);
  });
  return kind;
}

const fingerprintBytes: Record<types.FingerprintAlgorithm, number> = {
  'sha-1': 20,
  'sha-224': 28,
  'sha-256': 32,
  'sha-384': 48,
  'sha-512': 64,
};

/** The worker takes any text for a fingerprint and then waits for a certificate that cannot exist. Throws `media_refused`. */
export function checkDtlsParameters(dtlsParameters: types.DtlsParameters): types.DtlsParameters {
  for (const { algorithm, value } of dtlsParameters.fingerprints) {
    const pairs = value.split(':');
    if (pairs.length !== fingerprintBytes[algorithm] || pairs.some((pair) => pair.length !== 2)) {
      throw new OkaeriError('media_refused');
    }
  }
  return dtlsParameters;
}

/** What a client says it can receive, as mediasoup wants it. Throws `media_refused`. */
export function checkCapabilities(rtpCapabilities: RtpCapabilitiesWire): types.RtpCapabilities {
  const copy = structuredClone(rtpCapabilities) as types.RtpCapabilities;
  refuseWhatThrows(() => ortc.validateAndNormalizeRtpCapabilities(copy));
  return copy;
}

function refuseWhatThrows(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw Object.assign(new OkaeriError('media_refused'), { cause: error });
  }
}

function hasTwice(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}
