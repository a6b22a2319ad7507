import { finder } from '@okaeri/chart';
import type { Kept } from '@okaeri/chart';
import type { Resolve } from './line';

/** What references lead to within a record; to nothing where several are meant alike, for nobody is to read the wrong hospital's name. */
export function recordResolver(record: readonly Kept[]): (from: Kept) => Resolve {
  const find = finder(record);
  return (from) => (reference) => {
    const found = find(reference, from);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}
