import { crc32, createInflateRaw } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { UploadWhy } from '@okaeri/contracts';

/*
 * Reads an archive from its directory at the end, and one entry after the other, never the whole. Names are neither paths nor
 * believed; what is said of sizes is held against what comes.
 */

export interface Entry {
  /** Raw: nothing but its ending is looked at. */
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  bytes: number;
  crc: number;
  at: number;
}

/** Something of which ranges can be read; `end` is the last one included. */
export interface Source {
  bytes: number;
  read(start: number, end: number): Promise<AsyncIterable<Uint8Array>>;
}

/** Why an archive, or an entry of it, cannot be read. */
export class ZipFault extends Error {
  constructor(readonly why: UploadWhy) {
    super(why);
  }
}

export interface ZipLimits {
  entries: number;
  /** All that may come out. */
  bytes: number;
  /** How many times larger than what is packed, from a size on from which that matters. */
  ratio: number;
  ratioFrom: number;
}

const endMark = 0x06054b50;
const endBytes = 22;
const commentMost = 65_535;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const localBytes = 30;
const directoryMost = 16 * 1024 * 1024;
const large = 0xffffffff;

/** All entries that are files, in the order of the archive. Throws `ZipFault` for what is none, or is too much. */
export async function entriesOf(source: Source, limits: ZipLimits): Promise<Entry[]> {
  const tailBytes = Math.min(source.bytes, endBytes + commentMost);
  const tail = await bytesOf(source, source.bytes - tailBytes, source.bytes - 1);
  const at = endIn(tail);
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (count > limits.entries || count === 0xffff) throw new ZipFault('zipEntries');
  if (size > directoryMost || start + size > source.bytes || size === 0) throw new ZipFault('zipBroken');
  const entries = directoryOf(await bytesOf(source, start, start + size - 1), count);
  noOverlap(entries, start);
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  let [total, packed] = [0, 0];
  for (const entry of files) [total, packed] = [total + entry.bytes, packed + entry.packed];
  if (total > limits.bytes) throw new ZipFault('zipBytes');
  if (total > limits.ratioFrom && total > packed * limits.ratio) throw new ZipFault('zipRatio');
  return files;
}

/** The bytes of an entry, no more than it says. Throws `ZipFault` in the middle where they are others. */
export async function* contentOf(source: Source, entry: Entry, limits: ZipLimits): AsyncGenerator<Buffer, void> {
  if (entry.encrypted) throw new ZipFault('zipEncrypted');
  if (entry.method !== 0 && entry.method !== 8) throw new ZipFault('zipMethod');
  if (entry.bytes > limits.ratioFrom && entry.bytes > entry.packed * limits.ratio) throw new ZipFault('zipRatio');
  if (entry.at + localBytes > source.bytes) throw new ZipFault('zipBroken');
  const local = await bytesOf(source, entry.at, entry.at + localBytes - 1);
  if (local.length < localBytes || local.readUInt32LE(0) !== localMark) throw new ZipFault('zipBroken');
  const start = entry.at + localBytes + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (start + entry.packed > source.bytes) throw new ZipFault('zipBroken');
  if (entry.packed === 0) {
    if (entry.bytes > 0) throw new ZipFault('zipBroken');
    return;
  }
  const raw = Readable.from(await source.read(start, start + entry.packed - 1), { objectMode: false });
  const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: 65_536 }) : null;
  const stream: AsyncIterable<Buffer> = inflate ? raw.pipe(inflate) : raw;
  raw.on('error', (error) => inflate?.destroy(error));
  let [came, sum] = [0, 0];
  try {
    for await (const chunk of stream) {
      came += chunk.length;
      if (came > entry.bytes) throw new ZipFault('zipBroken');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    // What zlib says of packed data is said of the file; what the vault says is not.
    if (String((error as { code?: unknown }).code).startsWith('Z_')) throw new ZipFault('zipBroken');
    throw error;
  } finally {
    raw.destroy();
    inflate?.destroy();
  }
  if (came !== entry.bytes || sum !== entry.crc) throw new ZipFault('zipBroken');
}

function endIn(tail: Buffer): number {
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endMark && at + endBytes + tail.readUInt16LE(at + 20) <= tail.length) return at;
  }
  throw new ZipFault('zipBroken');
}

function directoryOf(bytes: Buffer, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new ZipFault('zipBroken');
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const end = at + 46 + name + extra + comment;
    if (end > bytes.length) throw new ZipFault('zipBroken');
    entries.push({
      name: bytes.toString('latin1', at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      ...sizesOf(bytes, at, bytes.subarray(at + 46 + name, at + 46 + name + extra)),
    });
    at = end;
  }
  return entries;
}

/** Writers that do not know a size beforehand write it in 64 bits behind the name, also where it is small. */
function sizesOf(bytes: Buffer, at: number, extra: Buffer): Pick<Entry, 'packed' | 'bytes' | 'at'> {
  const sizes = {
    bytes: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    at: bytes.readUInt32LE(at + 42),
  };
  let wide = extra;
  while (wide.length >= 4 && wide.readUInt16LE(0) !== 1) wide = wide.subarray(4 + wide.readUInt16LE(2));
  let place = 4;
  for (const key of ['bytes', 'packed', 'at'] as const) {
    if (sizes[key] !== large) continue;
    if (place + 8 > wide.length) throw new ZipFault('zipBroken');
    sizes[key] = Number(wide.readBigUInt64LE(place));
    place += 8;
  }
  return sizes;
}

/** Entries that share their bytes unfold to more than any archive of its size can hold. */
function noOverlap(entries: readonly Entry[], directory: number): void {
  let end = 0;
  for (const { at, packed } of entries.toSorted((a, b) => a.at - b.at)) {
    if (at < end) throw new ZipFault('zipBroken');
    end = at + localBytes + packed;
  }
  if (end > directory) throw new ZipFault('zipBroken');
}

async function bytesOf(source: Source, start: number, end: number): Promise<Buffer> {
  return buffer(await source.read(start, Math.min(end, source.bytes - 1)));
}
