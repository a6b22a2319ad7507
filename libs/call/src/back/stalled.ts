import { isExpected } from '../ladder/look';
import type { Received } from '../room/receive';

/** Nobody who speaks or is seen is silent for this long on a link that works. */
const stalledAfterMs = 2000;

export interface Others {
  /** Seats of which nothing comes any more. `alive`: this window's own link works. */
  look(
    now: number,
    received: readonly Received[],
    arrived: ReadonlyMap<string, number>,
    alive: boolean,
  ): ReadonlySet<string>;
}

/** Tells whose link is gone, apart from this window's own. */
export function watchOthers(): Others {
  const heard = new Map<string, { packets: number; at: number }>();
  return {
    look(now, received, arrived, alive) {
      const last = new Map<string, number>();
      const seen = new Set<string>();
      for (const { offer, consumer } of received) {
        const { id } = consumer.track;
        seen.add(id);
        const packets = arrived.get(id) ?? 0;
        const before = heard.get(id);
        // While nothing ought to come, or nothing can, no time passes.
        if (!before || !alive || !isExpected(offer) || packets !== before.packets) heard.set(id, { packets, at: now });
        if (!isExpected(offer)) continue;
        last.set(offer.seatId, Math.max(last.get(offer.seatId) ?? -Infinity, heard.get(id)?.at ?? now));
      }
      for (const id of [...heard.keys()]) if (!seen.has(id)) heard.delete(id);
      return new Set([...last].filter(([, at]) => now - at >= stalledAfterMs).map(([seatId]) => seatId));
    },
  };
}
