import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { DiskBlobs } from '../blob';
import type { BlobStore } from '../blob';
import { DataKeys } from './data-keys';
import { KeyFile } from './key-file';
import { Vault } from './vault';

export const VAULT = Symbol('vault');

/** Where files lie, and the keys to their keys. */
export interface VaultOptions {
  BLOB_FOLDER?: string | undefined;
  VAULT_KEYS?: string | undefined;
}

/** Without a folder they lie where the machine forgets them: for tests, and for a process that is only tried. */
export const blobFolderOf = ({ BLOB_FOLDER }: VaultOptions): string =>
  BLOB_FOLDER ?? join(tmpdir(), `okaeri-blobs-${process.pid}`);

/** Beside the files where nobody has said it, for then it is not forgotten when they move. */
export const keyFileOf = (options: VaultOptions): string => options.VAULT_KEYS ?? `${blobFolderOf(options)}.keys`;

/** The vault of a process; `store` where files lie elsewhere than in a folder. */
export function vaultOf(
  db: { readonly manager: EntityManager },
  options: VaultOptions,
  store: BlobStore = new DiskBlobs(blobFolderOf(options)),
): Vault {
  return new Vault(store, new DataKeys(db, new KeyFile(keyFileOf(options))));
}
