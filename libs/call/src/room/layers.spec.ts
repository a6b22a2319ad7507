import { chooseLayers, layerFor, type PictureWish } from './layers';

describe('layerFor', () => {
  it.each([
    [0, null],
    [-5, null],
    [Number.NaN, null],
    [1, 0],
    [400, 0],
    [401, 1],
    [800, 1],
    [801, 2],
    [3000, 2],
  ])('a picture shown %p pixels wide gets layer %p', (width, layer) => {
    expect(layerFor(width)).toBe(layer);
  });
});

describe('chooseLayers', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function chooser() {
    const told: [string, PictureWish][] = [];
    return { told, layers: chooseLayers((seatId, wish) => told.push([seatId, wish])) };
  }

  it('wants everything before the page has told a width', () => {
    expect(chooser().layers.wish('a')).toEqual({ paused: false });
  });

  it('tells once when a width has settled, whatever happened on the way', () => {
    const { told, layers } = chooser();
    for (const width of [300, 500, 700, 900, 1200]) layers.show('a', width);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(300);
    expect(told).toEqual([['a', { paused: false, spatialLayer: 2 }]]);
    layers.show('a', 1000);
    jest.advanceTimersByTime(5000);
    expect(told).toHaveLength(1);
  });

  it('says nothing for a tile that comes right back', () => {
    const { told, layers } = chooser();
    layers.show('a', 300);
    jest.advanceTimersByTime(300);
    layers.show('a', 0);
    jest.advanceTimersByTime(1000);
    layers.show('a', 300);
    jest.advanceTimersByTime(5000);
    expect(told).toHaveLength(1);
  });

  it('pauses what stays hidden and wants it back at once', () => {
    const { told, layers } = chooser();
    layers.show('a', 300);
    jest.advanceTimersByTime(300);
    layers.show('a', 0);
    jest.advanceTimersByTime(2000);
    expect(layers.wish('a')).toEqual({ paused: true, spatialLayer: 0 });
    layers.show('a', 1000);
    expect(told.at(-1)).toEqual(['a', { paused: false, spatialLayer: 2 }]);
  });

  it('leaves no timer behind', () => {
    const { told, layers } = chooser();
    layers.show('a', 300);
    layers.show('b', 0);
    layers.close();
    expect(jest.getTimerCount()).toBe(0);
    expect(told).toEqual([]);
  });
});
