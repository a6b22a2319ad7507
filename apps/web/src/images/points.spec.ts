import { toRgb } from './colours';
import type { Task } from './decode-task';
import { coloured, coloursOf, tableOf } from './palette';
import { frameBits, pointsOf, runsOf, scaled } from './points';

const frame = (given: Partial<Task['frame']> = {}): Task['frame'] => ({
  ...{ rows: 1, columns: 4, samplesPerPixel: 1, photometricInterpretation: 'MONOCHROME2', planarConfiguration: 0 },
  ...{ bitsAllocated: 16, bitsStored: 16, pixelRepresentation: 0, ...given },
});
const colour = (kind: string, given: Partial<Task['frame']> = {}) =>
  frame({ samplesPerPixel: 3, photometricInterpretation: kind, bitsAllocated: 8, bitsStored: 8, ...given });
const bytes = (...values: number[]) => Uint8Array.from(values);
const list = (values: ArrayLike<number>) => Array.from(values);

describe('points that are written as numbers', () => {
  it('have either byte first', () => {
    const four = bytes(1, 2, 0, 3, 255, 255, 0, 128);
    expect(list(pointsOf(four, frame()))).toEqual([513, 768, 65_535, 32_768]);
    expect(list(pointsOf(four, frame(), { big: true }))).toEqual([258, 3, 65_535, 128]);
  });

  it('are below nothing where they are signed, also with fewer bits than there is room for', () => {
    const words = new Uint8Array(Int16Array.from([-2000, -1, 0, 3071]).buffer);
    expect(list(pointsOf(words, frame({ pixelRepresentation: 1 })))).toEqual([-2000, -1, 0, 3071]);
    // -1 and -2 in twelve bits, with something else above them.
    const twelve = new Uint8Array(Uint16Array.from([0x0fff, 0x3ffe, 0x07ff, 0xf001]).buffer);
    expect(list(pointsOf(twelve, frame({ pixelRepresentation: 1, bitsStored: 12 })))).toEqual([-1, -2, 2047, 1]);
    expect(list(pointsOf(twelve, frame({ bitsStored: 12 })))).toEqual([4095, 4094, 2047, 1]);
  });

  it('may be of one, of eight and of thirty-two bits', () => {
    const single = frame({ columns: 6, bitsAllocated: 1, bitsStored: 1 });
    expect(list(pointsOf(bytes(0b0010_1101, 0b0000_0110), single, { bit: 6 }))).toEqual([0, 0, 0, 1, 1, 0]);
    expect(list(pointsOf(bytes(1, 2, 3, 200), frame({ bitsAllocated: 8, bitsStored: 8 })))).toEqual([1, 2, 3, 200]);
    const large = new Uint8Array(Uint32Array.from([4_000_000_000, 1]).buffer);
    expect(list(pointsOf(large, frame({ columns: 2, bitsAllocated: 32, bitsStored: 32 })))).toEqual([4_000_000_000, 1]);
  });

  it('end where the file ends', () => {
    expect(() => pointsOf(bytes(1, 2), frame())).toThrow('ends before');
    expect(() => pointsOf(bytes(1, 2), frame({ columns: 1, bitsAllocated: 12 }))).toThrow('12 bits');
  });

  it('are scaled to what they measure', () => {
    expect(list(scaled(Uint16Array.from([0, 1024, 4095]), { rescaleSlope: 1, rescaleIntercept: -1024 }))).toEqual([
      -1024, 0, 3071,
    ]);
    expect(list(scaled(Int16Array.from([-4]), { rescaleSlope: 0.25, rescaleIntercept: 0.5 }))).toEqual([-0.5]);
  });

  it('are colours one after the other, by planes, or with half of their colours', () => {
    const apart = bytes(1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24);
    expect(list(pointsOf(apart, colour('RGB', { planarConfiguration: 1 })))).toEqual([
      ...[1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24],
    ]);
    const half = colour('YBR_FULL_422');
    expect(frameBits(half)).toBe(64);
    const points = pointsOf(bytes(50, 200, 128, 128, 76, 76, 85, 255), half);
    expect(list(points)).toEqual([50, 128, 128, 200, 128, 128, 76, 85, 255, 76, 85, 255]);
    // Two greys, and red twice.
    expect(list(toRgb(points, half, null))).toEqual([50, 50, 50, 200, 200, 200, 254, 0, 0, 254, 0, 0]);
  });

  it('are turned into colours by what they say they are, and by who has unpacked them', () => {
    const one = { columns: 1 };
    expect(list(toRgb([16, 128, 128], colour('YBR_PARTIAL_422', one), null))).toEqual([0, 0, 0]);
    expect(list(toRgb([256, 512, 4095], colour('RGB', { ...one, bitsStored: 12 }), null))).toEqual([16, 32, 255]);
    const red = [76, 85, 255];
    expect(list(toRgb(red, colour('YBR_FULL', one), '1.2.840.10008.1.2.4.80'))).toEqual([254, 0, 0]);
    expect(list(toRgb(red, colour('YBR_RCT', one), '1.2.840.10008.1.2.4.90'))).toEqual(red);
    expect(() => toRgb(red, colour('HSV', one), null)).toThrow('HSV');
  });
});

/** A frame in runs, each as it is. */
function inRuns(...rows: Uint8Array[]): Uint8Array {
  const head = new Uint8Array(64);
  const view = new DataView(head.buffer);
  view.setUint32(0, rows.length, true);
  rows.reduce((at, row, run) => {
    view.setUint32(4 + run * 4, at, true);
    return at + row.length;
  }, 64);
  return Uint8Array.from([...head, ...rows.flatMap((row) => [...row])]);
}

describe('points that say how often the same one follows', () => {
  it('have the rows of their higher bytes first', () => {
    // Four times 1; then 2, 3 and twice 4.
    const runs = inRuns(bytes(0xfd, 1), bytes(1, 2, 3, 0xff, 4));
    expect(list(runsOf(runs, frame()))).toEqual([258, 259, 260, 260]);
    const below = inRuns(bytes(0xfd, 0xff), bytes(0xfd, 0xfe));
    expect(list(runsOf(below, frame({ pixelRepresentation: 1 })))).toEqual([-2, -2, -2, -2]);
  });

  it('are colours, each with a row of its own', () => {
    const runs = inRuns(bytes(0xfd, 9), bytes(3, 1, 2, 3, 4), bytes(0x80, 0xfd, 0));
    expect(list(runsOf(runs, colour('RGB', { planarConfiguration: 1 })))).toEqual([9, 1, 0, 9, 2, 0, 9, 3, 0, 9, 4, 0]);
  });

  it('are not believed where there are fewer, or other rows', () => {
    expect(() => runsOf(inRuns(bytes(0xfe, 1), bytes(0xfd, 1)), frame())).toThrow('fewer');
    expect(() => runsOf(inRuns(bytes(0xfd, 1)), frame())).toThrow('runs');
    expect(() => runsOf(bytes(1, 2, 3), frame())).toThrow('runs');
  });
});

describe('points that are the numbers of colours', () => {
  const tables = [
    [0, 65_280, 256],
    [0, 0, 512],
    [0, 0, 65_535],
  ];
  it('have the colour of their entry, and those outside the nearest', () => {
    const palette = { first: 10, colours: coloursOf(tables, 3) };
    expect(list(coloured([0, 10, 11, 12, 99], palette))).toEqual([0, 0, 0, 0, 0, 0, 255, 0, 0, 1, 2, 255, 1, 2, 255]);
    expect(
      list(
        coloursOf(
          [
            [0, 255],
            [0, 7],
            [0, 0],
          ],
          2,
        ),
      ),
    ).toEqual([0, 0, 0, 255, 7, 0]);
  });

  it('have tables of bytes and of words', () => {
    expect(tableOf(bytes(1, 0, 0, 2), 2, false)).toEqual([1, 512]);
    expect(tableOf(bytes(0, 1, 2, 0), 2, true)).toEqual([1, 512]);
    expect([tableOf(bytes(5, 6), 2, false), tableOf(bytes(6, 5), 2, true)]).toEqual([
      [5, 6],
      [5, 6],
    ]);
    expect(tableOf(bytes(5), 2, false)).toBeNull();
  });
});
