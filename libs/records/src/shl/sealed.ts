import { CompactEncrypt, compactDecrypt } from 'jose';

/** Nothing that a link brings is longer once it is read: a small file could else fill the memory. */
const mostBytes = 32 * 1_048_576;

export const fhirJson = 'application/fhir+json';

/** A file of a link: JWE, `dir`, A256GCM, deflated. */
export function sealFile(key: Uint8Array, text: string, contentType: string = fhirJson): Promise<string> {
  return new CompactEncrypt(Buffer.from(text, 'utf8'))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', zip: 'DEF', cty: contentType })
    .encrypt(key);
}

/** Throws where the key does not fit, or it is not made like this. */
export async function openFile(
  key: Uint8Array,
  jwe: string,
): Promise<{ bytes: Uint8Array; contentType: string | null }> {
  const { plaintext, protectedHeader } = await compactDecrypt(jwe, key, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
    maxDecompressedLength: mostBytes,
  });
  const { cty } = protectedHeader as { cty?: unknown };
  return { bytes: plaintext, contentType: typeof cty === 'string' ? cty : null };
}
