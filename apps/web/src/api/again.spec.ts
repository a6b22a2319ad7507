import { readAgain } from './again';
import { queries } from './queries';

describe('reading again what a page shows', () => {
  it('is one reading at a time, and one more for all that changed meanwhile', async () => {
    const begun: number[] = [];
    let reading = 0;
    let most = 0;
    const stop = jest.spyOn(queries, 'invalidateQueries').mockImplementation(async () => {
      begun.push(performance.now());
      most = Math.max(most, (reading += 1));
      await new Promise((done) => setTimeout(done, 400));
      reading -= 1;
    });
    for (let change = 0; change < 50; change += 1) readAgain(['visit', 'one']);
    while (begun.length < 2) await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => setTimeout(done, 1000));
    stop.mockRestore();
    expect(most).toBe(1);
    expect(begun).toHaveLength(2);
    // It rests four times as long as the reading took.
    expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(5 * 380);
  });
});
