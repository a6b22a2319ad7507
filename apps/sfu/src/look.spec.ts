import type { types } from 'mediasoup';
import { Look } from './look';

const stream = (packetCount: number, packetsLost: number, roundTripTime?: number) =>
  ({ packetCount, packetsLost, roundTripTime }) as types.ConsumerStat;

describe('a look at one direction of a link', () => {
  it('tells what was lost since the look before', () => {
    const look = new Look();
    look.side(100_000, [stream(100, 50)]);
    expect(look.side(123_400, [stream(190, 55, 80.4), stream(0, 5)])).toEqual({
      ...{ kbps: 123, loss: 0.1, roundTripMs: 80 },
    });
  });

  it('tells nothing where nothing was sent, or a stream has gone', () => {
    const look = new Look();
    expect(look.side(0, [])).toEqual({ kbps: 0, loss: null, roundTripMs: null });
    look.side(0, [stream(100, 3)]);
    expect(look.side(0, [stream(10, 0)]).loss).toBeNull();
  });
});
