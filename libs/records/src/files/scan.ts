import { OkaeriError } from '@okaeri/contracts';
import type { VisitId } from '@okaeri/contracts';
import { ScannerDown } from '@okaeri/platform';
import type { ScanState, Scanner, Vault } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { tellLookers, visitFacts } from '../visit-facts';
import { openBytes } from './bytes';
import type { FileId } from './file.entity';

/** What the scanner says; a file that it cannot look into now is looked into later. */
export async function scanned(
  scanner: Scanner | null,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<ScanState> {
  try {
    return scanner ? await scanner.scan(bytes) : 'unscanned';
  } catch (error) {
    if (error instanceof ScannerDown) return 'unscanned';
    throw error;
  }
}

interface Unscanned {
  id: FileId;
  visitId: VisitId;
  bytes: number;
  inVault: boolean;
}

/**
 * Looks into what came while there was no scanner, or none that answered. What is found harmful is held, and opened by nobody
 * from then on. Answers how many were looked into.
 */
export async function scanFiles(
  run: <T>(fn: (em: EntityManager) => Promise<T>) => Promise<T>,
  vault: Vault,
  scanner: Scanner,
  signal: AbortSignal,
): Promise<number> {
  let looked = 0;
  for (let after: string | null = null; !signal.aborted;) {
    const [file] = await run<Unscanned[]>((em) =>
      em.query(
        `select id, visit_id as "visitId", bytes, in_vault as "inVault" from file
          where scan = 'unscanned' and state = 'ready' and ($1::uuid is null or id > $1) order by id limit 1`,
        [after],
      ),
    );
    if (!file) break;
    after = file.id;
    const verdict = await verdictOf(vault, scanner, file);
    // It answers nobody: neither the next.
    if (verdict === 'unscanned') break;
    if (verdict === null) continue;
    await run((em) => keep(em, file, verdict));
    looked += 1;
  }
  return looked;
}

/** `null` for a file that cannot be read itself. */
async function verdictOf(vault: Vault, scanner: Scanner, file: Unscanned): Promise<ScanState | null> {
  try {
    const bytes = await openBytes(vault, file, { start: 0, end: file.bytes - 1 });
    return await scanned(scanner, bytes as AsyncIterable<Uint8Array>);
  } catch (error) {
    if (error instanceof OkaeriError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function keep(em: EntityManager, file: Unscanned, verdict: ScanState): Promise<void> {
  if (verdict === 'clean') {
    await em.query(`update file set scan = 'clean' where id = $1`, [file.id]);
    return;
  }
  await em.query(
    `update file set scan = 'infected', state = 'held', why = 'infected', version = version + 1
      where id = $1 and state = 'ready'`,
    [file.id],
  );
  await tellLookers(em, await visitFacts(em, file.visitId));
}
