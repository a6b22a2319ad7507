import { lazy, type ComponentType } from 'react';
import { reloadWhenFound } from '../api/reach';

const never = new Promise<never>(() => undefined);

/**
 * A page loaded when it is first shown. Where its script cannot be had, the window loads again with the server's return.
 * `likely`: this window's address leads to it, so it is fetched at once and not only when it is known who reads.
 */
export function later<P extends object = object>(load: () => Promise<{ default: ComponentType<P> }>, likely = false) {
  const loading = likely ? load() : null;
  // Told below, when the page is wanted.
  loading?.catch(() => undefined);
  return lazy(() =>
    (loading ?? load()).catch(() => {
      reloadWhenFound();
      return never;
    }),
  );
}
