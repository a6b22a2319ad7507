import { isExpected } from '../ladder/look';
import type { Received } from '../room/receive';

/** Nobody who speaks or is seen is silent for this long on a link that works. */
const stalledAfterMs = 1500;

/** What has come of a track, and how long ago the last of it. */
export interface Arrived {
  packets: number;
  agoMs: number;
}

export interface Others {
  /** Seats of which nothing comes any more. `alive`: this window's own link works. */
  look(
    now: number,
    received: readonly Received[],
    arrived: ReadonlyMap<string, Arrived>,
    alive: boolean,
  ): ReadonlySet<string>;
  /** In how many milliseconds the next of them will be, if nothing comes until then. */
  readonly nextMs: number;
}

/** Tells whose link is gone, apart from this window's own. */
export function watchOthers(): Others {
  const heard = new Map<string, { packets: number; at: number }>();
  let nextMs = Infinity;
  return {
    get nextMs() {
      return nextMs;
    },
    look(now, received, arrived, alive) {
      const last = new Map<string, number>();
      const seen = new Set<string>();
      for (const { offer, consumer } of received) {
        const { id } = consumer.track;
        seen.add(id);
        const { packets, agoMs } = arrived.get(id) ?? { packets: 0, agoMs: 0 };
        const before = heard.get(id);
        // While nothing ought to come, or nothing can, no time passes.
        if (!before || !alive || !isExpected(offer)) heard.set(id, { packets, at: now });
        else if (packets !== before.packets) heard.set(id, { packets, at: now - agoMs });
        if (!isExpected(offer)) continue;
        last.set(offer.seatId, Math.max(last.get(offer.seatId) ?? -Infinity, heard.get(id)?.at ?? now));
      }
      for (const id of [...heard.keys()]) if (!seen.has(id)) heard.delete(id);
      const left = [...last].map(([seatId, at]) => ({ seatId, ms: at + stalledAfterMs - now }));
      nextMs = Math.min(Infinity, ...left.filter(({ ms }) => ms > 0).map(({ ms }) => ms));
      return new Set(left.filter(({ ms }) => ms <= 0).map(({ seatId }) => seatId));
    },
  };
}
