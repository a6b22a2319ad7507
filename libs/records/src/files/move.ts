import { createHash } from 'node:crypto';
import { OkaeriError } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import type { FileId } from './file.entity';

interface OldFile {
  id: FileId;
  patientId: PersonId;
  sha256: string | null;
}

/**
 * Seals what was kept before there was a vault, one after the other, and may be broken off anywhere: until a file is sealed
 * as a whole it lies as it did. Answers how many were moved; fails at the end where some could not be.
 */
export async function moveFiles(
  run: <T>(fn: (em: EntityManager) => Promise<T>) => Promise<T>,
  vault: Vault,
): Promise<number> {
  let [moved, stuck] = [0, 0];
  for (let after: string | null = null; ;) {
    const done = await run((em) => moveNext(em, vault, after));
    if (!done) break;
    after = done.id;
    if (done.moved) moved += 1;
    else stuck += 1;
  }
  if (stuck > 0) throw new Error(`${stuck} files lie open: their bytes are gone, or not those that came.`);
  return moved;
}

/** Under the lock of its row, so that of two processes one moves it. Whoever reads it meanwhile is not kept waiting. */
async function moveNext(
  em: EntityManager,
  vault: Vault,
  after: string | null,
): Promise<{ id: string; moved: boolean } | null> {
  const rows: OldFile[] = await em.query(
    `select f.id, e.patient_id as "patientId", f.sha256 from file f join episode e on e.id = f.episode_id
      where not f.in_vault and f.state in ('ready', 'held') and ($1::uuid is null or f.id > $1)
      order by f.id limit 1 for update of f skip locked`,
    [after],
  );
  const [file] = rows;
  if (!file) return null;
  try {
    await seal(vault, file);
  } catch (error) {
    if (isOfThisFile(error)) return { id: file.id, moved: false };
    throw error;
  }
  await em.query('update file set in_vault = true where id = $1', [file.id]);
  return { id: file.id, moved: true };
}

async function seal(vault: Vault, { id, patientId, sha256 }: OldFile): Promise<void> {
  const sum = createHash('sha256');
  async function* proven(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      sum.update(chunk);
      yield chunk;
    }
    if (sum.digest('hex') !== sha256) throw new OkaeriError('file_damaged');
  }
  // Sealed by a process that did not come to say so.
  if (await vault.isSealed(id)) {
    if ((await vault.hash(id)) !== sha256) throw new OkaeriError('file_damaged');
    return;
  }
  await vault.keep({ id, patientId }, proven(await vault.openOld(id)));
}

function isOfThisFile(error: unknown): boolean {
  if (error instanceof OkaeriError) return error.code === 'file_damaged' || error.code === 'record_erased';
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
