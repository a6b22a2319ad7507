import type { Decoded, Task } from './decode-task';

/*
 * Frames that are written as numbers, one after the other, in either order of bytes and of any depth; and those that say how often
 * the same one follows. They are read here and not by a decoder of others, so that what stands beside a value in its bytes, as
 * overlays of old makers do, is no part of it.
 */

type Frame = Task['frame'];
type Values = Decoded['values'];

/** Of each two points the colours are written once. */
const halved = (frame: Frame): boolean =>
  frame.samplesPerPixel === 3 && /^YBR_(?:FULL|PARTIAL)_422$/.test(frame.photometricInterpretation);

/** How many bits a frame takes; one of single bits need not end with a byte. */
export function frameBits(frame: Frame): number {
  const samples = halved(frame) ? 2 : frame.samplesPerPixel;
  return frame.rows * frame.columns * samples * frame.bitsAllocated;
}

/** The values of a frame that begins at a bit of `bytes`; colours point by point, as three values each. */
export function pointsOf(bytes: Uint8Array, frame: Frame, { bit = 0, big = false } = {}): Values {
  const count = frameBits(frame) / frame.bitsAllocated;
  if (bit + frameBits(frame) > bytes.length * 8) throw new Error('The file ends before the picture.');
  const values = read(bytes, frame, count, bit, big);
  if (halved(frame)) return widened(values, frame);
  return frame.samplesPerPixel > 1 && frame.planarConfiguration === 1 ? woven(values, frame) : values;
}

function read(bytes: Uint8Array, frame: Frame, count: number, bit: number, big: boolean): Values {
  const { bitsAllocated, bitsStored, pixelRepresentation } = frame;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = Math.floor(bit / 8);
  const signed = pixelRepresentation === 1;
  const unused = 32 - Math.min(32, Math.max(1, bitsStored));
  // What lies above the bits that are said to be stored is something else.
  const own = (value: number) => (signed ? (value << unused) >> unused : (value << unused) >>> unused);
  const fill = <T extends Values>(into: T, at: (each: number) => number): T => {
    for (let each = 0; each < count; each += 1) into[each] = own(at(each));
    return into;
  };
  switch (bitsAllocated) {
    case 1:
      return fill(new Uint8Array(count), (each) => ((bytes[(bit + each) >> 3] ?? 0) >> ((bit + each) & 7)) & 1);
    case 8:
      return fill(signed ? new Int16Array(count) : new Uint8Array(count), (each) => bytes[start + each] ?? 0);
    case 16:
      return fill(signed ? new Int16Array(count) : new Uint16Array(count), (each) =>
        view.getUint16(start + each * 2, !big),
      );
    case 32:
      return fill(signed ? new Int32Array(count) : new Uint32Array(count), (each) =>
        view.getUint32(start + each * 4, !big),
      );
    default:
      throw new Error(`Points of ${bitsAllocated} bits are not known.`);
  }
}

/** All reds, all greens, all blues: as points. */
function woven(values: Values, { rows, columns, samplesPerPixel }: Frame): Values {
  const points = rows * columns;
  const found = values.slice();
  for (let at = 0; at < points; at += 1)
    for (let part = 0; part < samplesPerPixel; part += 1)
      found[at * samplesPerPixel + part] = values[part * points + at] ?? 0;
  return found;
}

/** Two brightnesses and the colours of both: as two points. */
function widened(values: Values, { rows, columns }: Frame): Values {
  const points = rows * columns;
  const found = new Uint8Array(points * 3);
  for (let at = 0; at < points; at += 1) {
    const pair = Math.floor(at / 2) * 4;
    found.set([values[pair + (at % 2)] ?? 0, values[pair + 2] ?? 0, values[pair + 3] ?? 0], at * 3);
  }
  return found;
}

const headBytes = 64;

/** A frame in run lengths (PS3.5 annex G): each byte of each value has a row of its own, the highest first. */
export function runsOf(bytes: Uint8Array, frame: Frame): Values {
  const { rows, columns, samplesPerPixel, bitsAllocated } = frame;
  const points = rows * columns;
  const wide = Math.max(1, bitsAllocated / 8);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headBytes || view.getUint32(0, true) !== samplesPerPixel * wide || bitsAllocated < 8)
    throw new Error('The runs of a picture are not made as they should be.');
  const plain = new Uint8Array(points * samplesPerPixel * wide);
  for (let run = 0; run < samplesPerPixel * wide; run += 1) {
    const [sample, place] = [Math.floor(run / wide), run % wide];
    const next = run + 1 < samplesPerPixel * wide ? view.getUint32(8 + run * 4, true) : bytes.length;
    const row = unrolled(bytes.subarray(view.getUint32(4 + run * 4, true), next), points);
    for (let at = 0; at < points; at += 1) plain[(at * samplesPerPixel + sample) * wide + place] = row[at] ?? 0;
  }
  return pointsOf(plain, { ...frame, planarConfiguration: 0 }, { big: true });
}

function unrolled(bytes: Uint8Array, count: number): Uint8Array {
  const found = new Uint8Array(count);
  let to = 0;
  for (let at = 0; at < bytes.length && to < count;) {
    const mark = bytes[at] ?? 128;
    at += 1;
    if (mark < 128) {
      found.set(bytes.subarray(at, at + Math.min(mark + 1, count - to)), to);
      at += mark + 1;
      to += mark + 1;
    } else if (mark > 128) {
      found.fill(bytes[at] ?? 0, to, to + 257 - mark);
      at += 1;
      to += 257 - mark;
    }
  }
  if (to < count) throw new Error('There are fewer points than it says.');
  return found;
}

/** What is measured instead of what is stored: in Hounsfield units, for one. */
export function scaled(values: Values, scale: { rescaleSlope: number; rescaleIntercept: number }): Values {
  const { rescaleSlope: slope, rescaleIntercept: intercept } = scale;
  if (slope === 1 && intercept === 0) return values;
  const whole = Number.isInteger(slope) && Number.isInteger(intercept);
  const found = whole ? new Int32Array(values.length) : new Float32Array(values.length);
  for (let at = 0; at < values.length; at += 1) found[at] = (values[at] ?? 0) * slope + intercept;
  return found;
}
