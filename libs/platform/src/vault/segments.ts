import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/*
 * How a blob lies in the store: a header, then segments that are each sealed by themselves. So it can be read from anywhere,
 * and go on where a link broke. The key is the blob's own, made from the patient's data key for this blob, this patient and
 * this header: what is moved into another blob does not open. A segment is bound to its place and to whether it is the
 * last: what is cut, swapped or put twice does not open either. Its nonce is drawn anew each time it is written, for the
 * last segment of what is still coming is written more than once, and two texts under one nonce would open the key.
 */

export const segmentBytes = 65_536;
const [nonceBytes, tagBytes] = [12, 16];
export const extraBytes = nonceBytes + tagBytes;
export const sealedBytes = segmentBytes + extraBytes;

const mark = Buffer.from('OKV\x01', 'latin1');
const saltBytes = 32;
export const headerBytes = mark.length + 16 + saltBytes;

export interface Header {
  keyId: string;
  salt: Buffer;
}

export function writeHeader(keyId: string): { bytes: Buffer; header: Header } {
  const salt = randomBytes(saltBytes);
  return { bytes: Buffer.concat([mark, Buffer.from(keyId.replaceAll('-', ''), 'hex'), salt]), header: { keyId, salt } };
}

/** `null` for what was not written here. */
export function readHeader(bytes: Buffer): Header | null {
  if (bytes.length < headerBytes || !bytes.subarray(0, mark.length).equals(mark)) return null;
  const keyId = bytes
    .toString('hex', mark.length, mark.length + 16)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { keyId, salt: Buffer.from(bytes.subarray(mark.length + 16, headerBytes)) };
}

export interface Owned {
  blobId: string;
  patientId: string;
}

export function blobKey(dataKey: Buffer, { salt }: Header, { blobId, patientId }: Owned): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, `okaeri vault 1 ${blobId} ${patientId}`, 32));
}

/** Bytes of the content, from those in the store. */
export function lengthOf(stored: number): number {
  const body = Math.max(0, stored - headerBytes);
  return Math.floor(body / sealedBytes) * segmentBytes + Math.max(0, (body % sealedBytes) - extraBytes);
}

export const segmentOf = (offset: number): number => Math.floor(offset / segmentBytes);
/** Where a segment begins in the store. */
export const placeOf = (segment: number): number => headerBytes + segment * sealedBytes;

function boundTo(segment: number, last: boolean): Buffer {
  const bound = Buffer.alloc(5);
  bound.writeUInt32BE(segment);
  bound[4] = last ? 1 : 0;
  return bound;
}

/** Seals into `target` from `at`; answers where it ends. */
export function sealSegment(
  key: Buffer,
  plain: Uint8Array,
  { segment, last }: { segment: number; last: boolean },
  target: Buffer,
  at: number,
): number {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(boundTo(segment, last));
  target.set(nonce, at);
  target.set(cipher.update(plain), at + nonceBytes);
  cipher.final();
  const end = at + nonceBytes + plain.length;
  target.set(cipher.getAuthTag(), end);
  return end + tagBytes;
}

/** `null` where it is not what was sealed. */
export function openSegment(
  key: Buffer,
  sealed: Uint8Array,
  { segment, last }: { segment: number; last: boolean },
): Buffer | null {
  return openWith(key, sealed, boundTo(segment, last));
}

function openWith(key: Buffer, sealed: Uint8Array, bound: Buffer): Buffer | null {
  if (sealed.length < extraBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return plain;
}

/** A short secret under a key that seals many. */
export function sealBox(key: Buffer, secret: Buffer, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

export const openBox = (key: Buffer, sealed: Buffer, bound: string): Buffer | null =>
  openWith(key, sealed, Buffer.from(bound));
