import type { CallFailure } from '../link/failure';
import { createHold } from './hold';

describe('what is pressed while the connection comes back', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is said at once where the seat is held', async () => {
    const hold = createHold();
    hold.set(true);
    await expect(hold.wait()).resolves.toBeUndefined();
  });

  it('waits until the seat is held again', async () => {
    const hold = createHold();
    hold.set(true);
    hold.set(false);
    const said: string[] = [];
    const both = ['one', 'two'].map((word) => hold.wait().then(() => said.push(word)));
    await jest.advanceTimersByTimeAsync(3000);
    expect(said).toEqual([]);
    hold.set(true);
    await Promise.all(both);
    expect(said).toEqual(['one', 'two']);
  });

  it('fails with a sentence when the connection does not come back', async () => {
    const codes: string[] = [];
    const refused = createHold()
      .wait()
      .catch((error: CallFailure) => codes.push(error.code));
    await jest.advanceTimersByTimeAsync(6000);
    await refused;
    expect(codes).toEqual(['unavailable']);
  });
});
