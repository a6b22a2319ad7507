import { plotOf } from './plot';

const point = (day: number, value: number) => ({
  ...{ day, value, below: null, when: '', words: '', brought: null },
  flag: null,
});

describe('a line of values', () => {
  it('fills its box, with what is usual in it', () => {
    const { points, band, path } = plotOf({
      points: [point(0, 2), point(50, 4), point(100, 3)],
      range: { low: 1, high: 5 },
    });
    expect(points.map(({ x }) => x)).toEqual([0, 0.5, 1]);
    expect(points.every(({ y }) => y > 0 && y < 1)).toBe(true);
    expect(band?.y).toBeGreaterThan(0);
    expect((band?.y ?? 0) + (band?.height ?? 0)).toBeLessThan(1);
    expect(path).toMatch(/^M0 .*L0\.5 .*L1 /);
  });

  it('lies in the middle where there is nothing to compare with, and never below nothing', () => {
    const { points, band } = plotOf({ points: [point(10, 7)], range: null });
    expect([points[0]?.x, points[0]?.y, band]).toEqual([0.5, 0.5, null]);
    expect(plotOf({ points: [point(0, 0), point(1, 9)], range: null }).low).toBe(0);
  });

  it('is two lines of a blood pressure, both in the box', () => {
    const { path, lower, points, low } = plotOf({
      points: [
        { ...point(0, 118), below: 76 },
        { ...point(10, 141), below: 92 },
      ],
      range: null,
    });
    expect(low).toBeLessThan(76);
    expect(points.every(({ y, below }) => below !== null && below > y && below < 1)).toBe(true);
    expect([path.match(/[ML]/g), lower?.match(/[ML]/g)]).toEqual([
      ['M', 'L'],
      ['M', 'L'],
    ]);
  });

  it('has an open range to its edge', () => {
    const { band } = plotOf({ points: [point(0, 2), point(1, 8)], range: { low: null, high: 5 } });
    expect((band?.y ?? 0) + (band?.height ?? 0)).toBe(1);
  });
});
