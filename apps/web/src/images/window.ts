/*
 * Which values of a picture lie between black and white. Files say it, but not all, and some say it wrongly: a width of
 * nothing is black from edge to edge. What is shown is never that.
 */

export interface Window {
  center: number;
  width: number;
}

/** Of a CT, in Hounsfield units: what each part of a body is usually looked at with. */
export const presets = {
  soft: { center: 40, width: 400 },
  lung: { center: -600, width: 1500 },
  bone: { center: 480, width: 2500 },
  brain: { center: 40, width: 80 },
} as const satisfies Record<string, Window>;
export type Preset = keyof typeof presets;
export const presetNames = Object.keys(presets) as Preset[];

/** How the values of a picture are spread: all of them, and all but the few at both ends. */
export interface Spread {
  least: number;
  greatest: number;
  low: number;
  high: number;
}

const samples = 4096;
const fewest = 0.005;

/** Between these nothing was measured: what makers fill the corners of a round picture with. */
export interface Padding {
  from: number;
  to: number;
}

export const isPadding = (value: number, { from, to }: Padding): boolean => value >= from && value <= to;

export function spreadOf(values: ArrayLike<number>, padding: Padding | null = null): Spread {
  let [least, greatest] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (padding && isPadding(value, padding)) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (greatest < least) return { least: 0, greatest: 0, low: 0, high: 0 };
  // A step that shares no factor with a row's length looks into all columns.
  const step = Math.max(1, Math.floor(values.length / samples)) | 1;
  const some: number[] = [];
  for (let at = 0; at < values.length; at += step) {
    const value = values[at] ?? 0;
    if (!padding || !isPadding(value, padding)) some.push(value);
  }
  // A picture of little but padding may have none of the few that were looked at.
  if (some.length === 0) some.push(least, greatest);
  some.sort((a, b) => a - b);
  const share = (part: number) => some[Math.round((some.length - 1) * part)] ?? 0;
  return { least, greatest, low: share(fewest), high: share(1 - fewest) };
}

/** Nothing could be told apart in it: all would be black, or all white. */
export function hides({ center, width }: Window, { least, greatest, low, high }: Spread): boolean {
  if (!(width > 0) || !Number.isFinite(center)) return true;
  if (least === greatest) return false;
  const [black, white] = [center - width / 2, center + width / 2];
  return low < high ? black >= high || white <= low : black >= greatest || white <= least;
}

function whole({ least, greatest, low, high }: Spread): Window {
  const [from, to] = low < high ? [low, high] : [least, greatest];
  // All of one value: a grey, which is at least seen.
  if (from === to) return { center: from, width: 1 };
  return { center: (from + to) / 2, width: to - from };
}

/** What the file says where that shows something, else what the picture needs. */
export function autoWindow(said: Window | null, spread: Spread): Window {
  return said && !hides(said, spread) ? said : whole(spread);
}

/** Sideways for more or less contrast, up and down for brighter or darker; as far as the picture's values make sense. */
export function dragged({ center, width }: Window, dx: number, dy: number, { least, greatest }: Spread): Window {
  const range = Math.max(greatest - least, Number.EPSILON);
  const step = Math.max(width, range / 64) / 256;
  return {
    center: Math.min(greatest + range, Math.max(least - range, center + dy * step)),
    width: Math.min(range * 4, Math.max(range / 1024, width + dx * step)),
  };
}
