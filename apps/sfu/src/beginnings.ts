/** Somebody's place in the room; `arriving`: she is on her way to what she will receive. */
interface Arrival {
  readonly arriving: boolean;
}
/** A picture that waits to begin. */
interface Picture {
  begin(): Promise<void>;
}

/** So long does whoever is there wait for the others. */
const longestMs = 150;

/**
 * Those who come at the same time, as into a room that has moved, begin to see the others at the same time. A browser that
 * was asked for a key frame makes no other for 300 ms: were each given hers as she arrives, the next one's would come so
 * much later.
 */
export class Beginnings<S extends Arrival> {
  readonly #waiting = new Map<S, Set<Picture>>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** Whether her pictures wait: she is on her way, and not alone. */
  gathers(seat: S, seats: Iterable<S>): boolean {
    return seat.arriving && [...seats].some((other) => other !== seat && other.arriving);
  }

  add(seat: S, picture: Picture): void {
    const pictures = this.#waiting.get(seat) ?? new Set();
    this.#waiting.set(seat, pictures.add(picture));
    this.look();
  }

  /** To be called when somebody has arrived or left. */
  look(): void {
    const seats = [...this.#waiting.keys()];
    const arriving = seats.filter((seat) => seat.arriving);
    if (arriving.length === 0) this.#begin();
    else if (arriving.length < seats.length) this.#timer ??= setTimeout(() => this.#begin(), longestMs);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting.clear();
  }

  #begin(): void {
    const pictures = [...this.#waiting.values()].flatMap((each) => [...each]);
    this.close();
    for (const picture of pictures) picture.begin().catch(() => undefined);
  }
}
