import { z } from 'zod';

/**
 * WebRTC parameters as they may come from a browser (W3C ORTC names, as mediasoup uses them). mediasoup's worker
 * survives nonsense but accepts it (ssrc -1, ten thousand encodings, an id of the client's choice), so everything
 * is bounded here first and unknown members are stripped.
 */
const short = z.string().max(64);
const uint32 = z.number().int().min(0).max(0xffff_ffff);
const payloadType = z.number().int().min(0).max(127);

const codecParameters = z.record(short, z.union([z.string().max(256), z.number(), z.null(), z.undefined()]));
const rtcpFeedback = z.array(z.object({ type: short, parameter: short.optional() })).max(24);

const codecCapability = z.object({
  kind: z.enum(['audio', 'video']),
  mimeType: z
    .string()
    .max(64)
    .regex(/^(audio|video)\/[\w.+-]+$/),
  preferredPayloadType: payloadType.optional(),
  clockRate: z.number().int().min(1).max(384_000),
  channels: z.number().int().min(1).max(8).optional(),
  parameters: codecParameters.optional(),
  rtcpFeedback: rtcpFeedback.optional(),
});

const headerExtensionCapability = z.object({
  kind: z.enum(['audio', 'video']),
  uri: z.string().max(128),
  preferredId: z.number().int().min(1).max(255),
  preferredEncrypt: z.boolean().optional(),
  direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
});

export const rtpCapabilities = z.object({
  codecs: z.array(codecCapability).max(64),
  headerExtensions: z.array(headerExtensionCapability).max(64),
});
export type RtpCapabilitiesWire = z.infer<typeof rtpCapabilities>;

export const rtpParameters = z.object({
  mid: z.string().max(16).optional(),
  msid: z.string().max(160).optional(),
  codecs: z
    .array(
      z.object({
        mimeType: z
          .string()
          .max(64)
          .regex(/^(audio|video)\/[\w.+-]+$/),
        payloadType,
        clockRate: z.number().int().min(1).max(384_000),
        channels: z.number().int().min(1).max(8).optional(),
        parameters: codecParameters.optional(),
        rtcpFeedback: rtcpFeedback.optional(),
      }),
    )
    .min(1)
    .max(8),
  headerExtensions: z
    .array(
      z.object({
        uri: z.string().max(128),
        id: z.number().int().min(1).max(255),
        encrypt: z.boolean().optional(),
        parameters: codecParameters.optional(),
      }),
    )
    .max(24)
    .optional(),
  encodings: z
    .array(
      z.object({
        ssrc: uint32.optional(),
        rid: z.string().max(16).optional(),
        codecPayloadType: payloadType.optional(),
        rtx: z.object({ ssrc: uint32 }).optional(),
        dtx: z.boolean().optional(),
        scalabilityMode: z
          .string()
          .max(16)
          .regex(/^[LS][1-4]T[1-4][\w]*$/)
          .optional(),
        scaleResolutionDownBy: z.number().min(1).max(16).optional(),
        maxBitrate: z.number().int().min(0).max(20_000_000).optional(),
        active: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(4),
  rtcp: z
    .object({ cname: z.string().max(128).optional(), reducedSize: z.boolean().optional(), mux: z.boolean().optional() })
    .optional(),
});
export type RtpParametersWire = z.infer<typeof rtpParameters>;

export const dtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z
          .string()
          .max(200)
          .regex(/^[0-9A-Fa-f:]+$/),
      }),
    )
    .min(1)
    .max(5),
});

export const iceParameters = z.object({
  usernameFragment: z.string(),
  password: z.string(),
  iceLite: z.boolean().optional(),
});

export const transportOptions = z.object({
  id: z.string(),
  iceParameters,
  iceCandidates: z.array(z.looseObject({ protocol: z.enum(['udp', 'tcp']), port: z.number() })),
  dtlsParameters,
});
export type TransportOptionsWire = z.infer<typeof transportOptions>;

/** `screenSound`: what a shared window plays. */
export const mediaSources = ['microphone', 'camera', 'screen', 'screenSound'] as const;
export type MediaSource = (typeof mediaSources)[number];
/** What a device of hers picks up. */
export type DeviceSource = Extract<MediaSource, 'microphone' | 'camera'>;

/** BCP 47. Two are compared by `sameLanguage`. */
export const tag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export const pauseReason = z.enum(['self', 'link']);
export type PauseReason = z.infer<typeof pauseReason>;

/** A producer that a client asks for. `synthetic` marks a test picture or tone: the others are told so. */
export const producerRequest = z.object({
  source: z.enum(mediaSources),
  rtpParameters,
  paused: z.boolean().default(false),
  synthetic: z.boolean().default(false),
  /** Of a microphone: what is spoken into it. One that the seat was not given is refused. */
  language: tag.nullable().default(null),
});
export type ProducerRequest = z.infer<typeof producerRequest>;

/** One stream offered to one listener. */
export const consumerOffer = z.object({
  id: z.string(),
  producerId: z.string(),
  seatId: z.string(),
  source: z.enum(mediaSources),
  synthetic: z.boolean(),
  kind: z.enum(['audio', 'video']),
  rtpParameters,
  /** Paused here, until the listener says that it is ready or wants it again. */
  paused: z.boolean(),
  /** Paused at the sender: muted, or camera off. */
  producerPaused: z.boolean(),
  /** Why: her own wish, or a link that carries no more. */
  because: pauseReason.default('self'),
  /** Kept back by the plan of who hears whom; `paused` stays the listener's own wish. */
  held: z.boolean(),
});
export type ConsumerOffer = z.infer<typeof consumerOffer>;
