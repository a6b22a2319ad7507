import { z } from 'zod';
import { locales } from './languages';
import { notice, topics } from './notices';
import type { Permission } from './permissions';
import {
  consumerOffer,
  dtlsParameters,
  iceParameters,
  pauseReason,
  producerRequest,
  rtpCapabilities,
  tag,
  transportOptions,
} from './rtp';
import { ladderSides, stepCauses, steps } from './ladder';
import { qualitySample } from './quality';
import { consumerWish, direction, lookWish, linkSide, wantedLayer } from './sfu';
import { sayingKinds, sayingMost, showing, showingKinds } from './showing';
import { languagePair, soundModes, soundView } from './sound';
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

/** Languages in which what is said in the room is written down by an engine now. Shown to everybody there. */
const written = z.array(tag);

export const visitSnapshot = z.object({
  visitId: z.uuid(),
  status,
  version: z.number().int(),
  me: z.object({ seatId: z.uuid(), role, state }),
  seats: z.array(
    z.object({
      seatId: z.uuid(),
      role,
      state,
      /** The seat in whose room she sits. */
      beside: z.uuid().nullable(),
      /** Her place among those who wait, where somebody has put them in an order. */
      waitRank: z.number().int().nullable(),
      /** Without a window since a moment ago: until when her place is kept. */
      away: z.iso.datetime().nullable(),
    }),
  ),
  sound: soundView,
  written,
  showing,
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
export type IceServer = z.infer<typeof iceServer>;

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
const present: Rule = { permission: 'visit.sound', from: seated };
const inside: Rule = { permission: 'visit.sound', from: ['admitted', 'joined'] };
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
      /** The seat in whose room she sits: one microphone and one loudspeaker for both. */
      beside: z.uuid().nullable().default(null),
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
  /** Who hears whom. What may be said before joining is asked as `visit.sound`, each time. */
  'sound.mode': {
    rule: { permission: 'visit.sound', from: ['joined'] } as Rule,
    data: z.object({ mode: z.enum(soundModes) }),
    reply: nothing,
  },
  /** `null`: her own language. */
  'sound.hear': {
    rule: inside,
    data: z.object({ language: z.union([tag, z.literal('floor')]).nullable() }),
    reply: nothing,
  },
  'sound.speak': { rule: inside, data: z.object({ language: tag }), reply: nothing },
  /** `null`: she interprets no longer. */
  'interpret.appoint': {
    rule: { permission: 'visit.admit', from: ['joined'] } as Rule,
    data: z.object({ seatId: z.uuid(), pair: languagePair.nullable() }),
    reply: nothing,
  },
  'interpret.set': { rule: inRoom, data: z.object({ to: tag.nullable() }), reply: nothing },
  'interpret.relay': { rule: inRoom, data: z.object({ via: tag.nullable() }), reply: nothing },
  'interpret.offer': { rule: inRoom, data: z.object({ seatId: z.uuid().nullable() }), reply: nothing },
  'interpret.take': { rule: inRoom, data: nothing, reply: nothing },
  /** To everybody in the room, and kept nowhere: `data` is JSON text of `showing.ts`. */
  'seat.say': {
    rule: inRoom,
    data: z.object({ kind: z.enum(sayingKinds), data: z.string().max(sayingMost) }),
    reply: nothing,
  },
  'show.start': {
    rule: inRoom,
    data: z.object({ kind: z.enum(showingKinds), fileId: z.uuid().nullable() }),
    reply: nothing,
  },
  'show.stop': { rule: inRoom, data: nothing, reply: nothing },
  /** Her link as the sfu sees it. */
  'link.look': { rule: inRoom, data: lookWish, reply: z.object({ up: linkSide, down: linkSide }) },
  'step.report': {
    rule: inRoom,
    data: z.object({
      side: z.enum(ladderSides),
      step: z.enum(steps),
      cause: z.enum(stepCauses),
      /** How long before this: what changed while the connection was gone is said afterwards. */
      agoMs: z.number().int().min(0).max(3_600_000).default(0),
    }),
    reply: nothing,
  },
  'quality.report': { rule: inRoom, data: qualitySample, reply: nothing },
  /** She wants to be rung. */
  'callback.ask': { rule: present, data: nothing, reply: nothing },
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
  'transport.restartIce': {
    rule: inRoom,
    data: z.object({ direction }),
    reply: z.object({ iceParameters, iceServers: z.array(iceServer) }),
  },
  'producer.create': { rule: inRoom, data: producerRequest, reply: z.object({ producerId: z.string() }) },
  'producer.set': {
    rule: inRoom,
    data: z.object({ producerId: z.string().max(64), paused: z.boolean(), because: pauseReason.default('self') }),
    reply: nothing,
  },
  'producer.close': { rule: inRoom, data: z.object({ producerId: z.string().max(64) }), reply: nothing },
  'consumer.set': {
    rule: inRoom,
    data: z.object(consumerWish),
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
  'consumer.changed': z.object({
    consumerId: z.string(),
    producerPaused: z.boolean(),
    because: pauseReason,
    held: z.boolean(),
  }),
  'sound.changed': z.object({ sound: soundView, written }),
  'seat.said': z.object({ seatId: z.uuid(), kind: z.enum(sayingKinds), data: z.string() }),
  'show.changed': z.object({ showing }),
  /** What of her own picture somebody plays: the rest need not be sent. */
  'producer.wanted': z.object({ producerId: z.string(), layer: wantedLayer }),
  /** The room is on another node now; join again. */
  'room.moved': z.object({ epoch: z.number().int() }),
  /** Your seat is held by a newer window, was removed, or the visit ended, was cancelled or moved to later. The connection is closed after it. */
  'seat.closed': z.object({ reason: z.enum(['superseded', 'removed', 'ended', 'cancelled', 'moved']) }),
} as const;
export type ServerMessageName = keyof typeof serverMessages;
export type ServerMessageData<N extends ServerMessageName> = z.infer<(typeof serverMessages)[N]>;
