import type { SayingKind } from '@okaeri/contracts';

/** One thing that was told to everybody in the room; it is kept nowhere. */
export interface Said {
  seatId: string;
  kind: SayingKind;
  data: string;
}

/** Handed on past React: a pointer moves fifteen times a second, and no page is drawn anew for it. */
export interface Sayings {
  tell(said: Said): void;
  subscribe(listener: (said: Said) => void): () => void;
}

export function createSayings(): Sayings {
  const listeners = new Set<(said: Said) => void>();
  return {
    tell: (said) => {
      for (const listener of listeners) listener(said);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
