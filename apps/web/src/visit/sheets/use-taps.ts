import { useRef } from 'react';

/** Arrow keys go through a list and choose each on the way: only a tap also closes what one chooses in. */
export function useTaps(onClose: () => void) {
  const byKey = useRef(false);
  return {
    list: {
      onKeyDown: () => void (byKey.current = true),
      onPointerDown: () => void (byKey.current = false),
    },
    chosen() {
      if (!byKey.current) onClose();
    },
  };
}
