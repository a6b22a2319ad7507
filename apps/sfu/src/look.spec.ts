import type { types } from 'mediasoup';
import { Look } from './look';

type Given = Partial<types.ProducerStat> & Pick<types.ProducerStat, 'packetCount' | 'packetsLost'>;
const stream = (given: Given) =>
  ({ type: 'outbound-rtp', kind: 'audio', ssrc: 1, ...given }) as unknown as types.ProducerStat;

describe('a look at one direction of a link', () => {
  it('tells what was lost since the look before, of sound and of pictures', () => {
    const look = new Look();
    const both = (audio: [number, number], video: [number, number]) => [
      stream({ packetCount: audio[0], packetsLost: audio[1], roundTripTime: 80.4 }),
      stream({ kind: 'video', ssrc: 2, packetCount: video[0], packetsLost: video[1] }),
    ];
    look.side(100_000, both([100, 50], [300, 0]));
    expect(look.side(123_400, both([200, 60], [400, 30]))).toEqual({
      ...{ kbps: 123, loss: 0.1, pictureLoss: 0.3, roundTripMs: 80 },
    });
  });

  it('counts those that did not come among the packets of who receives', () => {
    const look = new Look();
    look.side(0, [stream({ type: 'inbound-rtp', packetCount: 100, packetsLost: 0 })]);
    expect(look.side(0, [stream({ type: 'inbound-rtp', packetCount: 175, packetsLost: 25 })]).loss).toBe(0.25);
  });

  it('does not blame a link for what another has lost before', () => {
    const look = new Look();
    const at = (packets: number, lostBefore: number, lost: number, ms = 0) =>
      look.side(
        0,
        [stream({ packetCount: packets, packetsLost: lost })],
        [stream({ type: 'inbound-rtp', packetCount: packets, packetsLost: lostBefore })],
        ms,
      );
    at(100, 0, 0);
    expect(at(200, 20, 20).loss).toBe(0);
    expect(at(300, 40, 50).loss).toBe(0.1);
    // Told by the one end before the other.
    expect(at(400, 60, 50).loss).toBe(0);
    expect(at(500, 60, 70, 4000).loss).toBe(0);
    // What she is never told of was repaired before it came to her, and hides nothing of what her own link loses later.
    expect(at(600, 80, 70, 5000).loss).toBe(0);
    expect(at(700, 80, 80, 16_000).loss).toBe(0.1);
  });

  it('does not repeat how long the way was when something was last sent over it', () => {
    const look = new Look();
    const stale = { kind: 'video' as const, ssrc: 2, packetCount: 10, packetsLost: 0, roundTripTime: 3000 };
    look.side(0, [stream({ packetCount: 10, packetsLost: 0 }), stream(stale)]);
    expect(
      look.side(0, [stream({ packetCount: 60, packetsLost: 0, roundTripTime: 20 }), stream(stale)]).roundTripMs,
    ).toBe(20);
  });

  it('tells nothing where nothing was sent, or a stream is new', () => {
    const look = new Look();
    const nothing = { kbps: 0, loss: null, pictureLoss: null, roundTripMs: null };
    expect(look.side(0, [])).toEqual(nothing);
    expect(look.side(0, [stream({ packetCount: 100, packetsLost: 3 })])).toEqual(nothing);
    expect(look.side(0, [stream({ ssrc: 7, packetCount: 10, packetsLost: 0 })])).toEqual(nothing);
  });
});
