import type { PersonId } from '@okaeri/contracts';
import { KeyFile, masterKeysInUse, rotateMasterKey } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import { eraseRecord } from '@okaeri/records';
import { now } from '@okaeri/words/time';
import type { DataSource, EntityManager } from 'typeorm';

/** By what the operator is told; never a name. */
type Tell = (text: string) => void;

/** A master key of its own for all that is wrapped from now on, and every data key wrapped anew. */
export async function rotate(source: DataSource, keyFile: string, tell: Tell): Promise<void> {
  const { masterKeyId, rewrapped } = await rotateMasterKey(source, new KeyFile(keyFile));
  tell(`Master key ${masterKeyId} is in use; ${count(rewrapped)} wrapped anew. Keep a copy of ${keyFile} apart from`);
  tell('the backups of the database and of the files. Older keys stay in it: older backups need them.');
}

export async function listKeys(em: EntityManager, tell: Tell): Promise<void> {
  const rows = await masterKeysInUse(em);
  if (rows.length === 0) tell('There are no keys yet: nothing has been kept.');
  for (const { masterKeyId, keys } of rows) tell(`${masterKeyId}  ${count(keys)}`);
}

/**
 * Erases a person for good, and then takes away the bytes that belong to nothing any more: they are noise already, and where that
 * fails they stay so. Throws what is to be said where she may not be erased.
 */
export async function erase(source: DataSource, vault: Pick<Vault, 'remove'>, personId: PersonId): Promise<string> {
  const today = now().toZonedDateTimeISO('UTC').toPlainDate();
  const erased = await source.transaction((em) => eraseRecord(em, personId, today));
  if (erased === null) throw new Error('There is nobody with this id.');
  if ('ahead' in erased) throw new Error(`She has visits ahead (${erased.ahead}): cancel them first.`);
  if ('kept' in erased) {
    const { until, country, source: law } = erased.kept;
    throw new Error(`Her record has to be kept until ${until.toString()} in ${country} (${law}).`);
  }
  const left = await removed(vault, erased.blobs);
  const keys = erased.keys === 0 ? 'There was no key of hers: no file is kept.' : 'Her key is destroyed.';
  const noise = left === 0 ? '' : ` ${left} files could not be removed: they are noise, and can be deleted by hand.`;
  return `Erased. ${keys} ${erased.rows} rows that named or described her are gone or blank.${noise}`;
}

/** Answers how many could not be removed. */
async function removed(vault: Pick<Vault, 'remove'>, blobs: readonly string[]): Promise<number> {
  let left = 0;
  for (const id of blobs) {
    await vault.remove(id).catch(() => {
      left += 1;
    });
  }
  return left;
}

const count = (keys: number) => (keys === 1 ? 'one data key' : `${keys} data keys`);
