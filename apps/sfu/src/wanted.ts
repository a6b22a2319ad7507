/** Layers of a picture, from 0; -1: none. */
export type Layer = -1 | 0 | 1 | 2;

/** Of one stream: what is sent at most, what is wanted now, and which way is urgent. */
export interface Demand {
  sent: Layer;
  wanted: Layer;
  hasty: 'more' | 'less';
}

/** A window that is dragged and a tile that is turned come back; whoever left often does, and finds a picture at once. */
const lessAfterMs = 5000;
const noneAfterMs = 20_000;

interface Known {
  /** What its sender was told last; at first it sends all. */
  told: Layer;
  now: Layer;
  later: NodeJS.Timeout | null;
}

/**
 * Tells senders what is wanted of their streams. Of a picture the most that somebody wants, for what nobody shows need not
 * be sent: more at once, less later. Of a voice the least, for who has a link for no more hears nothing else: less at once.
 */
export class Wanted {
  readonly #known = new Map<string, Known>();

  constructor(private readonly tell: (producerId: string, layer: Layer) => void) {}

  /** How it stands for all streams of a room. */
  look(demands: ReadonlyMap<string, Demand>): void {
    for (const [id, { later }] of this.#known) {
      if (demands.has(id)) continue;
      if (later) clearTimeout(later);
      this.#known.delete(id);
    }
    for (const [id, { sent, wanted, hasty }] of demands) {
      const known = this.#known.get(id) ?? { told: sent, now: sent, later: null };
      this.#known.set(id, known);
      if (wanted !== known.now) this.#turn(id, known, wanted, hasty);
    }
  }

  /** Says again what its sender may have missed. */
  repeat(producerId: string): void {
    const known = this.#known.get(producerId);
    if (known) this.tell(producerId, known.told);
  }

  close(): void {
    this.look(new Map());
  }

  #turn(id: string, known: Known, wanted: Layer, hasty: Demand['hasty']): void {
    known.now = wanted;
    if (known.later) clearTimeout(known.later);
    known.later = null;
    const say = () => {
      known.told = wanted;
      this.tell(id, wanted);
    };
    if (wanted === known.told) return;
    if (wanted > known.told === (hasty === 'more')) say();
    else known.later = setTimeout(say, wanted < 0 ? noneAfterMs : lessAfterMs);
  }
}
