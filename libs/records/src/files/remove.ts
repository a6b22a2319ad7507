import { OkaeriError } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { tellLookers, visitFacts } from '../visit-facts';
import { StoredFile } from './file.entity';
import type { FileId } from './file.entity';
import { aroundOf, mayRemove } from './files';

/**
 * Takes a file out of the visit. Its row stays, with who removed it; the bytes are removed by the caller once this has been
 * committed, for bytes cannot be brought back by a transaction that fails.
 */
export async function removeFile(em: EntityManager, { fileId, by }: { fileId: FileId; by: PersonId }): Promise<void> {
  const file = await em.findOne(StoredFile, { where: { id: fileId }, lock: { mode: 'pessimistic_write' } });
  if (!file || file.state === 'removed') throw new OkaeriError('not_found');
  const visit = (await aroundOf(em, [file])).get(file.visitId);
  if (!visit || !mayRemove(file, by, visit)) throw new OkaeriError('visit_over');
  const gone = { state: 'removed' as const, removedAt: now(), removedBy: by, version: file.version + 1 };
  await em.update(StoredFile, { id: fileId }, gone);
  await tellLookers(em, await visitFacts(em, file.visitId));
}

const unfinishedHours = 24;
const heldDays = 30;

/**
 * What nobody finished sending within a day, and what was held for a month. Bytes go first: a row whose bytes are gone is
 * swept again, bytes without a row would stay for ever. Answers how many there were.
 */
export async function sweepFiles(em: EntityManager, vault: Pick<Vault, 'remove'>): Promise<number> {
  const at = now();
  const rows: { id: FileId }[] = await em.query(
    `select id from file
      where state = 'receiving' and created_at < $1 or state = 'held' and ready_at < $2
      order by created_at limit 500`,
    [toIso(at.subtract({ hours: unfinishedHours })), toIso(at.subtract({ hours: heldDays * 24 }))],
  );
  for (const { id } of rows) await vault.remove(id);
  await em.query(
    `update file set state = 'removed', removed_at = $2, version = version + 1 where id = any($1::uuid[])`,
    [rows.map(({ id }) => id), toIso(at)],
  );
  return rows.length;
}
