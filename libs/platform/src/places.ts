import { OkaeriError } from '@okaeri/contracts';

/** Lets so many work at a time. The others wait for their turn, and not for longer than `patienceMs`. */
export class Places {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(
    places: number,
    private readonly patienceMs: number,
  ) {
    this.#free = places;
  }

  /** Throws `unavailable` where none came free in time. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve();
    }
    return new Promise((enter, refuse) => {
      const called = () => {
        clearTimeout(late);
        enter();
      };
      const late = setTimeout(() => {
        this.#waiting.delete(called);
        refuse(new OkaeriError('unavailable'));
      }, this.patienceMs);
      this.#waiting.add(called);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
