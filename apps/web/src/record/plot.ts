import type { TrendSeries } from '@okaeri/contracts';

/** A box of 1 × 1 with its origin above, and where in it things are. */
export interface Plot {
  path: string;
  /** Of blood pressure the lower line. */
  lower: string | null;
  points: { x: number; y: number; below: number | null; flag: TrendSeries['points'][number]['flag'] }[];
  /** What is usual, as far as it lies in the box. */
  band: { y: number; height: number } | null;
  low: number;
  high: number;
}

/** How a line lies in its box. The usual range is in it too, so that what is out of it is seen to be. */
export function plotOf({ points, range }: Pick<TrendSeries, 'points' | 'range'>): Plot {
  const values = points.flatMap(({ value, below }) => (below === null ? value : [value, below]));
  const bounds = [range?.low, range?.high].filter((bound) => typeof bound === 'number');
  const [least, most] = [Math.min(...values, ...bounds), Math.max(...values, ...bounds)];
  // One and the same value lies in the middle.
  const room = most > least ? (most - least) * 0.12 : Math.max(1, Math.abs(most) * 0.1);
  const [low, high] = [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
  const [first, last] = [points[0]?.day ?? 0, points.at(-1)?.day ?? 0];
  const x = (day: number) => round(last > first ? (day - first) / (last - first) : 0.5);
  const y = (value: number) => round(1 - (value - low) / (high - low));
  const placed = points.map(({ day, value, below, flag }) => ({
    ...{ x: x(day), y: y(value), flag },
    below: below === null ? null : y(below),
  }));
  const lower = placed.flatMap((point) => (point.below === null ? [] : [{ x: point.x, y: point.below }]));
  const [top, bottom] = [y(range?.high ?? high), y(range?.low ?? low)];
  return {
    path: pathOf(placed),
    lower: lower.length > 0 ? pathOf(lower) : null,
    points: placed,
    band: range ? { y: top, height: round(bottom - top) } : null,
    low,
    high,
  };
}

const pathOf = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');

const round = (value: number) => Math.round(value * 10_000) / 10_000;
