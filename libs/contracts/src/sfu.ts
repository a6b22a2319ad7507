import { z } from 'zod';
import {
  consumerOffer,
  dtlsParameters,
  iceParameters,
  pauseReason,
  producerRequest,
  rtpCapabilities,
  transportOptions,
} from './rtp';

/**
 * The wire between signaling and an sfu node: JSON text frames over a WebSocket at `/link`, opened by signaling with
 * `Authorization: Bearer <SFU_SECRET>`. The node knows rooms and seats by opaque ids and nothing else of a visit.
 * A repeated request id gets the first answer again; an epoch below the room's is refused with `room_moved`.
 */
const seat = { seatId: z.string().min(1).max(64) };
export const direction = z.enum(['send', 'receive']);
export type Direction = z.infer<typeof direction>;

const nothing = z.object({});
const seatIdOf = z.string().min(1).max(64);
const spatialLayer = z.number().int().min(0).max(2);

/**
 * Whose microphones each seat is given; what is not in it is held back. A room without a plan lets everything through,
 * screens too.
 * A version that is not higher than the last is ignored, so any process may say it any number of times.
 */
export const sfuPlan = z.strictObject({
  version: z.number().int(),
  hears: z.record(seatIdOf, z.array(seatIdOf).max(24)),
  /** Who alone may send a screen and its sound. */
  screen: seatIdOf.nullable().default(null),
  /** For how long what is now held back still comes: no word is lost between two interpreters. */
  lingerMs: z.number().int().min(0).max(500).default(0),
});
export type SfuPlan = z.output<typeof sfuPlan>;

/**
 * One direction of a seat's link as the node sees it, since it looked last. What was lost before it came to the node, on
 * somebody else's link, is not this link's loss: her own browser cannot tell these apart, and the node can.
 */
export const linkSide = z.object({
  kbps: z.number(),
  /** Of sound, and of pictures. */
  loss: z.number().nullable(),
  pictureLoss: z.number().nullable(),
  roundTripMs: z.number().nullable(),
});
export type LinkSide = z.infer<typeof linkSide>;
/** What is to be known of a link: what has been lost takes many more questions to the worker than how wide it is. */
export const lookWish = z.object({ losses: z.boolean().default(true) });

/** What a listener may want of a consumer. */
export const consumerWish = {
  consumerId: z.string().max(64),
  paused: z.boolean().optional(),
  spatialLayer: spatialLayer.optional(),
  temporalLayer: spatialLayer.optional(),
  /** A picture now and then instead of a moving one. */
  stills: z.boolean().optional(),
};
/** The highest layer that somebody plays; -1: nobody plays any. */
export const wantedLayer = z.literal([-1, 0, 1, 2]);

/** Where an engine takes in what one seat says: a UDP port of its own for each voice. */
export const soundAddress = z.object({
  ip: z.union([z.ipv4(), z.ipv6()]),
  port: z.number().int().min(1024).max(65_535),
});
export type SoundAddress = z.infer<typeof soundAddress>;

/** How a copied voice comes: Opus at 48 kHz in RTP, its RTCP on the same port. */
export const copiedSound = z.object({
  payloadType: z.number().int(),
  /** What it is encrypted with (SDES, RFC 4568); `null` within one machine. */
  srtp: z.object({ cryptoSuite: z.string(), keyBase64: z.string() }).nullable(),
});
export type CopiedSound = z.infer<typeof copiedSound>;
const copy = { ...seat, copyId: z.uuid() };

export const sfuRequests = {
  /** Creates the room, or confirms it. `hearsItself`: a seat also receives what it sends (the check alone). */
  'room.open': {
    data: z.object({
      hearsItself: z.boolean().default(false),
      countries: z.array(z.string()).nullable().default(null),
      plan: sfuPlan.nullable().default(null),
    }),
    reply: z.object({ rtpCapabilities }),
  },
  'room.plan': { data: z.object({ plan: sfuPlan }), reply: nothing },
  'room.close': { data: nothing, reply: nothing },
  /** Both transports and a live consumer for everything that others send. A seat that joins again starts afresh. */
  'seat.join': {
    data: z.object({ ...seat, rtpCapabilities }),
    reply: z.object({
      send: transportOptions,
      receive: transportOptions,
      consumers: z.array(consumerOffer),
    }),
  },
  'seat.leave': { data: z.object(seat), reply: nothing },
  /** What the node holds for a seat, for a client that was away. `null` when the seat is not in the room. */
  'seat.snapshot': {
    data: z.object(seat),
    reply: z.object({
      seat: z
        .object({
          producers: z.array(z.object({ id: z.string(), source: z.string(), paused: z.boolean() })),
          consumers: z.array(consumerOffer),
        })
        .nullable(),
    }),
  },
  /** Told to everybody who listens to the room, and kept nowhere. */
  'seat.say': {
    data: z.object({ ...seat, kind: z.string().max(16), data: z.string().max(512) }),
    reply: nothing,
  },
  /**
   * What the seat's microphone sends goes to an engine as well: whichever microphone it is, also one that comes later, and
   * nothing while it is muted. Until it is ended, or the link of who asked is, or the room; one copy of a seat, the last.
   * Refused with `media_refused` where the node's environment does not name the address.
   */
  'voice.copy': { data: z.object({ ...copy, to: soundAddress }), reply: copiedSound },
  'voice.uncopy': { data: z.object(copy), reply: nothing },
  'transport.connect': { data: z.object({ ...seat, direction, dtlsParameters }), reply: nothing },
  'transport.restartIce': { data: z.object({ ...seat, direction }), reply: z.object({ iceParameters }) },
  /** A second producer of the same source replaces the first: a seat never sends two of a kind. */
  'producer.create': {
    data: z.object({ ...seat, ...producerRequest.shape }),
    reply: z.object({ producerId: z.string() }),
  },
  'producer.set': {
    data: z.object({ ...seat, producerId: z.string(), paused: z.boolean(), because: pauseReason.default('self') }),
    reply: nothing,
  },
  'producer.close': { data: z.object({ ...seat, producerId: z.string() }), reply: nothing },
  'consumer.set': {
    data: z.object({ ...seat, ...consumerWish }),
    reply: nothing,
  },
  /** Sums over the seat's transports, and how its link is; for `link.look` and for the benches. */
  'seat.stats': {
    data: z.object({ ...seat, ...lookWish.shape }),
    reply: z.object({
      bytesReceived: z.number(),
      bytesSent: z.number(),
      consumers: z.number(),
      producers: z.number(),
      up: linkSide,
      down: linkSide,
    }),
  },
} as const;
export type SfuRequestName = keyof typeof sfuRequests;
export type SfuRequestData<N extends SfuRequestName> = z.infer<(typeof sfuRequests)[N]['data']>;
export type SfuReply<N extends SfuRequestName> = z.infer<(typeof sfuRequests)[N]['reply']>;

/** What a node says of itself at once and every two seconds. */
export const nodeAnnouncement = z.object({
  nodeId: z.string(),
  country: z.string().nullable(),
  draining: z.boolean(),
  workers: z.number().int(),
  rooms: z.number().int(),
  seats: z.number().int(),
  /** Of the busiest worker, 0..1. */
  load: z.number(),
  openssl: z.string(),
  mediasoup: z.string(),
  rtpCapabilities,
});
export type NodeAnnouncement = z.infer<typeof nodeAnnouncement>;

export const sfuEvents = {
  node: nodeAnnouncement,
  'consumer.opened': z.object({ ...seat, consumer: consumerOffer }),
  'consumer.closed': z.object({ ...seat, consumerId: z.string() }),
  /** The sender muted or unmuted, or switched its camera; or the plan let it through or held it back. */
  'consumer.changed': z.object({
    ...seat,
    consumerId: z.string(),
    producerPaused: z.boolean(),
    because: pauseReason.default('self'),
    held: z.boolean(),
  }),
  'seat.said': z.object({ ...seat, kind: z.string(), data: z.string() }),
  'producer.wanted': z.object({ ...seat, producerId: z.string(), layer: wantedLayer }),
  /** The room's worker died; the room is gone from this node. */
  'room.lost': z.object({}),
} as const;
export type SfuEventName = keyof typeof sfuEvents;
export type SfuEventData<N extends SfuEventName> = z.infer<(typeof sfuEvents)[N]>;

/** signaling → sfu */
export const sfuRequestFrame = z.object({
  id: z.string().min(1).max(64),
  roomId: z.string().min(1).max(64),
  epoch: z.number().int().min(0),
  name: z.string(),
  data: z.unknown(),
});
export type SfuRequestFrame = z.infer<typeof sfuRequestFrame>;

/** sfu → signaling */
export type SfuReplyFrame =
  | { id: string; ok: true; data: unknown }
  | { id: string; ok: false; error: { code: string; message: string } };
export type SfuEventFrame = {
  [N in SfuEventName]: { event: N; roomId: string | null; epoch: number | null; data: SfuEventData<N> };
}[SfuEventName];
