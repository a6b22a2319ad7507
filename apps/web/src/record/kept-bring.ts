/*
 * What this tab was bringing into a record: after the page was loaded again, the same files chosen once more go on. Of a folder
 * with hundreds of files it is kept how far they have come in their order, and which were on their way.
 */
const prefix = 'okaeri.draft.bring.';

export interface KeptBring {
  batchId: string;
  /** By what the same choice is known again. */
  print: string;
  /** All before this one have arrived. */
  done: number;
  /** Those that were on their way, or arrived before others: where the server has them. */
  open: Record<number, string>;
}

export interface Chosen {
  name: string;
  size: number;
  /** Within its folder. */
  webkitRelativePath?: string;
}

/** Its name, with the folders where it was chosen with one. */
export const pathOf = (file: Chosen): string => file.webkitRelativePath || file.name;

/** The same files in the same order, however the device lists them; what a system leaves in every folder is none of them. */
export function inOrder<F extends Chosen>(files: readonly F[]): F[] {
  const kept = files.filter((file) => !/(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(pathOf(file)));
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return kept.sort((a, b) => before(pathOf(a), pathOf(b)));
}

export function printOf(files: readonly Chosen[]): string {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const [first, last] = [files[0], files.at(-1)].map((file) => (file ? pathOf(file) : ''));
  return `${files.length} ${bytes} ${first} ${last}`;
}

export function readBring(personId: string): KeptBring | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + personId) ?? 'null');
    return typeof kept === 'object' && kept !== null && 'batchId' in kept ? (kept as KeptBring) : null;
  } catch {
    return null;
  }
}

export function keepBring(personId: string, bring: KeptBring | null): void {
  try {
    if (bring) sessionStorage.setItem(prefix + personId, JSON.stringify(bring));
    else sessionStorage.removeItem(prefix + personId);
  } catch {
    // A browser that keeps nothing sends all of it from the beginning; what is there already is not taken twice.
  }
}
