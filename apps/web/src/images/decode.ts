import {
  createJPEGBasicOffsetTable,
  parseDicom,
  readEncapsulatedImageFrame,
  readEncapsulatedPixelDataFromFragments,
  type DataSet,
} from 'dicom-parser';
import { toRgb } from './colours';
import { bigEndian, plainSyntaxes, runLength, type Decoded, type Task } from './decode-task';
import type { Picture } from './paint';
import { coloured, paletteOf } from './palette';
import { frameBits } from './points';
import { unfolded } from './unfold';
import { spreadOf, type Padding } from './window';

/*
 * What reads the pixels out of a DICOM file: its header here, its frames by Cornerstone's decoders in a thread of their own. The
 * page fetches it when somebody looks at pictures. Cornerstone's own loader would bring all that draws with it, a megabyte
 * over a weak link.
 */

/** One that is open: its frames are read one by one, and nothing of it stays once it is closed. */
export interface OpenFile {
  frame: (at: number) => Promise<Picture>;
  close: () => void;
}

export async function openDicom(file: Blob): Promise<OpenFile> {
  let data: DataSet | null = parseDicom(await unfolded(new Uint8Array(await file.arrayBuffer())));
  return {
    frame: (at) => (data ? read(data, at) : Promise.reject(new Error('The file is closed.'))),
    close: () => {
      data = null;
    },
  };
}

const jpeg = '1.2.840.10008.1.2.4.50';

async function read(data: DataSet, at: number): Promise<Picture> {
  const number = (tag: string, otherwise: number) => data.uint16(tag) ?? otherwise;
  const frame: Task['frame'] = {
    rows: number('x00280010', 0),
    columns: number('x00280011', 0),
    samplesPerPixel: number('x00280002', 1),
    photometricInterpretation: data.string('x00280004') ?? 'MONOCHROME2',
    planarConfiguration: number('x00280006', 0),
    bitsAllocated: number('x00280100', 16),
    bitsStored: number('x00280101', number('x00280100', 16)),
    pixelRepresentation: number('x00280103', 0),
  };
  const transferSyntax = data.string('x00020010') ?? plainSyntaxes[0];
  const isPlain = plainSyntaxes.some((each) => each === transferSyntax);
  const colour = frame.samplesPerPixel > 1;
  const signed = frame.pixelRepresentation === 1;
  const byNumber = frame.photometricInterpretation === 'PALETTE COLOR';
  const palette = byNumber ? paletteOf(data, signed, transferSyntax === bigEndian) : null;
  if (byNumber && !palette) throw new Error('The colours of its palette cannot be read.');
  const place = isPlain
    ? plainFrame(data, frame, at, transferSyntax === bigEndian)
    : { bytes: packedFrame(data, at), bit: 0 };
  if (colour && transferSyntax === jpeg) return photograph(place.bytes);
  const scale = {
    rescaleSlope: data.floatString('x00281053') ?? 1,
    rescaleIntercept: data.floatString('x00281052') ?? 0,
    modality: data.string('x00080060') ?? '',
  };
  const grey = !colour && !palette;
  const decoded = await decode({ transferSyntax, ...place, frame, scale: grey ? scale : null });
  const { rows: height, columns: width } = decoded;
  if (width < 1 || height < 1 || decoded.values.length < width * height)
    throw new Error('There are fewer points than it says.');
  const unpackedBy = isPlain || transferSyntax === runLength ? null : transferSyntax;
  const rgb = palette ? coloured(decoded.values, palette) : colour ? toRgb(decoded.values, frame, unpackedBy) : null;
  const values = rgb ?? decoded.values;
  const padding = grey ? paddingOf(data, signed, scale) : null;
  return {
    ...{ width, height, values, parts: rgb ? 3 : 1, padding },
    inverted: frame.photometricInterpretation === 'MONOCHROME1',
    spread: spreadOf(values, padding),
    bytes: decoded.values.byteLength,
  };
}

/** Values that stand for nothing having been measured there (0028,0120 and 0121), as they are once they are scaled. */
function paddingOf(
  data: DataSet,
  signed: boolean,
  { rescaleSlope: slope, rescaleIntercept: intercept }: { rescaleSlope: number; rescaleIntercept: number },
): Padding | null {
  const said = (tag: string) => (signed ? data.int16(tag) : data.uint16(tag));
  const value = said('x00280120');
  if (value === undefined) return null;
  const ends = [value, said('x00280121') ?? value].map((each) => each * slope + intercept);
  const half = Math.abs(slope) / 2;
  return { from: Math.min(...ends) - half, to: Math.max(...ends) + half };
}

function plainFrame(data: DataSet, frame: Task['frame'], at: number, big: boolean): { bytes: Uint8Array; bit: number } {
  const element = pixelsOf(data);
  const bits = frameBits(frame);
  const [first, last] = [Math.floor((at * bits) / 8), Math.ceil(((at + 1) * bits) / 8)];
  if (last > element.length) throw new Error('The file ends before the picture.');
  const [all, from] = [data.byteArray, element.dataOffset];
  // Of words with the higher byte first, the second one is the first point.
  const swapped = big && frame.bitsAllocated < 16 && element.vr === 'OW';
  const bytes = swapped
    ? Uint8Array.from({ length: last - first }, (_, each) => all[from + ((first + each) ^ 1)] ?? 0)
    : (all.slice(from + first, from + last) as Uint8Array);
  return { bytes, bit: at * bits - first * 8 };
}

function packedFrame(data: DataSet, at: number): Uint8Array {
  const element = pixelsOf(data);
  const frames = data.intString('x00280008') ?? 1;
  const fragments = element.fragments?.length ?? 0;
  const own = (bytes: ArrayLike<number>) => Uint8Array.from(bytes);
  if (element.basicOffsetTable?.length) return own(readEncapsulatedImageFrame(data, element, at));
  if (frames === 1) return own(readEncapsulatedPixelDataFromFragments(data, element, 0, fragments));
  if (frames === fragments) return own(readEncapsulatedPixelDataFromFragments(data, element, at, 1));
  return own(readEncapsulatedImageFrame(data, element, at, createJPEGBasicOffsetTable(data, element)));
}

function pixelsOf(data: DataSet): NonNullable<DataSet['elements'][string]> {
  const element = data.elements['x7fe00010'];
  if (!element) throw new Error('There is no picture in it.');
  return element;
}

/** The browser reads an ordinary JPEG best. */
async function photograph(bytes: Uint8Array): Promise<Picture> {
  const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const values = context.getImageData(0, 0, width, height).data;
  const spread = spreadOf(values);
  return { width, height, values, parts: 4, padding: null, inverted: false, spread, bytes: values.byteLength };
}

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, { resolve: (decoded: Decoded) => void; reject: (error: Error) => void }>();

function decode(task: Omit<Task, 'id'>): Promise<Decoded> {
  worker ??= started();
  const id = (last += 1);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ ...task, id } satisfies Task);
  });
}

function started(): Worker {
  const made = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<Decoded | { id: number; error: string }>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data);
  };
  made.onerror = () => {
    // A thread that has fallen over takes with it what it was asked; the next question starts another.
    worker = null;
    for (const asked of waiting.values()) asked.reject(new Error('The decoder has stopped.'));
    waiting.clear();
  };
  return made;
}
