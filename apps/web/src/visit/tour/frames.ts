import type { PointerFrame, TourFrame } from '@okaeri/contracts';

/*
 * What `seat.say` carries for a tour, as light as it can be. Read by hand: the schemas of the contracts would bring their
 * whole library into the call. The spec holds both together.
 */

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

export function readTour(data: string): TourFrame | null {
  const frame = parse<TourFrame>(data);
  if (!frame || frame.v !== 1 || typeof frame.fileId !== 'string') return null;
  const { page, zoom, x, y, n, pointer } = frame;
  const points = pointer === null || (Array.isArray(pointer) && pointer.length === 2 && pointer.every(isShare));
  const place = Number.isInteger(page) && isWithin(page, 1, 2000) && isWithin(zoom, 1, 8) && isShare(x) && isShare(y);
  return place && points && isWithin(n, 0, Number.MAX_SAFE_INTEGER) ? (frame as TourFrame) : null;
}

export function readPointer(data: string): PointerFrame | null {
  const frame = parse<PointerFrame>(data);
  if (!frame || frame.v !== 1 || !isShare(frame.x) || !isShare(frame.y)) return null;
  return isWithin(frame.n, 0, Number.MAX_SAFE_INTEGER) ? (frame as PointerFrame) : null;
}

/** A tenth of a point on the largest screen; more digits are only bytes. */
const short = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;

export function writeTour(frame: Omit<TourFrame, 'v' | 'n'>): string {
  const { fileId, page, zoom, x, y, pointer } = frame;
  const at = pointer && [short(pointer[0]), short(pointer[1])];
  return JSON.stringify({
    v: 1,
    fileId,
    page,
    zoom: Math.round(zoom * 100) / 100,
    x: short(x),
    y: short(y),
    n: next(),
    pointer: at,
  });
}

export function writePointer(x: number, y: number): string {
  return JSON.stringify({ v: 1, x: short(x), y: short(y), n: next() });
}

let last = 0;
/** Rises in one window, and from a window to the one that follows it. */
function next(): number {
  last = Math.max(last + 1, Math.round(performance.timeOrigin + performance.now()));
  return last;
}

function parse<T>(data: string): Partial<T> | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Partial<T>) : null;
  } catch {
    return null;
  }
}
