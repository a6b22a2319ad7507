import { useSyncExternalStore } from 'react';

/** What somebody is writing in a panel, by its name. It outlives the panel, which is made anew where a phone is turned. */
export interface Kept {
  get: (name: string) => string;
  set: (name: string, value: string) => void;
  subscribe: (listener: () => void) => () => void;
}

export function newKept(): Kept {
  const values = new Map<string, string>();
  const listeners = new Set<() => void>();
  return {
    get: (name) => values.get(name) ?? '',
    set(name, value) {
      values.set(name, value);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Also what a panel that is gone sets: an answer may come after the phone was turned. */
export function useKept(kept: Kept, name: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(kept.subscribe, () => kept.get(name));
  return [value, (next) => kept.set(name, next)];
}
