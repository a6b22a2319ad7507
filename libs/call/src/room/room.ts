import type { ConsumerOffer, RoomJoined, RoomResumed, Step } from '@okaeri/contracts';
import type { Link } from '../link/link';
import { nextTask } from '../next-task';
import type { Prepared } from './device';
import type { PictureWish } from './layers';
import { openPath, type Path } from './path';
import { createReceiver, type Received, type Receiver } from './receive';
import { planProducers } from './reconcile';
import { createSender, type Sender, type Wanted } from './send';

/** What the link carries of what she sends and of what she gets. */
export interface Carried {
  up: Step;
  down: Step;
}

export interface RoomHooks {
  /** At the start: a link that was bad is not tried anew with everything. */
  carried?(): Carried;
  wishFor(seatId: string): PictureWish;
  /** Shows a picture past the page's own drawing, and tells when it is there; `null` where there is no place for it. */
  showFirst(received: Received): Promise<void> | null;
  /** What arrives, or the state of a path, has changed. */
  changed(): void;
  /** What the others send could not all be taken in: the server must say again what there is. */
  missed(): void;
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
  /** Settles when the first picture is there, or the sound where there is none; at once where nobody sends. */
  readonly settled: Promise<void>;
  /** No path is broken at the moment. */
  readonly connected: boolean;
  received(): readonly Received[];
  want(wanted: Wanted): void;
  carry(steps: Carried): void;
  /** The highest layer of her own picture that somebody plays. */
  played(producerId: string, layer: number): void;
  offered(offer: ConsumerOffer): void;
  resume(held: NonNullable<RoomResumed['room']>): Promise<void>;
  nudge(): void;
  /** Nothing comes, whatever the browser says of its paths: they are looked for anew. */
  suspect(): void;
  /** Ends at once what goes and comes, and closes when the room that follows has had the browser to itself. */
  retire(): void;
  close(): void;
}

/** To take a path down costs a browser as much as to open one. */
const retiredForMs = 1500;

/** Longest wait of everything else for the receiving path; on a bad link they then share what there is. */
const firstForMs = 500;

/**
 * Opens the transports and takes in what the others send. A person who joins wants to see, so receiving comes first and
 * has the page's thread to itself: the browser finds its way through the network on that thread, and a page that draws
 * meanwhile comes to its first picture later by as much. Sending and drawing begin when the first picture is there. In a
 * room that has moved everybody waits for everybody: whoever comes back sends at once. `left`: what came to her in the room that
 * she comes back from, because it moved or her paths to it broke.
 */
export function openRoom(
  prepared: Prepared,
  link: Link,
  joined: RoomJoined,
  hooks: RoomHooks,
  left: readonly ConsumerOffer[] | null = null,
): Room {
  let closed = false;
  let wanted: Wanted | null = null;
  let sender: Sender | null = null;
  const iceHooks = { changed: hooks.changed, hopeless: () => !closed && hooks.broken() };

  const receive = openPath('receive', prepared, link, joined, iceHooks);
  const paths = [receive];
  let carried = hooks.carried?.() ?? { up: 'full', down: 'full' };
  const receiver = createReceiver(receive.transport, link, hooks, carried.down, left ?? []);
  const taken = receiver.open(joined.consumers);

  const startSending = () => {
    if (closed || sender) return;
    const send = openPath('send', prepared, link, joined, iceHooks);
    paths.push(send);
    sender = createSender(send.transport, link, hooks.failed, carried.up);
    if (wanted) sender.want(wanted);
  };
  let goOn: () => void = () => undefined;
  const longest = new Promise<void>((resolve) => (goOn = resolve));
  const waited = setTimeout(goOn, joined.consumers.length > 0 ? firstForMs : 0);
  const connected = new Promise<void>((resolve) => {
    receive.transport.on('connectionstatechange', (state) => {
      if (state === 'connected') resolve();
    });
  });
  const pictures = taken.then(() => {
    const moving = receiver.all().filter(({ offer }) => offer.kind === 'video' && !offer.producerPaused);
    const first = moving.map(hooks.showFirst).filter((shown) => shown !== null);
    if (first.length > 0) return Promise.race(first);
    // Pictures that the page has to place itself must be placed before their first key frame comes.
    return moving.length > 0 ? undefined : connected;
  });
  const shown = Promise.all([pictures, connected]);
  if (left) startSending();
  else void Promise.race([shown, longest]).then(nextTask).then(startSending);

  return {
    epoch: joined.epoch,
    receiver,
    get sender() {
      return sender;
    },
    paths,
    settled: Promise.race([pictures, longest]),
    get connected() {
      return paths.every(({ watch }) => watch.connected);
    },
    received: () => receiver.all(),
    want(next) {
      wanted = next;
      if (!closed) sender?.want(next);
    },
    carry(steps) {
      if (closed) return;
      if (steps.up !== carried.up) sender?.carry(steps.up);
      if (steps.down !== carried.down) receiver.carry(steps.down);
      carried = steps;
    },
    played(producerId, layer) {
      if (!closed) sender?.played(producerId, layer);
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
    suspect() {
      for (const { watch } of paths) watch.suspect();
    },
    retire() {
      closed = true;
      clearTimeout(waited);
      goOn();
      sender?.stop();
      for (const { watch } of paths) watch.close();
      setTimeout(() => this.close(), retiredForMs);
    },
    close() {
      closed = true;
      clearTimeout(waited);
      goOn();
      // Paths first: what still lived on one would be negotiated away, stream by stream, while the next room waits.
      for (const path of paths) path.close();
      sender?.close();
      receiver.close();
    },
  };
}
