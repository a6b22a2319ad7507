import type { Readable } from 'node:stream';
import type { Vault } from '@okaeri/platform';
import type { StoredFile } from './file.entity';

/** The bytes of a file that is whole, or a range of them, the end included. */
export function openBytes(
  vault: Vault,
  { id, inVault }: Pick<StoredFile, 'id' | 'inVault'>,
  range: { start: number; end: number },
): Promise<Readable> {
  return inVault ? vault.openRead(id, range) : vault.openOld(id, range);
}
