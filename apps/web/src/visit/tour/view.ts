import type { TourFrame } from '@okaeri/contracts';

export interface Box {
  width: number;
  height: number;
}
/** What of a page is looked at: how near, and which point of it is in the middle. */
export type Look = Pick<TourFrame, 'page' | 'zoom' | 'x' | 'y'>;

export const firstLook: Look = { page: 1, zoom: 1, x: 0.5, y: 0.5 };
const mostZoom = 8;

export interface Placed extends Box {
  left: number;
  top: number;
}

/**
 * Where the page lies in a view of any shape. The same point is in the middle for everybody, a phone sees less around it;
 * nobody looks past the edge of a page that is larger than her view.
 */
export function place(view: Box, page: Box, { zoom, x, y }: Look): Placed {
  if (!view.width || !view.height || !page.width || !page.height) return { width: 0, height: 0, left: 0, top: 0 };
  const scale = Math.min(view.width / page.width, view.height / page.height) * zoom;
  const [width, height] = [page.width * scale, page.height * scale];
  return { width, height, left: along(view.width, width, x), top: along(view.height, height, y) };
}

function along(view: number, page: number, share: number): number {
  if (page <= view) return (view - page) / 2;
  return Math.min(0, Math.max(view - page, view / 2 - page * share));
}

/** Which share of the page lies at a point of the view; null beside it. */
export function shareAt(placed: Placed, left: number, top: number): [number, number] | null {
  if (!placed.width || !placed.height) return null;
  const x = (left - placed.left) / placed.width;
  const y = (top - placed.top) / placed.height;
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? [x, y] : null;
}

/** The page was taken by the hand and moved so far, in points. */
export function moved(look: Look, placed: Placed, left: number, top: number): Look {
  if (!placed.width || !placed.height) return look;
  return { ...look, x: within(look.x - left / placed.width), y: within(look.y - top / placed.height) };
}

/** Nearer or further, towards a point of the page. */
export function zoomed(look: Look, factor: number, towards: [number, number] | null): Look {
  const zoom = Math.min(mostZoom, Math.max(1, look.zoom * factor));
  if (zoom === 1) return { ...firstLook, page: look.page };
  const share = 1 - look.zoom / zoom;
  const [x, y] = towards && share > 0 ? towards : [look.x, look.y];
  return { ...look, zoom, x: within(look.x + (x - look.x) * share), y: within(look.y + (y - look.y) * share) };
}

export const turned = (look: Look, page: number, pages: number): Look => ({
  ...firstLook,
  page: Math.min(Math.max(1, pages), Math.max(1, page)),
});

const within = (share: number) => Math.min(1, Math.max(0, share));
