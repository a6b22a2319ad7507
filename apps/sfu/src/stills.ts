import type { Reception } from './reception';

const everyMs = 1000;

/**
 * A picture a second for who has no room for moving ones. One clock a room, and only while somebody in it wants stills: a
 * key frame is made for all listeners of a camera at once, so however many want stills of it, it makes one a second more.
 */
export class Stills {
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly receptions: () => readonly Reception[]) {}

  /** To be said whenever what somebody wants may have changed. */
  look(): void {
    const wanted = this.receptions().some(({ stills }) => stills);
    if (wanted && !this.#timer) {
      this.#timer = setInterval(() => this.#tick(), everyMs);
      this.#tick();
    } else if (!wanted) this.close();
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    for (const reception of this.receptions()) {
      // One that is closed meanwhile has nobody who misses it.
      if (reception.stills) reception.takeStill().catch(() => undefined);
    }
  }
}
