import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { DiskBlobs, S3Blobs } from '../blob';
import type { BlobStore } from '../blob';
import { DataKeys } from './data-keys';
import { KeyFile } from './key-file';
import { Vault } from './vault';

export const VAULT = Symbol('vault');

/** Where files lie, and the keys to their keys. */
export interface VaultOptions {
  BLOB_FOLDER?: string | undefined;
  VAULT_KEYS?: string | undefined;
  BLOB_S3_URL?: string | undefined;
}

/** Without a folder they lie where the machine forgets them: for tests, and for a process that is only tried. */
export const blobFolderOf = ({ BLOB_FOLDER }: VaultOptions): string =>
  BLOB_FOLDER ?? join(tmpdir(), `okaeri-blobs-${process.pid}`);

/** Beside the files where nobody has said it, for then it is not forgotten when they move. */
export const keyFileOf = (options: VaultOptions): string => options.VAULT_KEYS ?? `${blobFolderOf(options)}.keys`;

/** In a bucket where one is named, else in the folder. */
export function storeOf(options: VaultOptions): BlobStore {
  const folder = new DiskBlobs(blobFolderOf(options));
  return options.BLOB_S3_URL ? new S3Blobs(options.BLOB_S3_URL, folder) : folder;
}

/** The vault of a process. */
export function vaultOf(
  db: { readonly manager: EntityManager },
  options: VaultOptions,
  store: BlobStore = storeOf(options),
): Vault {
  return new Vault(store, new DataKeys(db, new KeyFile(keyFileOf(options))));
}
