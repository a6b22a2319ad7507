import type { EntityList } from '../database';
import { DataKey } from './data-key.entity';

export { DataKeys } from './data-keys';
export { KeyFile } from './key-file';
export { KmsClosed } from './kms';
export type { Kms } from './kms';
export { destroyDataKeys, masterKeysInUse, rotateMasterKey } from './master-keys';
export { VAULT, blobFolderOf, keyFileOf, storeOf, vaultOf } from './open';
export type { VaultOptions } from './open';
export { Vault } from './vault';

/** The keys of patients. */
export const vaultEntities: EntityList = [DataKey];
