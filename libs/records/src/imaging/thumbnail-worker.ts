import { parentPort, workerData } from 'node:worker_threads';

/*
 * Draws one picture of a DICOM file, small. In a thread of its own, for what unpacks the pixels was not written for files that
 * mean harm: whoever started it ends it when it takes too long or too much. It is loaded as it is, so it imports nothing of ours.
 */

export interface ThumbnailJob {
  /** A whole file. */
  bytes: ArrayBuffer;
  /** Which of its pictures. */
  frame: number;
  /** The longer side, in points. */
  side: number;
}

/** Three bytes a point; `null` where it cannot be drawn. */
export type Drawn = { width: number; height: number; rgb: Uint8Array } | null;

interface Rendered {
  width: number;
  height: number;
  pixels: ArrayBuffer;
}
interface Imaging {
  NativePixelDecoder: { initializeAsync(): Promise<void> };
  DicomImage: new (bytes: ArrayBuffer) => {
    getElements(): Record<string, unknown>;
    render(options: object): Rendered;
  };
}

async function draw({ bytes, frame, side }: ThumbnailJob): Promise<Drawn> {
  const { default: imaging } = (await import('dcmjs-imaging')) as unknown as { default: Imaging };
  await imaging.NativePixelDecoder.initializeAsync();
  const image = new imaging.DicomImage(bytes);
  const elements = image.getElements();
  // A width of nothing shows everything black: then the least and the greatest value are taken.
  if (!(widthOf(elements['WindowWidth']) >= 1)) {
    delete elements['WindowWidth'];
    delete elements['WindowCenter'];
  }
  return shrunk(image.render({ frame, renderOverlays: false, calculateHistograms: false }), side);
}

const widthOf = (value: unknown): number => Number(Array.isArray(value) ? value[0] : value);

/** Each point is the mean of those that it stands for. */
function shrunk({ width, height, pixels }: Rendered, side: number): Drawn {
  const from = new Uint8Array(pixels);
  if (width < 1 || height < 1 || from.length < width * height * 4) return null;
  const scale = Math.max(1, Math.max(width, height) / side);
  const [w, h] = [Math.max(1, Math.round(width / scale)), Math.max(1, Math.round(height / scale))];
  const rgb = new Uint8Array(w * h * 3);
  for (let y = 0; y < h; y += 1) {
    const [top, bottom] = spanOf(y, h, height);
    for (let x = 0; x < w; x += 1) {
      const [left, right] = spanOf(x, w, width);
      const sums = [0, 0, 0];
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) {
          const place = (row * width + column) * 4;
          for (let colour = 0; colour < 3; colour += 1)
            sums[colour] = (sums[colour] ?? 0) + (from[place + colour] ?? 0);
        }
      }
      const points = (bottom - top) * (right - left);
      rgb.set(
        sums.map((sum) => Math.round(sum / points)),
        (y * w + x) * 3,
      );
    }
  }
  return { width: w, height: h, rgb };
}

function spanOf(at: number, parts: number, whole: number): [number, number] {
  const start = Math.floor((at * whole) / parts);
  return [start, Math.max(start + 1, Math.floor(((at + 1) * whole) / parts))];
}

draw(workerData as ThumbnailJob).then(
  (drawn) => parentPort?.postMessage(drawn),
  () => parentPort?.postMessage(null),
);
