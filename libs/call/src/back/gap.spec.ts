import { watchGaps } from './gap';

/** A page whose clock and visibility the test turns. */
describe('a page that slept', () => {
  const listeners = new Set<() => void>();
  const page = {
    visibilityState: 'visible',
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  const turn = (state: string) => {
    page.visibilityState = state;
    for (const listener of listeners) listener();
  };
  let woken = 0;
  let stop: () => void;

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { document: page });
    page.visibilityState = 'visible';
    woken = 0;
    stop = watchGaps(() => (woken += 1));
  });
  afterEach(() => {
    stop();
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('is told once when its clock has jumped', () => {
    jest.advanceTimersByTime(20_000);
    expect(woken).toBe(0);
    // A closed lid: time goes on, timers do not.
    const read = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 30_000);
    jest.advanceTimersByTime(1000);
    expect(woken).toBe(1);
    jest.advanceTimersByTime(5000);
    expect(woken).toBe(1);
    read.mockRestore();
  });

  it('is told when it is seen again after more than a moment', () => {
    turn('hidden');
    jest.advanceTimersByTime(3000);
    turn('visible');
    expect(woken).toBe(0);
    turn('hidden');
    jest.advanceTimersByTime(10_000);
    turn('visible');
    expect(woken).toBe(1);
  });

  it('watches no longer once it is left', () => {
    stop();
    turn('hidden');
    jest.advanceTimersByTime(10_000);
    turn('visible');
    expect([woken, listeners.size]).toEqual([0, 0]);
  });
});
