import type { PersonId } from '@okaeri/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { boundTo } from './data-keys';
import type { KeyRow } from './data-keys';
import type { Kms, Wrapped } from './kms';

const atOnce = 200;

/**
 * A new master key, by which every data key is wrapped anew. Files stay as they are, and are read and written all the while:
 * the old master keys go on opening what is not wrapped anew yet.
 */
export async function rotateMasterKey(db: DataSource, kms: Kms): Promise<{ masterKeyId: string; rewrapped: number }> {
  const masterKeyId = await kms.renew();
  let count = 0;
  for (;;) {
    const moved = await db.transaction((em) => rewrapSome(em, kms, masterKeyId));
    if (moved === 0) return { masterKeyId, rewrapped: count };
    count += moved;
  }
}

type WrappedRow = KeyRow & Wrapped;

async function rewrapped(kms: Kms, row: WrappedRow): Promise<Wrapped> {
  const bound = boundTo(row);
  return kms.wrap(await kms.unwrap(row, bound), bound);
}

async function rewrapSome(em: EntityManager, kms: Kms, newest: string): Promise<number> {
  const rows: WrappedRow[] = await em.query(
    `select id, patient_id as "patientId", master_key_id as "masterKeyId", wrapped from data_key
      where wrapped is not null and master_key_id <> $1 order by id limit $2 for update`,
    [newest, atOnce],
  );
  const again = await Promise.all(rows.map((row) => rewrapped(kms, row)));
  await em.query(
    `update data_key set master_key_id = again.master_key_id, wrapped = again.wrapped
       from unnest($1::uuid[], $2::text[], $3::bytea[]) as again (id, master_key_id, wrapped)
      where data_key.id = again.id`,
    [rows.map(({ id }) => id), again.map(({ masterKeyId }) => masterKeyId), again.map(({ wrapped }) => wrapped)],
  );
  return rows.length;
}

/** How many data keys each master key has wrapped, and how many were destroyed. */
export async function masterKeysInUse(em: EntityManager): Promise<{ masterKeyId: string; keys: number }[]> {
  return em.query(
    `select master_key_id as "masterKeyId", count(*)::int as keys from data_key
      where wrapped is not null group by master_key_id order by max(created_at)`,
  );
}

/**
 * Destroys the keys of these people: what was sealed by them can be read by nobody any more, also out of a backup of the
 * files. In a backup of the database they last as long as that does. Answers how many there were.
 */
export async function destroyDataKeys(em: EntityManager, people: readonly PersonId[]): Promise<number> {
  const [rows]: [{ id: string }[], number] = await em.query(
    `update data_key set wrapped = null, destroyed_at = now()
      where patient_id = any($1::uuid[]) and wrapped is not null returning id`,
    [people],
  );
  return rows.length;
}
