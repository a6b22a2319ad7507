import { finder } from '@okaeri/chart';
import type { Kept } from '@okaeri/chart';
import type { Resolve } from './line';

/** What references lead to within a record; to nothing where several are meant alike, for nobody is to read the wrong hospital's name. */
export function recordResolver(record: readonly Kept[]): (from: Kept) => Resolve {
  const find = finder(record);
  return (from) => (reference) => {
    const [found, ...others] = find(reference, from);
    return found && others.length === 0 ? found : null;
  };
}
