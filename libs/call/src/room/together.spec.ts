import type { ConsumerOffer } from '@okaeri/contracts';
import { together } from './together';

const offer = (seatId: string, source: string, more: Partial<ConsumerOffer> = {}) =>
  ({
    id: `${seatId}-${source}`,
    seatId,
    source,
    kind: source === 'microphone' ? 'audio' : 'video',
    ...more,
  }) as ConsumerOffer;

const before = [offer('a', 'microphone'), offer('a', 'camera'), offer('b', 'microphone')];

const settled = async (waiting: Promise<void> | null) => {
  const open = Symbol('open');
  return (await Promise.race([waiting, Promise.resolve(open)])) !== open;
};

describe('together', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('lets everything of a first room in at once', () => {
    expect(together([]).wait([offer('a', 'microphone')])).toBeNull();
  });

  it('waits until all that was there before is back', async () => {
    const all = together(before);
    const first = all.wait([offer('a', 'microphone')]);
    void all.wait([offer('a', 'camera')]);
    expect(await settled(first)).toBe(false);
    const last = all.wait([offer('b', 'microphone')]);
    expect(await settled(last)).toBe(true);
    expect(await settled(first)).toBe(true);
    expect(all.wait([offer('c', 'camera')])).toBeNull();
    all.close();
  });

  it('waits for nobody longer than 300 ms after the first', async () => {
    const all = together(before);
    const first = all.wait([offer('b', 'microphone')]);
    jest.advanceTimersByTime(299);
    expect(await settled(first)).toBe(false);
    jest.advanceTimersByTime(1);
    expect(await settled(first)).toBe(true);
    expect(all.wait([offer('a', 'microphone')])).toBeNull();
  });

  it('does not wait for a camera that was off', async () => {
    const all = together([...before.slice(2), offer('c', 'camera', { producerPaused: true })]);
    expect(await settled(all.wait([offer('b', 'microphone')]))).toBe(true);
    all.close();
  });

  it('keeps nobody waiting in a room that is left', async () => {
    const all = together(before);
    const first = all.wait([offer('a', 'camera')]);
    all.close();
    expect(await settled(first)).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });
});
