/**
 * Work by key, one at a time. Who asks for it while it runs has it done once more, and waits for that: what was true at
 * the moment of the call has been seen when the answer comes.
 */
export class Again<K> {
  readonly #running = new Map<K, { again: boolean; done: Promise<void> }>();

  run(key: K, work: () => Promise<void>): Promise<void> {
    const running = this.#running.get(key);
    if (running) {
      running.again = true;
      return running.done;
    }
    const state = { again: false, done: Promise.resolve() };
    const rounds = async () => {
      try {
        do {
          state.again = false;
          await work();
        } while (state.again);
      } finally {
        this.#running.delete(key);
      }
    };
    state.done = rounds();
    this.#running.set(key, state);
    return state.done;
  }
}
