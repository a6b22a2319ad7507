import { lazy, type ComponentType } from 'react';
import { reloadWhenFound } from '../api/reach';
import { untilWords } from '../locale/catalogues';

const never = new Promise<never>(() => undefined);

interface How {
  /** This window's address leads to it, so it is fetched at once and not only when it is known who reads. */
  likely?: boolean;
  /** It says nothing but what the first words hold; the build sees to it. */
  first?: boolean;
}

/** A page loaded when it is first shown. Where its script cannot be had, the window loads again with the server's return. */
export function later<P extends object = object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  { likely = false, first = false }: How = {},
) {
  const loading = likely ? load() : null;
  // Told below, when the page is wanted.
  loading?.catch(() => undefined);
  return lazy(async () => {
    try {
      const page = await (loading ?? load());
      if (!first) await untilWords();
      return page;
    } catch {
      reloadWhenFound();
      return never;
    }
  });
}
