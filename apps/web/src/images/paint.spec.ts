import { paint, type Picture } from './paint';
import { spreadOf } from './window';

const grey = (values: number[], inverted = false): Picture => ({
  ...{ width: values.length, height: 1, values, parts: 1, inverted, padding: null },
  ...{ spread: spreadOf(values), bytes: values.length },
});
const painted = (picture: Picture, center: number, width: number) => {
  const into = new Uint8ClampedArray(picture.width * picture.height * 4);
  paint(picture, { center, width }, into);
  return [...into];
};
const reds = (all: number[]) => all.filter((_, at) => at % 4 === 0);

describe('what is painted', () => {
  it('is black below the window, white above it, and grey between', () => {
    const all = painted(grey([-1000, 0, 50, 100, 3000]), 50, 100);
    expect(reds(all)).toEqual([0, 0, 127, 255, 255]);
    expect(all.filter((_, at) => at % 4 === 3)).toEqual([255, 255, 255, 255, 255]);
  });

  it('is turned round where the least value is white', () => {
    expect(reds(painted(grey([-1000, 25, 3000], true), 50, 100))).toEqual([255, 191, 0]);
  });

  it('is black where nothing was measured, whichever way round, and that is no part of what is looked for', () => {
    const padding = { from: -2000.5, to: -1999.5 };
    const values = [-2000, 25, 75, -2000];
    expect(reds(painted({ ...grey(values), padding }, 50, 100))).toEqual([0, 64, 191, 0]);
    expect(reds(painted({ ...grey(values, true), padding }, 50, 100))).toEqual([0, 191, 64, 0]);
    expect(spreadOf(values, padding)).toEqual({ least: 25, greatest: 75, low: 25, high: 75 });
    expect(spreadOf([-2000, -2000], padding)).toEqual({ least: 0, greatest: 0, low: 0, high: 0 });
  });

  it('keeps colours as they are', () => {
    const picture: Picture = { ...grey([]), width: 2, height: 1, values: [1, 2, 3, 4, 5, 6], parts: 3 };
    expect(painted(picture, 0, 1)).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
    const four: Picture = { ...picture, width: 1, values: [9, 8, 7, 0], parts: 4 };
    expect(painted(four, 0, 1)).toEqual([9, 8, 7, 255]);
  });
});
