import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/*
 * Files that are packed as a whole behind their first group (Deflated Explicit VR Little Endian). They stay as they came; where
 * one has to look into them, they are unpacked on the way, and read as any other.
 */

export const packedWhole = '1.2.840.10008.1.2.1.99';
const plain = '1.2.840.10008.1.2.1\0';
/** A few bytes could unfold to anything. */
const bytesMost = 268_435_456;
const metaMost = 4096;
const prefixBytes = 132;
const lengthAt = prefixBytes + 8;
const metaAt = lengthAt + 4;

/** It cannot be unpacked, or not to something that anybody could look at. */
export class NotUnfolded extends Error {
  override readonly name = 'NotUnfolded';
}

export const isPackedWhole = (head: Buffer): boolean => head.subarray(0, metaMost).includes(packedWhole);

/** The bytes that the file would have without being packed. Throws `NotUnfolded`, perhaps in the middle. */
export async function* unfolded(file: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  const pieces = file[Symbol.asyncIterator]();
  try {
    yield* opened(pieces);
  } finally {
    await pieces.return?.();
  }
}

async function* opened(pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer, void> {
  let head = Buffer.alloc(0);
  let end = metaAt;
  while (head.length < end) {
    const next = await pieces.next();
    if (next.done) throw new NotUnfolded();
    head = Buffer.concat([head, next.value]);
    if (head.length >= metaAt) end = metaAt + head.readUInt32LE(lengthAt);
    if (end > metaMost) throw new NotUnfolded();
  }
  yield openHead(head.subarray(0, end));
  const rest = async function* () {
    yield head.subarray(end);
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  };
  yield* inflated(Readable.from(rest(), { objectMode: false }));
}

async function* inflated(packed: Readable): AsyncGenerator<Buffer, void> {
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  packed.on('error', (error) => inflate.destroy(error));
  let length = 0;
  try {
    for await (const chunk of packed.pipe(inflate) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > bytesMost) throw new NotUnfolded();
      yield chunk;
    }
  } catch (error) {
    // What zlib says of packed data is said of the file; what the vault says is not.
    if (String((error as { code?: unknown }).code).startsWith('Z_')) throw new NotUnfolded();
    throw error;
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

/** The first group as it is where nothing is packed: another name of how it is written, and two lengths. */
function openHead(meta: Buffer): Buffer {
  const at = meta.indexOf(packedWhole);
  if (at < metaAt) throw new NotUnfolded();
  const before = Buffer.from(meta.subarray(0, at));
  const cut = before.readUInt16LE(at - 2) - plain.length;
  if (cut < 0 || cut > 44) throw new NotUnfolded();
  before.writeUInt16LE(plain.length, at - 2);
  before.writeUInt32LE(before.readUInt32LE(lengthAt) - cut, lengthAt);
  return Buffer.concat([before, Buffer.from(plain, 'latin1'), meta.subarray(at + plain.length + cut)]);
}

/** Its beginning, and how long it is as a whole. */
export async function headUnfolded(
  file: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ head: Buffer; bytes: number }> {
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const piece of unfolded(file)) {
    if (bytes < most) kept.push(piece.subarray(0, most - bytes));
    bytes += piece.length;
  }
  return { head: Buffer.concat(kept), bytes };
}
