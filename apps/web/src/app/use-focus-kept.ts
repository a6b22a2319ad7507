import { useEffect } from 'react';

/** What is pressed and gone leaves the focus near; read once the page stands, so that its first script stays small. */
export function useFocusKept(root: HTMLElement | null): void {
  useEffect(() => {
    if (!root) return;
    let end: (() => void) | null = null;
    let here = true;
    // Where it cannot be had, the page does without.
    import('./keep-focus').then(
      ({ keepFocus }) => {
        if (here) end = keepFocus(root);
      },
      () => undefined,
    );
    return () => {
      here = false;
      end?.();
    };
  }, [root]);
}
