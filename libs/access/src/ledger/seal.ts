import type { Database } from '@okaeri/platform';
import type { Anchor, Anchors } from './anchors';

/*
 * The chain. Rows are written as before, by whoever asks and without waiting for anything; one writer at a time gives
 * them their place and seal within a second, by `seal_ledger` in PostgreSQL, under an advisory lock.
 *
 * What it proves: a sealed row that is changed, deleted or swapped no longer fits its seal. Whoever owns the database
 * could make a whole chain anew, or cut its end, or put an old copy back: what is then there differs from the anchors
 * outside, which say how far the chain had come and what its hash was.
 * What it cannot prove: that a row was true when it was written, or anything of the rows of the last second that were not
 * sealed, and of the last minute that no anchor covers. Nor anything to those who let one person write both places.
 */

/** In one statement; what is more is sealed by the next one. */
const atOnce = 5000;

/** Seals what is new. Answers with how many; none where somebody else is about it. */
export async function sealLedger({ manager }: Pick<Database, 'manager'>, signal?: AbortSignal): Promise<number> {
  let all = 0;
  for (;;) {
    const [row]: { sealed: number | null }[] = await manager.query('select seal_ledger($1) as sealed', [atOnce]);
    const sealed = row?.sealed ?? 0;
    all += sealed;
    if (sealed < atOnce || signal?.aborted) return all;
  }
}

export class LedgerBroken extends Error {
  override readonly name = 'LedgerBroken';
}

/**
 * Writes down outside how far the chain has come. Throws where it does not go on from what was written last: the
 * database is not what it was. `npm run ledger:verify` finds the place.
 */
export async function anchorLedger(
  { manager }: Pick<Database, 'manager'>,
  anchors: Anchors,
  at: string,
): Promise<Anchor | null> {
  const last = await anchors.last();
  const rows: Omit<Anchor, 'at'>[] = await manager.query(
    `select place::float8 as place, row_id::text as row, encode(hash, 'hex') as hash from ledger_seal
      where place = (select max(place) from ledger_seal) or place = $1`,
    [last?.place ?? 0],
  );
  const [head] = rows.toSorted((a, b) => b.place - a.place);
  const goesOn = !last || rows.some(({ place, hash }) => place === last.place && hash === last.hash);
  if (goesOn && (!head || head.place === last?.place)) return null;
  const anchor = head && { ...head, at };
  if (anchor) await anchors.append(anchor);
  if (!goesOn) throw new LedgerBroken(`The ledger does not go on from its anchor at place ${last.place}.`);
  return anchor ?? null;
}
