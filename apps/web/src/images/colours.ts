import type { Task } from './decode-task';

const byte = (value: number) => Math.min(255, Math.max(0, Math.round(value)));

/**
 * Red, green and blue for each point, whichever way a file without compression writes them. What a decoder has unpacked is so
 * already.
 */
export function toRgb(values: ArrayLike<number>, frame: Task['frame'], compressed: boolean): ArrayLike<number> {
  if (compressed) return values;
  const { rows, columns, photometricInterpretation: kind, planarConfiguration } = frame;
  if (!['RGB', 'YBR_FULL'].includes(kind)) throw new Error(`Colours as ${kind} are not known.`);
  const points = rows * columns;
  const rgb = new Uint8Array(points * 3);
  const part = (at: number, each: number) =>
    values[planarConfiguration === 1 ? each * points + at : at * 3 + each] ?? 0;
  for (let at = 0; at < points; at += 1) {
    const [a, b, c] = [part(at, 0), part(at, 1), part(at, 2)];
    if (kind === 'RGB') rgb.set([a, b, c], at * 3);
    else {
      const [blue, red] = [b - 128, c - 128];
      rgb.set([byte(a + 1.402 * red), byte(a - 0.344136 * blue - 0.714136 * red), byte(a + 1.772 * blue)], at * 3);
    }
  }
  return rgb;
}
