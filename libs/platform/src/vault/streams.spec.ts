import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  blobKey,
  headerBytes,
  lengthOf,
  placeOf,
  readHeader,
  sealedBytes,
  segmentBytes,
  segmentOf,
  writeHeader,
} from './segments';
import { counted, opening, sealing, within } from './streams';
import type { End } from './streams';

const key = randomBytes(32);
const damaged = () => new Error('damaged');

async function* inPieces(bytes: Buffer, piece: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // A copy: what is yielded may be filled anew.
  for await (const chunk of source) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const sealed = (content: Buffer, piece = 1 << 20, whole = true) =>
  all(sealing(key, inPieces(content, piece), { segment: 0, head: Buffer.alloc(0), whole }));

/** As the vault reads: whole segments, of which it takes what was asked for. */
function read(stored: Buffer, range: { start: number; end: number }, { piece = 1 << 20, end = 'last' as End } = {}) {
  const length = lengthOf(headerBytes + stored.length);
  const [from, to] = [segmentOf(range.start), segmentOf(range.end)];
  const part = stored.subarray(placeOf(from) - headerBytes, placeOf(to + 1) - headerBytes);
  const final = segmentOf(Math.max(0, length - 1));
  const opened = opening(key, inPieces(part, piece), { segment: from, final, end }, damaged);
  return all(within(opened, range.start - from * segmentBytes, range.end - range.start + 1));
}

const whole = (stored: Buffer) => read(stored, { start: 0, end: lengthOf(headerBytes + stored.length) - 1 });

describe('segments', () => {
  const lengths = fc.oneof(
    fc.integer({ min: 1, max: 3 * segmentBytes }),
    fc.constantFrom(segmentBytes - 1, segmentBytes, segmentBytes + 1, 2 * segmentBytes, 20 * segmentBytes + 7),
  );

  it('give back any range of any content, however it came and is read', async () => {
    await fc.assert(
      fc.asyncProperty(
        lengths,
        fc.integer({ min: 1000, max: 200_000 }),
        fc.integer({ min: 1000, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (length, written, piece, a, b) => {
          const content = randomBytes(length);
          const stored = await sealed(content, written);
          expect(lengthOf(headerBytes + stored.length)).toBe(length);
          const [start = 0, end = 0] = [a, b]
            .map((share) => Math.floor(share * (length - 1)))
            .toSorted((x, y) => x - y);
          expect((await read(stored, { start, end }, { piece })).equals(content.subarray(start, end + 1))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('do not open where they were changed, cut, swapped, put twice or left out', async () => {
    const content = randomBytes(3 * segmentBytes + 100);
    const stored = await sealed(content);
    const segment = (at: number) => stored.subarray(at * sealedBytes, (at + 1) * sealedBytes);
    const flipped = Buffer.from(stored);
    flipped[sealedBytes + 40] = (flipped[sealedBytes + 40] ?? 0) ^ 1;
    const wrong: Record<string, Buffer> = {
      changed: flipped,
      cut: stored.subarray(0, 3 * sealedBytes),
      'cut within': stored.subarray(0, stored.length - 1),
      swapped: Buffer.concat([segment(1), segment(0), segment(2), segment(3)]),
      'put twice': Buffer.concat([segment(0), segment(0), segment(1), segment(2), segment(3)]),
      'left out': Buffer.concat([segment(0), segment(2), segment(3)]),
    };
    for (const [how, bytes] of Object.entries(wrong)) {
      expect([how, await whole(bytes).catch((error: Error) => error.message)]).toEqual([how, 'damaged']);
    }
    expect((await whole(stored)).equals(content)).toBe(true);
  });

  it('of what is still coming have no end, and are read only by whoever knows that', async () => {
    const content = randomBytes(segmentBytes + 5);
    const stored = await sealed(content, 4096, false);
    await expect(whole(stored)).rejects.toThrow('damaged');
    const range = { start: 0, end: content.length - 1 };
    expect((await read(stored, range, { end: 'open' })).equals(content)).toBe(true);
  });

  it('are never twice the same', async () => {
    const content = Buffer.alloc(2 * segmentBytes);
    const [once, again] = [await sealed(content), await sealed(content)];
    expect(once.equals(again)).toBe(false);
    expect(once.subarray(0, sealedBytes).equals(once.subarray(sealedBytes))).toBe(false);
  });

  it('have a key of their own for each blob, patient and beginning', () => {
    const { header, bytes } = writeHeader(randomUUID());
    expect(readHeader(bytes)).toEqual(header);
    expect(readHeader(bytes.subarray(0, 20))).toBeNull();
    expect(readHeader(Buffer.alloc(headerBytes))).toBeNull();
    const owned = { blobId: randomUUID(), patientId: randomUUID() };
    const same = blobKey(key, header, owned);
    expect(blobKey(key, header, owned)).toEqual(same);
    expect(blobKey(key, header, { ...owned, blobId: randomUUID() })).not.toEqual(same);
    expect(blobKey(key, header, { ...owned, patientId: randomUUID() })).not.toEqual(same);
    expect(blobKey(key, writeHeader(header.keyId).header, owned)).not.toEqual(same);
  });

  it('take no more than they are told', async () => {
    const { bytes, count } = counted(inPieces(Buffer.alloc(10), 3), 8, () => new Error('too long'));
    await expect(all(bytes)).rejects.toThrow('too long');
    expect(count.bytes).toBe(9);
  });
});
