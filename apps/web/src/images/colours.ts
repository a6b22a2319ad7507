import type { Task } from './decode-task';

const byte = (value: number) => Math.min(255, Math.max(0, Math.round(value)));

/** Of these the decoders leave the colours as they were written. */
const leftAsWritten = /^1\.2\.840\.10008\.1\.2\.4\.(?:57|70|80|81)$/;

/**
 * Red, green and blue for each point, three values each in the order of the points, whichever way they were written. What other
 * decoders have unpacked is so already.
 */
export function toRgb(values: ArrayLike<number>, frame: Task['frame'], unpackedBy: string | null): ArrayLike<number> {
  const { rows, columns, photometricInterpretation: kind, bitsStored } = frame;
  if (unpackedBy !== null && !(leftAsWritten.test(unpackedBy) && kind.startsWith('YBR_FULL'))) return values;
  const toPoint = kinds[kind];
  if (!toPoint) throw new Error(`Colours as ${kind} are not known.`);
  const points = rows * columns;
  const rgb = new Uint8Array(points * 3);
  const down = Math.max(0, bitsStored - 8);
  const part = (at: number) => (values[at] ?? 0) >> down;
  for (let at = 0; at < points * 3; at += 3) rgb.set(toPoint(part(at), part(at + 1), part(at + 2)), at);
  return rgb;
}

type ToPoint = (a: number, b: number, c: number) => [number, number, number];

/** PS3.3 C.7.6.3.1.2: the brightness of a point, and how much bluer and redder than grey it is. */
const full: ToPoint = (a, b, c) => {
  const [blue, red] = [b - 128, c - 128];
  return [byte(a + 1.402 * red), byte(a - 0.344136 * blue - 0.714136 * red), byte(a + 1.772 * blue)];
};
/** The same with black at 16 and white at 235. */
const partial: ToPoint = (a, b, c) => {
  const [bright, blue, red] = [1.1644 * (a - 16), b - 128, c - 128];
  return [byte(bright + 1.596 * red), byte(bright - 0.3917 * blue - 0.8129 * red), byte(bright + 2.0173 * blue)];
};
const kinds: Partial<Record<string, ToPoint>> = {
  RGB: (a, b, c) => [a, b, c],
  YBR_FULL: full,
  YBR_FULL_422: full,
  YBR_PARTIAL_422: partial,
};
