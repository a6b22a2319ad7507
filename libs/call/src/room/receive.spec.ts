import { EventEmitter } from 'node:events';
import type { ConsumerOffer } from '@okaeri/contracts';
import type { Transport } from 'mediasoup-client/types';
import { CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import { createReceiver } from './receive';

const offer = (id: string) => ({ id, seatId: 'seat', kind: 'audio', paused: false }) as unknown as ConsumerOffer;

/** A browser that cannot take a stream in `refusals` times, as when another negotiation has failed in between. */
function browser(refusals: number, link = {} as Link) {
  let left = refusals;
  const transport = {
    observer: new EventEmitter(),
    async consume({ id }: { id: string }) {
      if (left-- > 0) throw new Error('negotiation failed');
      return { id, close: () => undefined };
    },
  } as unknown as Transport;
  const told: string[] = [];
  const receiver = createReceiver(transport, link, {
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

describe('what is wanted of a picture', () => {
  /** Eleven pictures, and everything that is asked of the server. */
  async function eleven(answers: () => Promise<unknown> = () => Promise.resolve({})) {
    const asked: unknown[] = [];
    const request = (_: string, data: unknown) => {
      asked.push(data);
      return answers();
    };
    const { receiver } = browser(0, { request } as unknown as Link);
    const ids = Array.from({ length: 11 }, (_, n) => `camera-${n}`);
    const offers = ids.map((id) => ({ ...offer(id), seatId: id, kind: 'video', source: 'camera' }) as ConsumerOffer);
    await receiver.open(offers);
    const showAll = async (spatialLayer: 0 | 1) => {
      for (const id of ids) receiver.wish(id, { paused: false, spatialLayer });
      await Promise.resolve();
      return asked.splice(0).length;
    };
    return { receiver, offers, asked, showAll };
  }

  it('is said once, and again only when it is something else', async () => {
    const { receiver, asked, showAll } = await eleven();
    expect([await showAll(0), await showAll(0), await showAll(1)]).toEqual([11, 0, 11]);
    receiver.wish('camera-3', { paused: false, spatialLayer: 0 });
    expect(asked).toEqual([{ consumerId: 'camera-3', paused: false, spatialLayer: 0 }]);
    // Two steps on which no picture is had are one to the server.
    receiver.carry('audio');
    await Promise.resolve();
    asked.splice(0);
    receiver.carry('callback');
    expect(asked).toEqual([]);
  });

  it('is said again where it was lost, and after a connection that was', async () => {
    let refused = true;
    const { receiver, offers, showAll } = await eleven(() =>
      refused ? Promise.reject(new Error()) : Promise.resolve(),
    );
    expect(await showAll(1)).toBe(11);
    refused = false;
    await new Promise((done) => setImmediate(done));
    expect([await showAll(1), await showAll(1)]).toEqual([11, 0]);
    await receiver.reconcile(offers);
    expect(await showAll(1)).toBe(11);
  });
});

describe('a picture that was reduced', () => {
  it('is asked for whole again until the server has heard it', async () => {
    const asked: unknown[] = [];
    let answers: () => Promise<unknown> = () => Promise.resolve({});
    const request = (_: string, wish: { temporalLayer?: number }) => {
      asked.push(wish.temporalLayer);
      return answers();
    };
    jest.useFakeTimers();
    const { receiver } = browser(0, { request, up: true } as unknown as Link);
    await receiver.open([{ ...offer('camera'), kind: 'video', source: 'camera' } as ConsumerOffer]);
    receiver.carry('low');
    await jest.advanceTimersByTimeAsync(1);
    answers = () => Promise.reject(new CallFailure('unavailable'));
    receiver.carry('full');
    await jest.advanceTimersByTimeAsync(1);
    answers = () => Promise.resolve({});
    await jest.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([0, 1, 1]);
    jest.useRealTimers();
  });
});

describe('a voice', () => {
  const voice = { ...offer('voice'), source: 'microphone' } as ConsumerOffer;

  it('is asked for in few bits until the server has heard it, and as usual where it had never', async () => {
    const asked: unknown[] = [];
    let answers: () => Promise<unknown> = () => Promise.reject(new CallFailure('unavailable'));
    const request = (_: string, { spatialLayer }: { spatialLayer: number }) => {
      asked.push(spatialLayer);
      return answers();
    };
    jest.useFakeTimers();
    const { receiver } = browser(0, { request, up: true } as unknown as Link);
    await receiver.open([voice]);
    receiver.carry('stills');
    receiver.carry('audio');
    expect(asked).toEqual([0]);
    await jest.advanceTimersByTimeAsync(5000);
    expect(asked.length).toBeGreaterThan(3);
    answers = () => Promise.resolve({});
    await jest.advanceTimersByTimeAsync(5000);
    asked.splice(0);
    await jest.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([]);
    // Its answer is lost, but what it asked for may be done: so it is taken back.
    answers = () => Promise.reject(new CallFailure('unavailable'));
    receiver.carry('full');
    answers = () => Promise.resolve({});
    await jest.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([1, 1]);
    receiver.carry('low');
    expect(asked).toEqual([1, 1]);
    jest.useRealTimers();
  });
});
