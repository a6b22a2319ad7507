import { pointerFrame, sayingMost, tourFrame } from '@okaeri/contracts';
import { readPointer, readTour, writePointer, writeTour } from './frames';

const fileId = '7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6b';
const frame = {
  fileId,
  page: 12,
  zoom: 2.123456,
  x: 0.123456789,
  y: 1.4,
  pointer: [0.5, 0.987654321] as [number, number],
};

describe('frames of a tour', () => {
  it('are what the contracts say, light, and rise', () => {
    const [first, second] = [writeTour(frame), writeTour({ ...frame, pointer: null })];
    expect(tourFrame.parse(JSON.parse(first))).toEqual(readTour(first));
    expect(readTour(first)).toMatchObject({ zoom: 2.12, x: 0.1235, y: 1, pointer: [0.5, 0.9877] });
    expect(readTour(second)?.n).toBeGreaterThan(readTour(first)?.n ?? 0);
    expect(first.length).toBeLessThanOrEqual(150);
    expect(first.length).toBeLessThan(sayingMost);
    const pointer = writePointer(0.25, 0.75);
    expect(pointerFrame.parse(JSON.parse(pointer))).toEqual(readPointer(pointer));
  });

  it('are refused wherever the contracts refuse them', () => {
    const good = JSON.parse(writeTour(frame)) as Record<string, unknown>;
    const bad: Record<string, unknown>[] = [
      ...[{ v: 2 }, { page: 0 }, { page: 1.5 }, { page: 2001 }, { zoom: 0.5 }, { zoom: 9 }, { x: -0.1 }, { y: 2 }],
      ...[{ n: -1 }, { pointer: [0.5] }, { pointer: [0.5, 2] }, { pointer: undefined }, { fileId: 7 }, { x: null }],
    ];
    for (const change of bad) {
      const data = JSON.stringify({ ...good, ...change });
      expect([change, readTour(data), tourFrame.safeParse(JSON.parse(data)).success]).toEqual([change, null, false]);
    }
    for (const data of ['', 'null', '7', '[]', '{', '{"v":1}']) {
      expect(readTour(data)).toBeNull();
      expect(readPointer(data)).toBeNull();
    }
  });
});
