import { Health, createLog } from '@okaeri/runtime';
import { machineMilliseconds, now } from '@okaeri/words/time';
import { HouseClock, aheadBy } from './house-clock';

describe('how far the clock of the house is ahead', () => {
  it.each([
    ['as it was held, where the answer allows it', 100, 100],
    ['no more than the answer allows', 130, 110],
    ['no less than the answer allows', 20, 90],
  ])('is %s', (_named, held, ahead) => {
    // Asked at 1000, answered at 1020 that it is 1110 somewhere between: 90 to 110 ahead.
    expect(aheadBy(held, { before: 1000, theirs: 1110, after: 1020 })).toBe(ahead);
  });
});

describe('a process', () => {
  const lines: { level: string; msg: string; seconds?: number }[] = [];
  const log = createLog({
    process: 'clock-test',
    destination: { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) },
  });
  const health = new Health();
  let wrongMs = 0;
  let asked: (() => void) | undefined;
  const clock = new HouseClock(
    async () => {
      asked?.();
      return machineMilliseconds() + wrongMs;
    },
    log,
    health,
  );
  const degraded = async () => (await health.readiness()).degraded;
  const nextLook = () => new Promise<void>((done) => (asked = done)).then(() => new Promise(setImmediate));
  afterAll(() => clock.close());

  it('goes by PostgreSQL’s clock, and says once that its machine’s is another', async () => {
    await clock.start();
    expect(await degraded()).toEqual([]);
    expect(Math.abs(now().epochMilliseconds - machineMilliseconds())).toBeLessThan(50);

    wrongMs = 300_000;
    await nextLook();
    await nextLook();
    expect(Math.abs(now().epochMilliseconds - machineMilliseconds() - 300_000)).toBeLessThan(50);
    expect(await degraded()).toEqual(['clock']);
    expect(clock.steadyMs).toBeLessThan(10_000);
    expect(lines.map(({ level, msg, seconds }) => [level, msg, seconds])).toEqual([
      ['warn', 'PostgreSQL’s clock was set', 300],
      ['warn', 'this machine’s clock is not PostgreSQL’s, which counts', -300],
    ]);
  });

  it('goes by its machine’s where nobody knows a better one', () => {
    clock.close();
    expect(Math.abs(now().epochMilliseconds - machineMilliseconds())).toBeLessThan(50);
  });
});
