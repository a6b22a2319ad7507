import type { ConsumerOffer, Step } from '@okaeri/contracts';
import type { Consumer, RtpParameters, Transport } from 'mediasoup-client/types';
import { voiceLayerOn, wishOn, type ConsumerWish } from '../ladder/down';
import { CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import type { PictureWish } from './layers';
import { planConsumers } from './reconcile';
import { together } from './together';

/** One stream that arrives. */
export interface Received {
  offer: ConsumerOffer;
  consumer: Consumer;
}

export interface Receiver {
  /** Resolves when all of them can play. All in one negotiation, whatever their number. */
  open(offers: readonly ConsumerOffer[]): Promise<void>;
  closed(consumerId: string): void;
  changed(consumerId: string, change: Pick<ConsumerOffer, 'producerPaused' | 'because' | 'held'>): void;
  /** What the page wants of a person's picture. */
  wish(seatId: string, wish: PictureWish): void;
  /** Gives up what the link does not carry, and takes it up again. */
  carry(step: Step): void;
  reconcile(offers: readonly ConsumerOffer[]): Promise<void>;
  all(): readonly Received[];
  close(): void;
}

export interface ReceiverHooks {
  wishFor(seatId: string): PictureWish;
  /** Something came, went or changed. */
  changed(): void;
  /** A stream could not be taken in this time; a reconciliation offers it again. */
  missed(): void;
  failed(error: unknown): void;
}

/** A negotiation takes in several streams at once, and what spoils one spoils them all: each gets further attempts. */
const attemptsEach = 3;
const againAfterMs = 1000;
/**
 * In a room that has moved all begin with the same layer of a picture, whatever they want of it: a browser makes no key
 * frame of one layer within a moment of another's, and the sfu asks a second time only after a second.
 */
const sameLayerForMs = 700;
/** With more than these the whole of each would be too much even for a moment. */
const fewPictures = 4;

/** Receives over one transport what the others of the room send; `before`: what she received in the room before it moved. */
export function createReceiver(
  transport: Transport,
  link: Link,
  hooks: ReceiverHooks,
  first: Step = 'full',
  before: readonly ConsumerOffer[] = [],
): Receiver {
  transport.observer.on('newconsumer', neverAskForProbes);
  const held = new Map<string, Received>();
  const others = together(before);
  const picturesBefore = before.filter(({ kind }) => kind === 'video').length;
  const sameLayer = picturesBefore > 0 && picturesBefore <= fewPictures;
  /** On their way in; one that closes meanwhile is taken out and thrown away on arrival. */
  const coming = new Map<string, ConsumerOffer>();
  const attempts = new Map<string, number>();
  /** What was said last of each stream: with eleven pictures, the same again would be eleven messages. */
  const said = new Map<string, string>();
  /** What was asked for in less than whole: it must be told when it may be whole again. */
  const reduced = new Set<string>();
  let carried = first;
  let shut = false;

  async function open(offers: readonly ConsumerOffer[]): Promise<void> {
    const fresh = offers.filter((offer) => !held.has(offer.id) && !coming.has(offer.id));
    for (const offer of fresh) coming.set(offer.id, offer);
    const waiting = others.wait(fresh);
    if (waiting) await waiting;
    const opened = await Promise.allSettled(fresh.map((offer) => one(offer)));
    if (shut) return;
    const lost = opened.flatMap((result, i) => (result.status === 'rejected' ? [{ id: fresh[i]!.id, ...result }] : []));
    for (const { id } of lost) attempts.set(id, (attempts.get(id) ?? 0) + 1);
    const hopeless = lost.find(({ id }) => (attempts.get(id) ?? 0) >= attemptsEach);
    if (hopeless) hooks.failed(hopeless.reason);
    else if (lost.length > 0) hooks.missed();
    if (fresh.length > 0) hooks.changed();
  }

  async function one(offer: ConsumerOffer): Promise<void> {
    if (shut || !coming.has(offer.id)) return;
    try {
      const consumer = await transport.consume({
        id: offer.id,
        producerId: offer.producerId,
        kind: offer.kind,
        rtpParameters: offer.rtpParameters as unknown as RtpParameters,
        // One stream for each person: the browser keeps sound and picture of a stream in step.
        streamId: offer.seatId,
      });
      const now = coming.get(offer.id);
      if (shut || !now) {
        consumer.close();
        return;
      }
      held.set(offer.id, { offer: now, consumer });
      if (sameLayer && isOnlySmaller(now)) setTimeout(() => repeat(now.id), sameLayerForMs);
      else tell(now);
    } finally {
      coming.delete(offer.id);
    }
  }

  /** Says what this side wants, where that differs from what the server does. */
  function tell(offer: ConsumerOffer): void {
    if (offer.kind === 'audio') return hear(offer);
    const wish = wishFor(offer);
    const differs = wish.paused !== offer.paused || wish.spatialLayer !== undefined;
    if (carried !== 'full' || differs || reduced.has(offer.id)) void ask(offer, wish);
  }

  /** All that this side wants otherwise than the server does is a smaller layer. */
  const isOnlySmaller = (offer: ConsumerOffer): boolean =>
    offer.kind === 'video' && carried === 'full' && wishFor(offer).paused === offer.paused;

  /** A sparing voice, where the link carries no more; the usual one again where it does. */
  function hear(offer: ConsumerOffer): void {
    const layer = offer.source === 'microphone' ? voiceLayerOn(carried) : 1;
    if (layer === 0) reduced.add(offer.id);
    const lets = offer.paused ? { paused: false } : {};
    if (reduced.has(offer.id)) void say(offer, { ...lets, spatialLayer: layer }, layer === 1);
    else if (offer.paused) void say(offer, lets, true);
  }

  // A picture of a screen has no width of its own here: it is wanted as it is.
  const wishFor = ({ source, seatId }: ConsumerOffer): PictureWish =>
    source === 'camera' ? hooks.wishFor(seatId) : { paused: false };

  async function ask(offer: ConsumerOffer, wish: PictureWish): Promise<void> {
    const whole = carried === 'full';
    // Before it is answered: an answer that does not come may have been meant for something that was done.
    if (!whole) reduced.add(offer.id);
    const asked = wishOn(carried, offer.source, wish);
    // On a good link no more is said than what differs.
    const { paused, spatialLayer } =
      offer.source === 'camera' ? wish : { paused: wish.paused, spatialLayer: undefined };
    const least = { paused, ...(spatialLayer === undefined ? {} : { spatialLayer }) };
    await say(offer, reduced.has(offer.id) ? asked : least, whole);
  }

  async function say(offer: ConsumerOffer, wish: Partial<ConsumerWish>, whole: boolean): Promise<void> {
    const words = JSON.stringify(wish);
    if (said.get(offer.id) === words) return;
    said.set(offer.id, words);
    try {
      await request(offer, wish);
      if (whole && said.get(offer.id) === words) reduced.delete(offer.id);
    } catch (error) {
      if (said.get(offer.id) !== words) return;
      said.delete(offer.id);
      // What is lost with the connection is told again when it resumes; on a bad link an answer is late without that.
      if (error instanceof CallFailure && error.passing) setTimeout(() => repeat(offer.id), againAfterMs);
    }
  }

  /** Unless something else is wanted by now, or nothing. */
  function repeat(consumerId: string): void {
    const found = held.get(consumerId);
    if (found && link.up && !said.has(consumerId)) tell(found.offer);
  }

  async function request(offer: ConsumerOffer, wish: Partial<ConsumerWish>): Promise<void> {
    await link.request('consumer.set', { consumerId: offer.id, ...wish });
    const now = held.get(offer.id);
    if (now) held.set(offer.id, { ...now, offer: { ...now.offer, paused: wish.paused ?? now.offer.paused } });
  }

  function drop(consumerId: string): boolean {
    coming.delete(consumerId);
    reduced.delete(consumerId);
    said.delete(consumerId);
    const found = held.get(consumerId);
    held.delete(consumerId);
    found?.consumer.close();
    return found !== undefined;
  }

  return {
    open,
    closed(consumerId) {
      if (drop(consumerId)) hooks.changed();
    },
    changed(consumerId, change) {
      const onItsWay = coming.get(consumerId);
      if (onItsWay) coming.set(consumerId, { ...onItsWay, ...change });
      const found = held.get(consumerId);
      if (!found) return;
      held.set(consumerId, { ...found, offer: { ...found.offer, ...change } });
      hooks.changed();
    },
    wish(seatId, wish) {
      for (const { offer } of held.values()) {
        if (offer.seatId === seatId && offer.source === 'camera') void ask(offer, wish);
      }
    },
    carry(step) {
      carried = step;
      for (const { offer } of held.values()) {
        if (offer.kind === 'video') void ask(offer, wishFor(offer));
        else hear(offer);
      }
    },
    async reconcile(offers) {
      const plan = planConsumers([...held.keys(), ...coming.keys()], offers);
      for (const id of plan.close) drop(id);
      for (const offer of plan.refresh) {
        const found = held.get(offer.id);
        if (!found) continue;
        held.set(offer.id, { ...found, offer });
        said.delete(offer.id);
        tell(offer);
      }
      hooks.changed();
      await open(plan.open);
    },
    all: () => [...held.values()],
    close() {
      shut = true;
      others.close();
      for (const id of [...held.keys()]) drop(id);
    },
  };
}

/**
 * What probes the link is made by mediasoup-client from the first picture, whose own way is agreed upon by now. Its packets
 * are nobody's: asked for again as those of a picture are, they fill the way back of a narrow link, and never come.
 */
function neverAskForProbes({ kind, rtpParameters }: Consumer): void {
  const [codec] = rtpParameters.codecs;
  if (kind === 'video' && codec) codec.rtcpFeedback = codec.rtcpFeedback?.filter(({ type }) => type !== 'nack');
}
