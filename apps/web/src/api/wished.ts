import { useState } from 'react';

/**
 * What was just chosen, shown at once and until the server says the same (`known`) or refuses: nothing jumps back in between.
 * Answers what to show, and `wish` and `forget`.
 */
export function useWished<T>(known: T, same: (a: T, b: T) => boolean = Object.is) {
  const [wished, setWished] = useState<{ value: T } | null>(null);
  if (wished && same(wished.value, known)) setWished(null);
  return {
    shown: wished ? wished.value : known,
    wish: (value: T) => setWished({ value }),
    forget: () => setWished(null),
  };
}
