import type { ZoneTable } from '@okaeri/words/time';
import { toInstants } from './instants';
import { localOpen } from './pattern';
import type { Pattern } from './pattern';
import { localDay } from './search';
import type { Spans } from './spans';

/** When somebody may have visits between two minutes, by her pattern and the clock of her zone. */
export function mayOf(
  pattern: Pattern,
  zone: ZoneTable,
  { from, to }: { from: number; to: number },
  more: { holidays: ReadonlySet<number>; onCall: boolean },
): Spans {
  return toInstants(localOpen(pattern, localDay(zone, from), localDay(zone, to), more), zone);
}
