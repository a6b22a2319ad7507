import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What one secret of the house is good for; no key lies in the database. */
export interface House {
  /** The same bytes for the same purpose, always. */
  key(purpose: string, bytes: number): Buffer;
  /** What is kept in the database and of no use to whoever reads only that. */
  seal(text: string): Buffer;
  /** Throws where it was sealed by another secret, or changed since. */
  unseal(sealed: Buffer): string;
}

const [nonceBytes, tagBytes] = [12, 16];

export function houseOf(secret: string): House {
  const key = (purpose: string, bytes: number) => Buffer.from(hkdfSync('sha256', secret, 'okaeri', purpose, bytes));
  const sealing = key('seal', 32);
  return {
    key,
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    unseal(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, nonceBytes));
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
