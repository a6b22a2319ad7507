import { createCipheriv, randomBytes } from 'node:crypto';

/** A file of a link as whoever holds its key can make it, with a head and a content that no library would write. */
export function sealedBy(key: Uint8Array, head: Uint8Array, content: Uint8Array): string {
  const coded = Buffer.from(head).toString('base64url');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(coded, 'latin1'));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return [coded, '', ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}
