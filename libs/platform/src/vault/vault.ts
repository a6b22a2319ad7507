import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { OkaeriError } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import { BlobTooLong } from '../blob';
import type { BlobStore } from '../blob';
import type { DataKeys, OpenKey } from './data-keys';
import {
  blobKey,
  headerBytes,
  lengthOf,
  openSegment,
  placeOf,
  readHeader,
  segmentBytes,
  segmentOf,
  writeHeader,
} from './segments';
import { batchBytes, counted, opening, sealing, within } from './streams';
import type { End } from './streams';

export interface Range {
  start: number;
  /** The last one included. */
  end: number;
}

/** A blob and whose it is. */
export interface Place {
  id: string;
  patientId: PersonId;
}

const damaged = () => new OkaeriError('file_damaged');

/**
 * Blobs that lie sealed under the key of a patient; nothing is written otherwise. Every method throws `vault_closed` where
 * keys cannot be had, `record_erased` where they were destroyed, and `file_damaged` where the bytes are not those that were
 * written.
 */
export class Vault {
  constructor(
    /** The store below, for what was kept before there was a vault. */
    readonly store: BlobStore,
    readonly keys: DataKeys,
  ) {}

  /**
   * Writes at `offset` of what is being received and ends it there; answers how many bytes came. More than `limit` are
   * refused. Callers see to it that one writes at a time.
   */
  async append(place: Place, offset: number, data: AsyncIterable<Uint8Array>, limit: number): Promise<number> {
    const { count, bytes } = counted(data, limit, () => new BlobTooLong());
    if (offset === 0) {
      await this.#begin(place, bytes, false);
      return count.bytes;
    }
    const { key, length } = await this.#key(place.id, 'write');
    if (offset > length) throw damaged();
    const segment = segmentOf(offset);
    const head = await this.#head(place.id, key, { segment, length, bytes: offset % segmentBytes });
    const sealed = sealing(key, bytes, { segment, head, whole: false });
    await this.store.append(place.id, placeOf(segment), sealed, Number.POSITIVE_INFINITY);
    return count.bytes;
  }

  /** Of the content, whole or not; 0 for nothing. */
  async size(id: string): Promise<number> {
    return lengthOf(await this.store.size(id));
  }

  /** Whole from then on, and safe from a loss of power. Once more does nothing. */
  async seal(id: string): Promise<void> {
    const { key, length } = await this.#key(id, 'write');
    const segment = segmentOf(Math.max(0, length - 1));
    const sealed = await this.#stored(id, { start: placeOf(segment), end: placeOf(segment + 1) - 1 });
    // Its last segment has to say that it is the last; else the end could be cut off unnoticed.
    if (!openSegment(key, sealed, { segment, last: true })) {
      const plain = openSegment(key, sealed, { segment, last: false });
      if (!plain) throw damaged();
      const again = sealing(key, only(plain), { segment, head: Buffer.alloc(0), whole: true });
      await this.store.append(id, placeOf(segment), again, Number.POSITIVE_INFINITY);
    }
    await this.store.seal(id);
  }

  /** All of it at once, in place of what lay there until now; that stays where something fails. */
  async keep(place: Place, data: AsyncIterable<Uint8Array>): Promise<void> {
    await this.#begin(place, data, true);
    await this.store.seal(place.id);
  }

  /** Of a whole one, or with `open` of what is still being received. The first bytes are proven before it answers. */
  async openRead(id: string, range?: Range, end: End = 'last'): Promise<Readable> {
    const { key, length } = await this.#key(id, 'read');
    const { start, end: last } = range ?? { start: 0, end: length - 1 };
    if (last >= length) throw damaged();
    const [from, to] = [segmentOf(start), segmentOf(Math.max(start, last))];
    const stored = await this.store.openRead(id, { start: placeOf(from), end: placeOf(to + 1) - 1 }, batchBytes);
    const final = segmentOf(Math.max(0, length - 1));
    const opened = opening(key, stored, { segment: from, final, end }, damaged);
    const bytes = within(opened, start - placeInContent(from), last - start + 1);
    const first = await bytes.next();
    return Readable.from(joined(first, bytes), { objectMode: false, highWaterMark: 4 * segmentBytes });
  }

  /**
   * One that may still lie open, as all did before there was a vault. Only for what the database knows to be so old: a
   * stranger at the disk could else put there what he likes.
   */
  async openOld(id: string, range?: Range): Promise<Readable> {
    // Opened before it is looked at: what is sealed meanwhile takes another place on the disk.
    const plain = await this.store.openRead(id, range);
    if (!(await this.isSealed(id))) return plain;
    plain.destroy();
    return this.openRead(id, range);
  }

  async isSealed(id: string): Promise<boolean> {
    return readHeader(await this.#stored(id, { start: 0, end: headerBytes - 1 })) !== null;
  }

  /** SHA-256 of the content in hexadecimal. */
  async hash(id: string): Promise<string> {
    const sum = createHash('sha256');
    for await (const chunk of await this.openRead(id)) sum.update(chunk as Buffer);
    return sum.digest('hex');
  }

  /** Also where there is nothing. */
  remove(id: string): Promise<void> {
    return this.store.remove(id);
  }

  async #begin({ id, patientId }: Place, data: AsyncIterable<Uint8Array>, whole: boolean): Promise<void> {
    const dataKey = await this.keys.forPatient(patientId);
    const { bytes, header } = writeHeader(dataKey.id);
    const key = blobKey(dataKey.key, header, { blobId: id, patientId: dataKey.patientId });
    const sealed = sealing(key, data, { segment: 0, head: Buffer.alloc(0), whole });
    await this.store.append(id, 0, after(bytes, sealed), Number.POSITIVE_INFINITY);
  }

  async #key(id: string, use: 'read' | 'write'): Promise<{ key: Buffer; length: number }> {
    const header = readHeader(await this.#stored(id, { start: 0, end: headerBytes - 1 }));
    const dataKey: OpenKey | null = header && (await this.keys.byId(header.keyId, use));
    if (!header || !dataKey) throw damaged();
    const key = blobKey(dataKey.key, header, { blobId: id, patientId: dataKey.patientId });
    return { key, length: await this.size(id) };
  }

  /** The beginning of a segment that is written once more with more in it. */
  async #head(
    id: string,
    key: Buffer,
    { segment, length, bytes }: { segment: number; length: number; bytes: number },
  ): Promise<Buffer> {
    if (bytes === 0) return Buffer.alloc(0);
    const start = placeInContent(segment);
    const end = Math.min(length, start + segmentBytes) - 1;
    const stored = await this.#stored(id, { start: placeOf(segment), end: placeOf(segment + 1) - 1 });
    const plain = openSegment(key, stored, { segment, last: false });
    if (!plain || plain.length !== end - start + 1) throw damaged();
    return plain.subarray(0, bytes);
  }

  async #stored(id: string, range: Range): Promise<Buffer> {
    return buffer(await this.store.openRead(id, range));
  }
}

const placeInContent = (segment: number) => segment * segmentBytes;

async function* only(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* after(first: Buffer, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function* joined(first: IteratorResult<Buffer, unknown>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.done) return;
  try {
    yield first.value;
    yield* rest;
  } finally {
    // Who leaves after the first bytes leaves the file open otherwise.
    await rest.return(undefined);
  }
}
