import type { ConsumerOffer, RoomJoined, RoomResumed } from '@okaeri/contracts';
import type { Link } from '../link/link';
import type { Prepared } from './device';
import type { PictureWish } from './layers';
import { openPath, type Path } from './path';
import { createReceiver, type Received, type Receiver } from './receive';
import { planProducers } from './reconcile';
import { createSender, type Sender, type Wanted } from './send';

export interface RoomHooks {
  wishFor(seatId: string): PictureWish;
  /** What arrives, or the state of a path, has changed. */
  changed(): void;
  /** A step failed; the connection may well be gone. */
  failed(error: unknown): void;
  /** Nothing less than joining again helps. */
  broken(): void;
}

/** One stay in one room: both transports and all that runs over them. */
export interface Room {
  readonly epoch: number;
  readonly receiver: Receiver;
  /** `null` until sending has begun. */
  readonly sender: Sender | null;
  /** In the order in which they were made. */
  readonly paths: readonly Path[];
  /** Settles when what was sent at the moment of joining can play. */
  readonly taken: Promise<void>;
  /** No path is broken at the moment. */
  readonly connected: boolean;
  received(): readonly Received[];
  want(wanted: Wanted): void;
  offered(offer: ConsumerOffer): void;
  resume(held: NonNullable<RoomResumed['room']>): Promise<void>;
  nudge(): void;
  close(): void;
}

/** Longest wait of the own picture for the others' path; on a bad link both then share what there is. */
const sendAfterMs = 500;

/**
 * Opens the transports and takes in what the others send. Receiving comes first and has the processor to itself: a person
 * who joins wants to see. Sending begins as soon as that path stands, while the first picture is still on its way.
 */
export function openRoom(prepared: Prepared, link: Link, joined: RoomJoined, hooks: RoomHooks): Room {
  let closed = false;
  let wanted: Wanted | null = null;
  let sender: Sender | null = null;
  const iceHooks = { changed: hooks.changed, hopeless: () => !closed && hooks.broken() };

  const receive = openPath('receive', prepared, link, joined, iceHooks);
  const paths = [receive];
  const receiver = createReceiver(receive.transport, link, hooks);
  const taken = receiver.open(joined.consumers);

  const startSending = () => {
    clearTimeout(waited);
    if (closed || sender) return;
    const send = openPath('send', prepared, link, joined, iceHooks);
    paths.push(send);
    sender = createSender(send.transport, link, hooks.failed);
    if (wanted) sender.want(wanted);
  };
  const waited = setTimeout(startSending, joined.consumers.length > 0 ? sendAfterMs : 0);
  receive.transport.on('connectionstatechange', (state) => {
    if (state === 'connected') startSending();
  });

  return {
    epoch: joined.epoch,
    receiver,
    get sender() {
      return sender;
    },
    paths,
    taken,
    get connected() {
      return paths.every(({ watch }) => watch.connected);
    },
    received: () => receiver.all(),
    want(next) {
      wanted = next;
      if (!closed) sender?.want(next);
    },
    offered: (offer) => void receiver.open([offer]),
    async resume(held) {
      const incoming = receiver.reconcile(held.consumers);
      if (sender) sender.apply(planProducers(await sender.held(), held.producers));
      this.nudge();
      await incoming;
    },
    nudge() {
      for (const { watch } of paths) watch.nudge();
    },
    close() {
      closed = true;
      clearTimeout(waited);
      sender?.close();
      receiver.close();
      for (const path of paths) path.close();
    },
  };
}
