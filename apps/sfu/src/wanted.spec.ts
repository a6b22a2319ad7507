import { Wanted, type Layer } from './wanted';

describe('what of a picture is wanted', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function known(hasty: 'more' | 'less' = 'more') {
    const told: string[] = [];
    const wanted = new Wanted((id, layer) => told.push(`${id} ${layer}`));
    const look = (layer: Layer, sent: Layer = 2) => wanted.look(new Map([['camera', { sent, wanted: layer, hasty }]]));
    return { told, wanted, look };
  }

  it('says nothing while all that is sent is wanted', () => {
    const { told, look } = known();
    look(2);
    look(2);
    jest.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  it('says less after five seconds, none after twenty, and more at once', () => {
    const { told, look } = known();
    look(0);
    jest.advanceTimersByTime(4999);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(told).toEqual(['camera 0']);
    look(-1);
    jest.advanceTimersByTime(19_999);
    expect(told).toEqual(['camera 0']);
    jest.advanceTimersByTime(1);
    look(1);
    expect(told).toEqual(['camera 0', 'camera -1', 'camera 1']);
  });

  it('says nothing of what was wanted less for a moment', () => {
    const { told, look } = known();
    look(-1);
    jest.advanceTimersByTime(3000);
    look(2);
    jest.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  it('asks for a sparing voice at once, and for the usual one later', () => {
    const { told, look } = known('less');
    look(0, 1);
    expect(told).toEqual(['camera 0']);
    look(1, 1);
    expect(told).toEqual(['camera 0']);
    jest.advanceTimersByTime(5000);
    expect(told).toEqual(['camera 0', 'camera 1']);
  });

  it('repeats what was said last to who may have missed it, and forgets a camera that is gone', () => {
    const { told, wanted, look } = known();
    look(1);
    jest.advanceTimersByTime(5000);
    wanted.repeat('camera');
    expect(told).toEqual(['camera 1', 'camera 1']);
    look(0);
    wanted.look(new Map());
    jest.advanceTimersByTime(60_000);
    wanted.repeat('camera');
    expect(told).toHaveLength(2);
  });
});
