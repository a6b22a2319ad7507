import { lazy, type ComponentType } from 'react';
import { reach } from '../api/reach';

/** A page loaded when it is first shown. Where its script cannot be had, the window loads again with the server's return. */
export function later(load: () => Promise<{ default: ComponentType }>) {
  return lazy(() =>
    load().catch(
      () =>
        // Browsers remember a script that failed, so only a new page can ask for it again.
        new Promise<never>(() => {
          reach.lost();
          reach.subscribe(() => window.location.reload());
        }),
    ),
  );
}
