import type { LinkSide } from '@okaeri/contracts';
import type { types } from 'mediasoup';

type Stream = types.ProducerStat | types.ConsumerStat;

/** One direction of a seat's link between two looks. Nothing is measured while nobody looks. */
export class Look {
  #lost = 0;
  #packets = 0;

  /** `bitrate`: bits a second, as its transport has it. */
  side(bitrate: number, streams: readonly Stream[]): LinkSide {
    const lost = sum(streams, 'packetsLost');
    const packets = sum(streams, 'packetCount');
    const [newLost, newPackets] = [lost - this.#lost, packets - this.#packets];
    this.#lost = lost;
    this.#packets = packets;
    const trips = streams.map(({ roundTripTime }) => roundTripTime ?? 0).filter((trip) => trip > 0);
    return {
      kbps: Math.round(bitrate / 1000),
      // A stream that ended since takes its packets along: then there is nothing to compare.
      loss: newPackets > 0 && newLost >= 0 ? newLost / (newLost + newPackets) : null,
      roundTripMs: trips.length > 0 ? Math.round(Math.max(...trips)) : null,
    };
  }
}

const sum = (streams: readonly Stream[], key: 'packetsLost' | 'packetCount') =>
  streams.reduce((total, stream) => total + stream[key], 0);
