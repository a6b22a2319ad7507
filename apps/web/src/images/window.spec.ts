import { autoWindow, dragged, hides, spreadOf } from './window';

const ramp = Array.from({ length: 10_000 }, (_, at) => at % 1000);

describe('the window of a picture', () => {
  it('is what the file says where that shows something', () => {
    expect(autoWindow({ center: 500, width: 200 }, spreadOf(ramp))).toEqual({ center: 500, width: 200 });
  });

  it.each([
    ['of no width', { center: 500, width: 0 }],
    ['of a negative width', { center: 500, width: -3 }],
    ['of no number', { center: Number.NaN, width: 100 }],
    ['above everything', { center: 5000, width: 100 }],
    ['below everything', { center: -5000, width: 100 }],
    ['that is missing', null],
  ])('is taken from the picture for one %s', (_, said) => {
    const spread = spreadOf(ramp);
    const { center, width } = autoWindow(said, spread);
    expect(hides({ center, width }, spread)).toBe(false);
    expect([center > 450 && center < 550, width > 900 && width <= 1000]).toEqual([true, true]);
  });

  it('is not led astray by a few points of metal', () => {
    const { width } = autoWindow(null, spreadOf([...ramp, 60_000, 60_000]));
    expect(width).toBeLessThan(1100);
  });

  it('shows a small thing on a large ground, and a picture of one value', () => {
    const sparse = Array.from({ length: 10_000 }, (_, at) => (at === 4321 ? 800 : 0));
    expect(autoWindow(null, spreadOf(sparse))).toEqual({ center: 400, width: 800 });
    expect(autoWindow({ center: 0, width: 0 }, spreadOf([7, 7, 7]))).toEqual({ center: 7, width: 1 });
    expect(spreadOf([])).toEqual({ least: 0, greatest: 0, low: 0, high: 0 });
  });

  it('follows the hand and never becomes nothing', () => {
    const spread = spreadOf(ramp);
    const start = { center: 500, width: 400 };
    expect(dragged(start, 100, 0, spread).width).toBeGreaterThan(400);
    expect(dragged(start, 0, 100, spread).center).toBeGreaterThan(500);
    expect(dragged(start, -1e9, 1e9, spread).width).toBeGreaterThan(0);
    expect(dragged(start, 0, 1e9, spread).center).toBeLessThanOrEqual(2000);
  });
});
