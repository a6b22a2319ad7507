import { ApiError } from '../api/client';
import { itemsOf, nearest } from './items';
import type { Picture } from './paint';
import { Shelf } from './shelf';

const picture = (bytes = 1): Picture => ({
  ...{ width: 1, height: 1, values: [0], parts: 1, padding: null, inverted: false, bytes },
  spread: { least: 0, greatest: 0, low: 0, high: 0 },
});
const until = async (shelf: Shelf, isSo: () => boolean) => {
  while (!isSo()) await new Promise<void>((done) => void shelf.subscribe(done));
};
const settled = (shelf: Shelf, ready: number) => until(shelf, () => shelf.ready >= ready);
const states = (shelf: Shelf, items: readonly number[]) => items.map((item) => shelf.get(item).state);

describe('the pictures of a series', () => {
  it('come nearest first', async () => {
    const asked: number[] = [];
    const shelf = new Shelf(5, async (item) => {
      asked.push(item);
      return picture();
    });
    shelf.want(2);
    await settled(shelf, 5);
    expect(asked).toEqual([2, 3, 1, 4, 0]);
    expect(nearest(0, 3)).toEqual([0, 1, 2]);
  });

  it('follow where one looks', async () => {
    const asked: number[] = [];
    const shelf = new Shelf(6, async (item) => {
      asked.push(item);
      if (item === 0) shelf.want(5);
      return picture();
    });
    shelf.want(0);
    await settled(shelf, 6);
    expect(asked).toEqual([0, 5, 4, 3, 2, 1]);
  });

  it('are let go where there are too many, but never the one that is looked at', async () => {
    const shelf = new Shelf(10, async () => picture(10), 30);
    shelf.want(0);
    await settled(shelf, 3);
    expect(states(shelf, [0, 1, 2, 3])).toEqual(['here', 'here', 'here', 'waits']);
    shelf.want(9);
    await until(shelf, () => shelf.get(0).state === 'waits');
    expect(states(shelf, [9, 0])).toEqual(['here', 'waits']);
  });

  it('say which cannot be shown, and come again where only the network was away', async () => {
    let away = true;
    const shelf = new Shelf(3, async (item) => {
      if (item === 1) throw new Error('no decoder');
      if (item === 2 && away) throw new ApiError('unreachable', 0, '');
      return picture();
    });
    shelf.want(0);
    await settled(shelf, 2);
    await until(shelf, () => shelf.get(2).state === 'lost');
    expect(states(shelf, [0, 1, 2])).toEqual(['here', 'failed', 'lost']);
    away = false;
    shelf.again();
    await settled(shelf, 3);
    expect(shelf.get(2).state).toBe('here');
  });

  it('are counted file by file and frame by frame', () => {
    const instance = (instanceId: string, frames: number, shown = true) =>
      ({ instanceId, frames, shown }) as Parameters<typeof itemsOf>[0][number];
    const items = itemsOf([instance('a', 1), instance('b', 3), instance('c', 1, false), instance('d', 0)]);
    expect(items.map((item) => `${item.instance.instanceId}${item.frame}`)).toEqual(['a0', 'b0', 'b1', 'b2', 'd0']);
  });
});
