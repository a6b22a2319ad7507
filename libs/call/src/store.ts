/** State that a page can follow: the shape that React's useSyncExternalStore wants. */
export interface Store<S> {
  subscribe(listener: () => void): () => void;
  /** The same object until something changed. */
  getSnapshot(): S;
}

export interface WritableStore<S> extends Store<S> {
  set(change: Partial<S>): void;
  /** No listener is told anything afterwards. */
  silence(): void;
}

/** A store of one flat object. A change to equal values tells nobody. */
export function createStore<S extends object>(initial: S): WritableStore<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    set(change) {
      const keys = Object.keys(change) as (keyof S)[];
      if (keys.every((key) => Object.is(state[key], change[key]))) return;
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    silence: () => listeners.clear(),
  };
}
