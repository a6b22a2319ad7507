import { z } from 'zod';
import { locales } from './languages';
import { notice, topics } from './notices';
import type { Permission } from './permissions';
import {
  consumerOffer,
  dtlsParameters,
  iceParameters,
  producerRequest,
  rtpCapabilities,
  transportOptions,
} from './rtp';
import { direction } from './sfu';
import { seatMoves, seatRoles, visitMoves } from './states';
import type { SeatState, SeatRole, VisitStatus } from './states';

/**
 * The signalling protocol between a page and the gateway (Socket.IO, path `/socket`). `signaling.md` tells it in prose.
 * Every message is a request with an acknowledgement `{ ok: true, data } | { ok: false, error: { code, message } }`.
 */

const status = z.enum(Object.keys(visitMoves) as [VisitStatus, ...VisitStatus[]]);
const state = z.enum(Object.keys(seatMoves) as [SeatState, ...SeatState[]]);
const role = z.enum(seatRoles as readonly [SeatRole, ...SeatRole[]]);
const nothing = z.object({});

/** Asked before waiting: an ambulance must be able to find her, and a dropped call must be able to go on by phone. */
export const arrival = z.object({
  identityConfirmed: z.literal(true),
  /** Where she is now, in her own words: street and town, or a hotel. */
  place: z.string().trim().min(2).max(200),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  callbackNumber: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 ()-]{5,20}$/),
});
export type Arrival = z.infer<typeof arrival>;

export const visitSnapshot = z.object({
  visitId: z.uuid(),
  status,
  version: z.number().int(),
  me: z.object({ seatId: z.uuid(), role, state }),
  seats: z.array(z.object({ seatId: z.uuid(), role, state })),
  /** What a Device is loaded with, known before the click that joins; `null` while no node is reachable. */
  rtpCapabilities: rtpCapabilities.nullable(),
  /** The room's epoch, or `null` when no room is open yet. */
  epoch: z.number().int().nullable(),
});
export type VisitSnapshot = z.infer<typeof visitSnapshot>;

export const iceServer = z.object({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
});

export const roomJoined = z.object({
  epoch: z.number().int(),
  seatId: z.string(),
  send: transportOptions,
  receive: transportOptions,
  consumers: z.array(consumerOffer),
  iceServers: z.array(iceServer),
});
export type RoomJoined = z.infer<typeof roomJoined>;

export const roomResumed = z.object({
  snapshot: visitSnapshot,
  /** `null`: the seat is not in a room any more; join again. */
  room: z
    .object({
      epoch: z.number().int(),
      producers: z.array(z.object({ id: z.string(), source: z.string(), paused: z.boolean() })),
      consumers: z.array(consumerOffer),
    })
    .nullable(),
});
export type RoomResumed = z.infer<typeof roomResumed>;

interface Rule {
  /** What `requireAccess` is asked. */
  permission: Permission;
  /** States of the sender's own seat in which the message is accepted; `null` where no seat is needed. */
  from: readonly SeatState[] | null;
}
const seated: readonly SeatState[] = ['waiting', 'admitted', 'joined'];
const inRoom: Rule = { permission: 'visit.media', from: ['joined'] };
const host: readonly SeatState[] = ['admitted', 'joined'];

/** Client to server. `from` is checked against the seat that this connection entered with. */
export const clientMessages = {
  /** Live notices for pages; each topic is asked for access on its own. */
  'notices.watch': {
    rule: { permission: 'notices.watch', from: null } as Rule,
    data: z.object({ topics: z.array(z.object({ topic: z.enum(topics), id: z.uuid() })).max(16) }),
    reply: nothing,
  },
  /** Takes the person's seat for this connection. A patient who has not arrived yet must say where she is. */
  'visit.enter': {
    rule: { permission: 'visit.enter', from: null } as Rule,
    data: z.object({
      protocol: z.number().int(),
      visitId: z.uuid(),
      language: z.enum(locales),
      arrival: arrival.nullable().default(null),
    }),
    reply: z.object({ seatToken: z.string(), snapshot: visitSnapshot }),
  },
  /** The same window after its connection was lost. */
  'visit.resume': {
    rule: { permission: 'visit.enter', from: null } as Rule,
    data: z.object({
      protocol: z.number().int(),
      visitId: z.uuid(),
      seatToken: z.string().max(128),
      epoch: z.number().int().nullable(),
    }),
    reply: roomResumed,
  },
  'visit.leave': { rule: { permission: 'visit.leave', from: seated } as Rule, data: nothing, reply: nothing },
  'visit.end': { rule: { permission: 'visit.end', from: host } as Rule, data: nothing, reply: nothing },
  'seat.admit': {
    rule: { permission: 'visit.admit', from: host } as Rule,
    data: z.object({ seatId: z.uuid() }),
    reply: nothing,
  },
  'seat.remove': {
    rule: { permission: 'visit.remove', from: host } as Rule,
    data: z.object({ seatId: z.uuid() }),
    reply: nothing,
  },
  /** One round trip to a call: transports and everything that the others send. */
  'room.join': {
    rule: { permission: 'visit.media', from: ['admitted', 'joined'] } as Rule,
    data: z.object({ rtpCapabilities }),
    reply: roomJoined,
  },
  /** Sound and picture alone, through the sfu and back. Needs no visit. */
  'check.open': {
    rule: { permission: 'check.run', from: null } as Rule,
    data: nothing,
    reply: z.object({ rtpCapabilities }),
  },
  'check.join': {
    rule: { permission: 'check.run', from: null } as Rule,
    data: z.object({ rtpCapabilities }),
    reply: roomJoined,
  },
  'check.close': { rule: { permission: 'check.run', from: null } as Rule, data: nothing, reply: nothing },
  /** The following act on the room this connection joined last: a visit's or its own check. */
  'transport.connect': { rule: inRoom, data: z.object({ direction, dtlsParameters }), reply: nothing },
  'transport.restartIce': { rule: inRoom, data: z.object({ direction }), reply: z.object({ iceParameters }) },
  'producer.create': { rule: inRoom, data: producerRequest, reply: z.object({ producerId: z.string() }) },
  'producer.set': {
    rule: inRoom,
    data: z.object({ producerId: z.string().max(64), paused: z.boolean() }),
    reply: nothing,
  },
  'producer.close': { rule: inRoom, data: z.object({ producerId: z.string().max(64) }), reply: nothing },
  'consumer.set': {
    rule: inRoom,
    data: z.object({
      consumerId: z.string().max(64),
      paused: z.boolean().optional(),
      spatialLayer: z.number().int().min(0).max(2).optional(),
    }),
    reply: nothing,
  },
} as const;
export type ClientMessageName = keyof typeof clientMessages;
/** What a caller passes (defaults may be left out). */
export type ClientMessageInput<N extends ClientMessageName> = z.input<(typeof clientMessages)[N]['data']>;
/** What a handler receives. */
export type ClientMessageData<N extends ClientMessageName> = z.output<(typeof clientMessages)[N]['data']>;
export type ClientMessageReply<N extends ClientMessageName> = z.output<(typeof clientMessages)[N]['reply']>;

export type Ack<T> = { ok: true; data: T } | { ok: false; error: { code: string; message: string } };

/** Server to client; no acknowledgement: a client that missed one learns it from its next snapshot. */
export const serverMessages = {
  notice,
  'consumer.opened': z.object({ consumer: consumerOffer }),
  'consumer.closed': z.object({ consumerId: z.string() }),
  'consumer.changed': z.object({ consumerId: z.string(), producerPaused: z.boolean() }),
  /** The room is on another node now; join again. */
  'room.moved': z.object({ epoch: z.number().int() }),
  /** Your seat is held by a newer window, was removed, or the visit ended, was cancelled or moved to later. The connection is closed after it. */
  'seat.closed': z.object({ reason: z.enum(['superseded', 'removed', 'ended', 'cancelled', 'moved']) }),
} as const;
export type ServerMessageName = keyof typeof serverMessages;
export type ServerMessageData<N extends ServerMessageName> = z.infer<(typeof serverMessages)[N]>;
