import type { PersonId } from '@okaeri/contracts';
import { KeyFile, destroyDataKeys, masterKeysInUse, rotateMasterKey } from '@okaeri/platform';
import { keepingOf } from '@okaeri/records';
import type { Keeping } from '@okaeri/records';
import { Temporal } from '@okaeri/words/time';
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

/** Why a record may not be erased yet. */
export type KeptByLaw = { kept: Keeping };

/**
 * Destroys the keys of a person, and of those who were found to be her: nobody can open the files of her record from then on.
 * Answers how many there were, `null` where there is no such person, or by which law it has to be kept on `today`. It cannot be
 * undone.
 */
export async function eraseRecord(
  em: EntityManager,
  personId: PersonId,
  today: Temporal.PlainDate,
): Promise<number | KeptByLaw | null> {
  const people: { id: PersonId }[] = await em.query(
    `with recursive one as (
       select id, merged_into from person where id = $1
       union select p.id, p.merged_into from person p join one on p.merged_into = one.id or p.id = one.merged_into)
     select id from one`,
    [personId],
  );
  if (people.length === 0) return null;
  const [longest] = await keepingOf(
    em,
    people.map(({ id }) => id),
  );
  if (longest && Temporal.PlainDate.compare(today, longest.until) < 0) return { kept: longest };
  const destroyed = await destroyDataKeys(
    em,
    people.map(({ id }) => id),
  );
  await em.query(
    `insert into ledger (actor_id, permission, outcome, entity, entity_id, patient_id, via)
     values (null, 'file.remove', 'allowed', 'person', $1, $1, 'job')`,
    [personId],
  );
  return destroyed;
}

const count = (keys: number) => (keys === 1 ? 'one data key' : `${keys} data keys`);
