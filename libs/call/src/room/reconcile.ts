import type { ConsumerOffer, MediaSource, RoomResumed } from '@okaeri/contracts';

type HeldRoom = NonNullable<RoomResumed['room']>;

export interface ConsumerPlan {
  /** Held here, gone there. */
  close: string[];
  /** Offered there, not held here. */
  open: ConsumerOffer[];
  /** On both sides: take over what the sender did meanwhile, and tell again what this side wants. */
  refresh: ConsumerOffer[];
}

/** What to do with the consumers after a time without the server. */
export function planConsumers(held: Iterable<string>, offered: readonly ConsumerOffer[]): ConsumerPlan {
  const mine = new Set(held);
  const theirs = new Set(offered.map((offer) => offer.id));
  return {
    close: [...mine].filter((id) => !theirs.has(id)),
    open: offered.filter((offer) => !mine.has(offer.id)),
    refresh: offered.filter((offer) => mine.has(offer.id)),
  };
}

export interface ProducerPlan {
  /** Sent here, unknown there: the local part is thrown away and made anew. */
  renew: MediaSource[];
  /** Known there, not sent here; a source that is made anew replaces its own. */
  close: string[];
  /** Known on both sides, but muted on one only: this side is right. */
  pause: { id: string; paused: boolean }[];
}

export function planProducers(
  held: readonly { source: MediaSource; id: string; paused: boolean }[],
  known: HeldRoom['producers'],
): ProducerPlan {
  const renew = held.filter((mine) => !known.some((theirs) => theirs.id === mine.id)).map((mine) => mine.source);
  return {
    renew,
    close: known
      .filter((theirs) => !held.some((mine) => mine.id === theirs.id) && !renew.some((one) => one === theirs.source))
      .map((theirs) => theirs.id),
    pause: held.flatMap((mine) => {
      const theirs = known.find((one) => one.id === mine.id);
      return theirs && theirs.paused !== mine.paused ? [{ id: mine.id, paused: mine.paused }] : [];
    }),
  };
}
