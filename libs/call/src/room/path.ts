import type { Direction, RoomJoined } from '@okaeri/contracts';
import type { Transport, TransportOptions } from 'mediasoup-client/types';
import type { Link } from '../link/link';
import type { Identity, Prepared } from './device';
import { watchIce, type IceHooks, type IceWatch } from './ice';

/** One transport with its way through the network. */
export interface Path {
  readonly transport: Transport;
  readonly watch: IceWatch;
  close(): void;
}

/** Makes one of the two transports that the sfu has offered. */
export function openPath(
  direction: Direction,
  { device, identity }: Prepared,
  link: Link,
  joined: RoomJoined,
  hooks: IceHooks,
): Path {
  const introduce = (dtlsParameters: Identity['dtlsParameters']) => {
    const told = link.request('transport.connect', { direction, dtlsParameters });
    told.catch(hooks.hopeless);
    return told;
  };
  // With a certificate made beforehand the sfu hears of it now, long before the browser's first packet for it.
  if (identity) void introduce(identity.dtlsParameters).catch(() => undefined);

  const options = {
    ...joined[direction],
    iceServers: joined.iceServers,
    ...(identity ? { additionalSettings: { certificates: [identity.certificate] } } : {}),
  } as unknown as TransportOptions;
  const transport = direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options);
  transport.on('connect', ({ dtlsParameters }, done, refuse) => {
    if (identity) done();
    else introduce(dtlsParameters).then(done, refuse);
  });
  const watch = watchIce(transport, direction, link, hooks);
  return {
    transport,
    watch,
    close() {
      watch.close();
      transport.close();
    },
  };
}
