import { useState } from 'react';
import type { Item } from './items';
import type { Picture } from './paint';
import type { Shown } from './tools';
import { autoWindow, dragged, hides, presets, type Window } from './window';

/** How the pictures of a series are shown: one window for all that say none of their own, so that nothing flickers. */
export function useWindow(picture: Picture | null, item: Item | undefined) {
  const [shown, setShown] = useState<Shown>('auto');
  const [byHand, setByHand] = useState<Window>({ center: 0, width: 1 });
  const [first, setFirst] = useState<Window | null>(null);
  const said = item?.instance.window ?? null;
  if (picture && !first) setFirst(autoWindow(said, picture.spread));
  const window = picture ? windowOf(picture) : null;

  function windowOf({ spread }: Picture): Window {
    if (shown === 'hand') return byHand;
    if (shown !== 'auto') return presets[shown];
    if (said && !hides(said, spread)) return said;
    return autoWindow(first, spread);
  }
  return {
    shown,
    window,
    show: setShown,
    drag: (dx: number, dy: number) => {
      if (!picture || !window) return;
      setByHand(dragged(window, dx, dy, picture.spread));
      setShown('hand');
    },
  };
}
