import type { ConsumerOffer } from '@okaeri/contracts';
import type { Transport } from 'mediasoup-client/types';
import type { Link } from '../link/link';
import { createReceiver } from './receive';

const offer = (id: string) => ({ id, seatId: 'seat', kind: 'audio', paused: false }) as unknown as ConsumerOffer;

/** A browser that cannot take a stream in `refusals` times, as when another negotiation has failed in between. */
function browser(refusals: number) {
  let left = refusals;
  const transport = {
    async consume({ id }: { id: string }) {
      if (left-- > 0) throw new Error('negotiation failed');
      return { id, close: () => undefined };
    },
  } as unknown as Transport;
  const told: string[] = [];
  const receiver = createReceiver(transport, {} as Link, {
    wishFor: () => ({ paused: false }),
    changed: () => undefined,
    missed: () => told.push('missed'),
    failed: () => told.push('failed'),
  });
  return { receiver, told };
}

describe('streams that cannot be taken in', () => {
  it('are asked for again, and heard then', async () => {
    const { receiver, told } = browser(2);
    await receiver.open([offer('a')]);
    await receiver.reconcile([offer('a')]);
    expect(receiver.all()).toEqual([]);
    await receiver.reconcile([offer('a')]);
    expect(receiver.all().map((one) => one.offer.id)).toEqual(['a']);
    expect(told).toEqual(['missed', 'missed']);
  });

  it('are given up, and told, after the third time', async () => {
    const { receiver, told } = browser(3);
    await receiver.open([offer('a')]);
    await receiver.reconcile([offer('a')]);
    await receiver.reconcile([offer('a')]);
    expect(told).toEqual(['missed', 'missed', 'failed']);
  });
});
