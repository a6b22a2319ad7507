import { readPart10Header } from 'dicom-parser';

/*
 * Files that are packed as a whole behind their first group (Deflated Explicit VR Little Endian): the browser unpacks them, and what
 * comes out is read as any other.
 */

const packed = '1.2.840.10008.1.2.1.99';
const plain = '1.2.840.10008.1.2.1\0';
/** More than a phone's browser bears. */
const most = 268_435_456;

/** The file as it would be without being packed; one that is not packed as it is. */
export async function unfolded(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const meta = readPart10Header(file);
  const syntax = meta.elements['x00020010'];
  const length = meta.elements['x00020000'];
  if (!syntax || !length || meta.string('x00020010') !== packed) return file;
  const begin = length.dataOffset + 4 + (meta.uint32('x00020000') ?? 0);
  const rest = await inflated(file.subarray(begin));
  const cut = syntax.length - plain.length;
  const found = new Uint8Array(begin - cut + rest.length);
  const end = syntax.dataOffset + syntax.length;
  found.set(file.subarray(0, syntax.dataOffset));
  for (let at = 0; at < plain.length; at += 1) found[syntax.dataOffset + at] = plain.charCodeAt(at);
  found.set(file.subarray(end, begin), end - cut);
  found.set(rest, begin - cut);
  const view = new DataView(found.buffer);
  view.setUint16(syntax.dataOffset - 2, plain.length, true);
  view.setUint32(length.dataOffset, begin - cut - length.dataOffset - 4, true);
  return found;
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      // Makers add a byte behind the end where the length is odd. Given apart, it spoils nothing of what came before it.
      controller.enqueue(bytes.subarray(0, -1));
      controller.enqueue(bytes.subarray(-1));
      controller.close();
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = await reader.read().catch((error: unknown) => {
      if (length === 0) throw new Error('It cannot be unfolded.', { cause: error });
      return { value: undefined };
    });
    if (!value) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error('It unfolds to more than can be shown.');
    }
    pieces.push(value);
  }
  const found = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    found.set(piece, at);
    at += piece.length;
  }
  return found;
}
