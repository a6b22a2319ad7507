import type { DocumentType } from '@okaeri/contracts';

/** More points than this, and a phone that opens the picture runs out of memory. */
const mostPoints = 120_000_000;

/** Where the picture ends; `null` for one that is cut, not built as it says, or too large to be drawn. */
export function imageEnd(bytes: Buffer, type: Exclude<DocumentType, 'application/pdf'>): number | null {
  switch (type) {
    case 'image/jpeg':
      return jpegEnd(bytes);
    case 'image/png':
      return pngEnd(bytes);
    case 'image/webp':
      return webpEnd(bytes);
  }
}

const fits = (width: number, height: number) => width > 0 && height > 0 && width * height <= mostPoints;

function pngEnd(bytes: Buffer): number | null {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const next = at + 12 + length;
    if (next > bytes.length) return null;
    if (at === 8) {
      if (kind !== 'IHDR' || length !== 13) return null;
      if (!fits(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12))) return null;
    }
    if (kind === 'IEND') return next;
    at = next;
  }
  return null;
}

function webpEnd(bytes: Buffer): number | null {
  if (bytes.length < 30) return null;
  // Chunks are of even length, and so is the whole.
  const length = bytes.readUInt32LE(4);
  const end = 8 + length + (length % 2);
  if (end > bytes.length + (length % 2)) return null;
  if (!/^VP8[ LX]$/.test(bytes.toString('latin1', 12, 16))) return null;
  if (bytes.toString('latin1', 12, 16) === 'VP8X' && !fits(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1)) {
    return null;
  }
  return Math.min(end, bytes.length);
}

const startOfFrame = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

function jpegEnd(bytes: Buffer): number | null {
  let at = 2;
  let framed = false;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return framed ? at + 2 : null;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return null;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (startOfFrame.has(marker)) {
      if (length < 8 || !fits(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))) return null;
      framed = true;
    }
    at += 2 + length;
    if (marker === 0xda) at = afterScan(bytes, at);
  }
  return null;
}

/** Where the next marker after the data of a scan begins. */
function afterScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
