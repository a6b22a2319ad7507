/** Widths of the three layers of a 1280 pixel picture; smaller cameras keep the proportions and lose little. */
const widths = [320, 640, 1280] as const;
/** A picture may be stretched this much before the next layer is worth its bytes. */
const stretch = 1.25;

export type Layer = 0 | 1 | 2;

/** The smallest layer that looks right at a width in device pixels; `null` when nothing is shown. */
export function layerFor(width: number): Layer | null {
  if (!(width > 0)) return null;
  if (width <= widths[0] * stretch) return 0;
  if (width <= widths[1] * stretch) return 1;
  return 2;
}

/** What a listener wants of one picture. `spatialLayer` stays out while the page has not told a width. */
export interface PictureWish {
  paused: boolean;
  spatialLayer?: Layer;
}

export interface LayerChooser {
  show(seatId: string, width: number): void;
  wish(seatId: string): PictureWish;
  forget(seatId: string): void;
  close(): void;
}

/** A window that is dragged or a tile that moves must not cause a key frame for each pixel. */
const settleMs = 250;
/** A hidden tile often comes right back. */
const pauseMs = 1500;

/** Turns widths into wishes, told only when they changed and have settled. A picture shown again is wanted at once. */
export function chooseLayers(changed: (seatId: string, wish: PictureWish) => void): LayerChooser {
  const settled = new Map<string, PictureWish>();
  const coming = new Map<string, { wish: PictureWish; timer: ReturnType<typeof setTimeout> }>();
  const same = (a: PictureWish | undefined, b: PictureWish) =>
    a?.paused === b.paused && a.spatialLayer === b.spatialLayer;

  function drop(seatId: string): void {
    clearTimeout(coming.get(seatId)?.timer);
    coming.delete(seatId);
  }
  function settle(seatId: string, wish: PictureWish): void {
    drop(seatId);
    settled.set(seatId, wish);
    changed(seatId, wish);
  }
  return {
    show(seatId, width) {
      const layer = layerFor(width);
      const now = settled.get(seatId);
      const wish: PictureWish =
        layer === null ? { paused: true, spatialLayer: now?.spatialLayer } : { paused: false, spatialLayer: layer };
      if (same(coming.get(seatId)?.wish ?? now, wish)) return;
      drop(seatId);
      if (same(now, wish)) return;
      if (now?.paused && !wish.paused) settle(seatId, wish);
      else {
        const timer = setTimeout(() => settle(seatId, wish), wish.paused ? pauseMs : settleMs);
        coming.set(seatId, { wish, timer });
      }
    },
    wish: (seatId) => settled.get(seatId) ?? { paused: false },
    forget(seatId) {
      drop(seatId);
      settled.delete(seatId);
    },
    close() {
      for (const seatId of [...coming.keys()]) drop(seatId);
    },
  };
}
