import {
  createJPEGBasicOffsetTable,
  parseDicom,
  readEncapsulatedImageFrame,
  readEncapsulatedPixelDataFromFragments,
  type DataSet,
} from 'dicom-parser';
import { toRgb } from './colours';
import type { Decoded, Task } from './decode-task';
import type { Picture } from './paint';
import { spreadOf } from './window';

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
  let data: DataSet | null = parseDicom(new Uint8Array(await file.arrayBuffer()));
  return {
    frame: (at) => (data ? read(data, at) : Promise.reject(new Error('The file is closed.'))),
    close: () => {
      data = null;
    },
  };
}

/** Written as numbers, one after the other. */
const plain = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2'];
const runLength = '1.2.840.10008.1.2.5';
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
  const transferSyntax = data.string('x00020010') ?? plain[0] ?? '';
  const colour = frame.samplesPerPixel > 1;
  if (frame.photometricInterpretation === 'PALETTE COLOR') throw new Error('Colours of a palette are not known.');
  const bytes = bytesOf(data, frame, at, plain.includes(transferSyntax));
  if (colour && transferSyntax === jpeg) return photograph(bytes);
  const scale = {
    rescaleSlope: data.floatString('x00281053') ?? 1,
    rescaleIntercept: data.floatString('x00281052') ?? 0,
    modality: data.string('x00080060') ?? '',
  };
  const decoded = await decode({ transferSyntax, bytes, frame, scale: colour ? null : scale });
  const { rows: height, columns: width } = decoded;
  const compressed = !plain.includes(transferSyntax) && transferSyntax !== runLength;
  const values = colour ? toRgb(decoded.values, frame, compressed) : decoded.values;
  if (width < 1 || height < 1 || values.length < width * height)
    throw new Error('There are fewer points than it says.');
  return {
    ...{ width, height, values, parts: colour ? 3 : 1 },
    inverted: frame.photometricInterpretation === 'MONOCHROME1',
    spread: spreadOf(values),
    bytes: decoded.values.byteLength,
  };
}

function bytesOf(data: DataSet, frame: Task['frame'], at: number, isPlain: boolean): Uint8Array {
  const element = data.elements['x7fe00010'];
  if (!element) throw new Error('There is no picture in it.');
  if (isPlain) {
    const length = Math.ceil((frame.rows * frame.columns * frame.samplesPerPixel * frame.bitsAllocated) / 8);
    const start = element.dataOffset + at * length;
    if (start + length > element.dataOffset + element.length) throw new Error('The file ends before the picture.');
    return data.byteArray.slice(start, start + length) as Uint8Array;
  }
  const frames = data.intString('x00280008') ?? 1;
  const fragments = element.fragments?.length ?? 0;
  const own = (bytes: ArrayLike<number>) => Uint8Array.from(bytes);
  if (element.basicOffsetTable?.length) return own(readEncapsulatedImageFrame(data, element, at));
  if (frames === 1) return own(readEncapsulatedPixelDataFromFragments(data, element, 0, fragments));
  if (frames === fragments) return own(readEncapsulatedPixelDataFromFragments(data, element, at, 1));
  return own(readEncapsulatedImageFrame(data, element, at, createJPEGBasicOffsetTable(data, element)));
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
  return { width, height, values, parts: 4, inverted: false, spread: spreadOf(values), bytes: values.byteLength };
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
