import { z } from 'zod';
import {
  consumerOffer,
  dtlsParameters,
  iceParameters,
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

export const sfuRequests = {
  /** Creates the room, or confirms it. `hearsItself`: a seat also receives what it sends (the check alone). */
  'room.open': {
    data: z.object({
      hearsItself: z.boolean().default(false),
      countries: z.array(z.string()).nullable().default(null),
    }),
    reply: z.object({ rtpCapabilities }),
  },
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
  'transport.connect': { data: z.object({ ...seat, direction, dtlsParameters }), reply: nothing },
  'transport.restartIce': { data: z.object({ ...seat, direction }), reply: z.object({ iceParameters }) },
  /** A second producer of the same source replaces the first: a seat never sends two of a kind. */
  'producer.create': {
    data: z.object({ ...seat, ...producerRequest.shape }),
    reply: z.object({ producerId: z.string() }),
  },
  'producer.set': { data: z.object({ ...seat, producerId: z.string(), paused: z.boolean() }), reply: nothing },
  'producer.close': { data: z.object({ ...seat, producerId: z.string() }), reply: nothing },
  'consumer.set': {
    data: z.object({
      ...seat,
      consumerId: z.string(),
      paused: z.boolean().optional(),
      spatialLayer: z.number().int().min(0).max(2).optional(),
    }),
    reply: nothing,
  },
  /** Sums over the seat's transports, for quality and for the benches. */
  'seat.stats': {
    data: z.object(seat),
    reply: z.object({ bytesReceived: z.number(), bytesSent: z.number(), consumers: z.number(), producers: z.number() }),
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
  /** The sender muted or unmuted, or switched its camera. */
  'consumer.changed': z.object({ ...seat, consumerId: z.string(), producerPaused: z.boolean() }),
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
