import { createLog } from './log';
import { stopOnSignals } from './shutdown';

const log = createLog({ process: 'test', level: 'silent' });
const events = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'];

describe('the end of a process', () => {
  const before = new Map(events.map((event) => [event, process.listeners(event as 'SIGTERM')]));
  afterEach(() => {
    for (const event of events) {
      for (const listener of process.listeners(event as 'SIGTERM')) {
        if (!before.get(event)?.includes(listener)) process.removeListener(event, listener);
      }
    }
  });

  it('comes once, however often it is asked for, with code 0', async () => {
    const close = jest.fn(() => Promise.resolve());
    const exit = jest.fn();
    const stop = stopOnSignals(close, { log, exit });
    await Promise.all([stop('one'), stop('two')]);
    expect(close).toHaveBeenCalledTimes(1);
    expect(exit.mock.calls).toEqual([[0]]);
  });

  it('comes at the deadline with code 1', async () => {
    jest.useFakeTimers();
    const exit = jest.fn();
    const stop = stopOnSignals(() => new Promise(() => undefined), { log, exit, deadlineMilliseconds: 50 });
    void stop('stuck');
    await jest.advanceTimersByTimeAsync(60);
    expect(exit).toHaveBeenCalledWith(1);
    jest.useRealTimers();
  });
});
