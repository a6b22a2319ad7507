import type { ConsumerOffer, Direction, RoomJoined, RoomResumed } from '@okaeri/contracts';
import type { Device, Transport, TransportOptions } from 'mediasoup-client/types';
import type { Link } from '../link/link';
import { watchIce, type IceWatch } from './ice';
import type { PictureWish } from './layers';
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
  readonly sender: Sender;
  readonly receiver: Receiver;
  /** No path is broken at the moment. */
  readonly connected: boolean;
  received(): readonly Received[];
  want(wanted: Wanted): void;
  offered(offer: ConsumerOffer): void;
  resume(held: NonNullable<RoomResumed['room']>): Promise<void>;
  nudge(): void;
  transports(): { send: Transport; receive: Transport };
  close(): void;
}

/**
 * Opens the transports and takes in what the others send. The receiving path is negotiated first: a person who joins
 * wants to see. Sending starts as soon as that negotiation is over, while the network path is still being made.
 */
export function openRoom(device: Device, link: Link, joined: RoomJoined, hooks: RoomHooks): Room {
  const options = (transport: RoomJoined['send']) =>
    ({ ...transport, iceServers: joined.iceServers }) as unknown as TransportOptions;
  const receive = device.createRecvTransport(options(joined.receive));
  const send = device.createSendTransport(options(joined.send));
  let closed = false;

  const watches: IceWatch[] = [];
  const watch = (transport: Transport, direction: Direction) => {
    transport.on('connect', ({ dtlsParameters }, done, refuse) => {
      link.request('transport.connect', { direction, dtlsParameters }).then(done, (error: Error) => {
        refuse(error);
        if (!closed) hooks.broken();
      });
    });
    const hopeless = () => !closed && hooks.broken();
    watches.push(watchIce(transport, direction, link, { changed: hooks.changed, hopeless }));
  };
  watch(receive, 'receive');
  watch(send, 'send');

  const receiver = createReceiver(receive, link, hooks);
  const sender = createSender(send, link, hooks.failed);
  const firstPictures = receiver.open(joined.consumers);
  let wanted: Wanted | null = null;
  let sending = false;
  void firstPictures.then(() => {
    sending = true;
    if (wanted && !closed) sender.want(wanted);
  });

  return {
    epoch: joined.epoch,
    sender,
    receiver,
    get connected() {
      return watches.every((one) => one.connected);
    },
    received: () => receiver.all(),
    want(next) {
      wanted = next;
      if (sending && !closed) sender.want(next);
    },
    offered: (offer) => void receiver.open([offer]),
    async resume(held) {
      const incoming = receiver.reconcile(held.consumers);
      sender.apply(planProducers(await sender.held(), held.producers));
      this.nudge();
      await incoming;
    },
    nudge() {
      for (const one of watches) one.nudge();
    },
    transports: () => ({ send, receive }),
    close() {
      closed = true;
      for (const one of watches) one.close();
      sender.close();
      receiver.close();
      send.close();
      receive.close();
    },
  };
}
