/*
 * Where a picture lies in its frame, by numbers alone. A point of the frame is in pixels of the page from the frame's upper
 * left corner; a point of the picture in its own columns and rows.
 */

export interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}
/** `zoom` 1: it just fits. `x`, `y`: how far its middle is from the middle of the frame. */
export interface View {
  zoom: number;
  x: number;
  y: number;
}
/** Millimetres from row to row and from column to column. */
export interface Spacing {
  row: number;
  column: number;
}

export const fitted: View = { zoom: 1, x: 0, y: 0 };
const most = 12;

/** As the body is: where rows lie further apart than columns, a point is higher than wide. */
export function shapeOf(picture: Size, spacing: Spacing | null): Size {
  const tall = spacing && spacing.row > 0 && spacing.column > 0 ? spacing.row / spacing.column : 1;
  return { width: picture.width, height: picture.height * tall };
}

/** Where its upper left corner is, and how many pixels of the page a column and a row take. */
export interface Placed {
  left: number;
  top: number;
  across: number;
  down: number;
}

export function place(frame: Size, picture: Size, spacing: Spacing | null, view: View): Placed {
  const shape = shapeOf(picture, spacing);
  const fit = Math.min(frame.width / shape.width, frame.height / shape.height) * view.zoom;
  const [wide, high] = [shape.width * fit, shape.height * fit];
  return {
    left: frame.width / 2 + view.x - wide / 2,
    top: frame.height / 2 + view.y - high / 2,
    across: wide / picture.width,
    down: high / picture.height,
  };
}

export function toPicture({ left, top, across, down }: Placed, { x, y }: Point): Point {
  return { x: (x - left) / across, y: (y - top) / down };
}

export function toFrame({ left, top, across, down }: Placed, { x, y }: Point): Point {
  return { x: left + x * across, y: top + y * down };
}

/** Larger or smaller, with what is under the fingers staying there. */
export function zoomed(view: View, factor: number, at: Point, frame: Size): View {
  const zoom = Math.min(most, Math.max(1, view.zoom * factor));
  const by = zoom / view.zoom;
  const [fromX, fromY] = [at.x - frame.width / 2, at.y - frame.height / 2];
  return held({ zoom, x: fromX - (fromX - view.x) * by, y: fromY - (fromY - view.y) * by }, frame);
}

export function moved(view: View, dx: number, dy: number, frame: Size): View {
  return held({ ...view, x: view.x + dx, y: view.y + dy }, frame);
}

/** Its middle stays where some of it is still to be seen. */
function held({ zoom, x, y }: View, frame: Size): View {
  if (zoom === 1) return fitted;
  const within = (value: number, side: number) => Math.min((side * zoom) / 2, Math.max((-side * zoom) / 2, value));
  return { zoom, x: within(x, frame.width), y: within(y, frame.height) };
}

export interface Line {
  a: Point;
  b: Point;
}

/** A line to begin with: in the middle, a third of the picture long. */
export function firstLine({ width, height }: Size): Line {
  return { a: { x: width / 3, y: height / 2 }, b: { x: (width * 2) / 3, y: height / 2 } };
}

export function within({ x, y }: Point, { width, height }: Size): Point {
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}

/** In millimetres where the file says how far its points are apart. */
export function lengthOf({ a, b }: Line, spacing: Spacing | null): { length: number; unit: 'mm' | 'px' } {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (!spacing) return { length: Math.hypot(dx, dy), unit: 'px' };
  return { length: Math.hypot(dx * spacing.column, dy * spacing.row), unit: 'mm' };
}
