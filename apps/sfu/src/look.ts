import type { LinkSide } from '@okaeri/contracts';
import type { types } from 'mediasoup';

type Stream = Pick<
  types.ProducerStat | types.ConsumerStat,
  'type' | 'kind' | 'ssrc' | 'packetCount' | 'packetsLost' | 'roundTripTime'
>;
/** Fewer than these say nothing about a rate: in a silence hardly any are sent. */
const enoughPackets = 20;
/** A listener tells of the packets that did not come to her within this time, in a report of her own. */
const toldWithinMs = 8000;

interface Counted {
  packets: number;
  lost: number;
}

/** What was lost before it came here, and is still to be missed by the listener. */
interface Missing {
  lost: number;
  since: number;
}

/** One direction of a seat's link between two looks. Nothing is measured while nobody looks. */
export class Look {
  #seen = new Map<string, Counted>();
  readonly #missing: Record<types.MediaKind, Missing> = {
    audio: { lost: 0, since: 0 },
    video: { lost: 0, since: 0 },
  };

  /**
   * `bitrate`: bits a second, as its transport has it. `before`: the same streams as they came to the node, where they
   * come from others: what has been lost by then is missing in `streams` as well.
   */
  side(
    bitrate: number,
    streams: readonly Stream[],
    before: readonly Stream[] = [],
    at: number = performance.now(),
  ): LinkSide {
    const known = this.#seen;
    this.#seen = new Map([...streams, ...before].map((stream) => [keyOf(stream), countOf(stream)]));
    const since = (list: readonly Stream[], kind: types.MediaKind): Counted => {
      const sum = { packets: 0, lost: 0 };
      for (const stream of list) {
        const [now, then] = [countOf(stream), known.get(keyOf(stream))];
        if (stream.kind !== kind || !then) continue;
        sum.packets += now.packets - then.packets;
        sum.lost += now.lost - then.lost;
      }
      return sum;
    };
    const lossOf = (kind: types.MediaKind) => {
      const { packets, lost } = since(streams, kind);
      const own = this.#own(kind, lost, since(before, kind).lost, at);
      return packets >= enoughPackets ? Math.min(1, own / packets) : null;
    };
    // What nothing was sent of since has told nothing since.
    const lively = streams.filter((stream) => countOf(stream).packets !== known.get(keyOf(stream))?.packets);
    const trips = lively.map(({ roundTripTime }) => roundTripTime ?? 0).filter((trip) => trip > 0);
    return {
      kbps: Math.round(bitrate / 1000),
      loss: lossOf('audio'),
      pictureLoss: lossOf('video'),
      roundTripMs: trips.length > 0 ? Math.round(Math.max(...trips)) : null,
    };
  }

  /** The others' losses are known here before the listener's report holds them, and are not her link's then either. */
  #own(kind: types.MediaKind, lost: number, lostBefore: number, at: number): number {
    const missing = this.#missing[kind];
    if (at - missing.since > toldWithinMs) missing.lost = 0;
    if (missing.lost === 0) missing.since = at;
    const own = lost - Math.max(0, lostBefore) - missing.lost;
    missing.lost = Math.max(0, -own);
    return Math.max(0, own);
  }
}

const keyOf = ({ type, ssrc }: Stream): string => `${type} ${ssrc}`;
/** Who sends counts all packets; who receives counts those that came. */
const countOf = ({ type, packetCount, packetsLost }: Stream): Counted => ({
  packets: type === 'inbound-rtp' ? packetCount + packetsLost : packetCount,
  lost: packetsLost,
});
