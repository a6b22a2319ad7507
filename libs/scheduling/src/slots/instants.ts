import type { ZoneTable } from '@okaeri/words/time';
import { normal } from './spans';
import type { Spans } from './spans';

/** All instants whose wall lies within the local spans: an hour that is skipped is not there, one that comes again counts twice. */
export function toInstants(local: Spans, { starts, offsets }: ZoneTable): number[] {
  const out: number[] = [];
  starts.forEach((from, at) => {
    const until = starts[at + 1] ?? Infinity;
    const offset = offsets[at] as number;
    for (let i = 0; i < local.length; i += 2) {
      out.push(Math.max((local[i] as number) - offset, from), Math.min((local[i + 1] as number) - offset, until));
    }
  });
  return normal(out);
}
