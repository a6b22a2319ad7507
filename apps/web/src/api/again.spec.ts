import { readAgain } from './again';
import { queries } from './queries';

describe('reading again what a page shows', () => {
  let begun: number[];
  let most: number;
  let takesMs: number;

  beforeEach(() => {
    jest.useFakeTimers();
    begun = [];
    most = 0;
    let reading = 0;
    jest.spyOn(queries, 'invalidateQueries').mockImplementation(async () => {
      begun.push(performance.now());
      most = Math.max(most, (reading += 1));
      await new Promise((done) => setTimeout(done, takesMs));
      reading -= 1;
    });
  });
  afterEach(async () => {
    await jest.runAllTimersAsync();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('is one reading at a time, and one more for all that changed meanwhile', async () => {
    takesMs = 400;
    for (let change = 0; change < 50; change += 1) readAgain(['visit', 'one']);
    await jest.runAllTimersAsync();
    expect(most).toBe(1);
    expect(begun).toHaveLength(2);
    // It rests four times as long as the reading took.
    expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBe(5 * 400);
  });

  it('does not wait for what is read over a link that has gone', async () => {
    takesMs = 60_000;
    readAgain(['visit', 'two']);
    readAgain(['visit', 'two']);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(begun).toHaveLength(2);
  });
});
