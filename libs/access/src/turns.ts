import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Places } from '@okaeri/platform';

/** No longer than a request may take. */
const patienceMs = 30_000;
/** With more than these waiting, it is a crowd. */
const crowd = 8;
const calmMs = 20;
const calmWithinMs = 1000;

/**
 * Who comes with hundreds at once, when a mast comes back, is asked one after the other, so that nobody who comes for
 * anything else waits behind them. While they still come in, none of them is asked: the event loop takes in one connection in
 * each of its turns, and what it does for one of them keeps all others outside.
 */
@Injectable()
export class Turns {
  readonly #places = new Places(1, patienceMs);
  #waiting = 0;
  #cameAt = 0;

  /** Somebody of a crowd came in, if only to be sent away. */
  came(): void {
    this.#cameAt = performance.now();
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    this.came();
    this.#waiting += 1;
    try {
      return await this.#places.take(async () => {
        await this.#calm();
        return work();
      });
    } finally {
      this.#waiting -= 1;
    }
  }

  async #calm(): Promise<void> {
    const until = performance.now() + calmWithinMs;
    while (this.#waiting > crowd && performance.now() - this.#cameAt < calmMs && performance.now() < until) {
      await pause(calmMs / 2);
    }
  }
}
