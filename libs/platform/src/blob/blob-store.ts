import type { Readable } from 'node:stream';

/**
 * Bytes under an id. Names, owners and rights are rows elsewhere; a store knows none of them. What is being received and
 * what is whole lie apart: only `seal` makes the one into the other, and nothing is written to a sealed one any more.
 */
export interface BlobStore {
  /**
   * Writes at `offset` of what is being received and ends it there; answers how many bytes came. More than `limit` are
   * refused. Callers see to it that one writes at a time.
   */
  append(id: string, offset: number, data: AsyncIterable<Uint8Array>, limit: number): Promise<number>;
  /** Of what is there, whole or not; 0 for nothing. */
  size(id: string): Promise<number>;
  /** Whole from then on, and safe from a loss of power. Once more does nothing. */
  seal(id: string): Promise<void>;
  /**
   * From `start` to `end`, the last one included; of a sealed one, or else of what is being received. `atOnce` is how many
   * bytes are read at a time.
   */
  openRead(id: string, range?: { start: number; end: number }, atOnce?: number): Promise<Readable>;
  /** SHA-256 in hexadecimal. */
  hash(id: string): Promise<string>;
  /** Also where there is nothing. */
  remove(id: string): Promise<void>;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id is never taken for a path. */
export function requireBlobId(id: string): void {
  if (!uuid.test(id)) throw new Error('A blob has a UUID for its name.');
}

export const BLOBS = Symbol('blob store');

export class BlobTooLong extends Error {
  override readonly name = 'BlobTooLong';
}
