import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import type { ImportFault } from '@okaeri/contracts';

/* The letters of a file, whichever way they were written down. */

/** As long as one that is not packed may be. */
const unpackedMost = 67_108_864;

export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** What is in a file that was packed with gzip; another one as it is. */
export function unpacked(bytes: Buffer): Buffer | ImportFault {
  if (!isPacked(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: unpackedMost });
  } catch {
    return 'gzip';
  }
}

/** Which of the two bytes of a letter comes first, by a mark in front or by every other one being none; `null` where letters are of another kind. */
export function wideOrder([a, b]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (b === 0 && a !== 0)) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined) ? 'utf-16be' : null;
}

/** The same in UTF-8 and without a mark of the order of bytes; `null` where it is no text. JSON is in UTF-8, or by an older rule in UTF-16. */
export function utf8Of(bytes: Buffer): Buffer | null {
  const wide = wideOrder(bytes);
  if (wide === null) {
    const plain = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
    return isUtf8(plain) ? plain : null;
  }
  try {
    return Buffer.from(new TextDecoder(wide, { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
