import { lazy, type ComponentType } from 'react';
import { reloadWhenFound } from '../api/reach';

const never = new Promise<never>(() => undefined);

/** A page loaded when it is first shown. Where its script cannot be had, the window loads again with the server's return. */
export function later(load: () => Promise<{ default: ComponentType }>) {
  return lazy(() =>
    load().catch(() => {
      reloadWhenFound();
      return never;
    }),
  );
}
