import { textOf } from '@okaeri/chart';
import type { Kept } from '@okaeri/chart';
import type { Resolve } from './line';

/**
 * What references lead to within a record: first among what came in the same file, for "Organization/1" is another one in every file; then
 * among all, for what had not changed stayed with the file that brought it first.
 */
export function recordResolver(record: readonly Kept[]): (from: Kept) => Resolve {
  const everywhere = new Map<string, Kept>();
  // `null`: several of one file have this name, as in two documents of it, and nobody knows which is meant.
  const byFile = new Map<string, Map<string, Kept | null>>();
  for (const kept of record) {
    const file = byFile.get(kept.importId) ?? new Map<string, Kept | null>();
    byFile.set(kept.importId, file);
    for (const name of new Set(namesOf(kept))) {
      file.set(name, file.has(name) && file.get(name)?.id !== kept.id ? null : kept);
      everywhere.set(name, kept);
    }
  }
  return ({ importId }) => {
    const file = byFile.get(importId);
    return (reference) => {
      const [bare = ''] = reference.split('/_history/', 1);
      const found = file?.has(bare) ? file.get(bare) : everywhere.get(bare);
      // Some say in a whole address what lies beside it in the file under its type and id alone.
      const tail = /^https?:.*\/([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/.exec(bare)?.[1];
      return found ?? (tail ? file?.get(tail) : null) ?? null;
    };
  };
}

function namesOf({ source, body }: Kept): string[] {
  const id = textOf(body['id']);
  const tail = /[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(source)?.[0];
  return [source, ...(id ? [`${body.resourceType}/${id}`, `urn:uuid:${id}`] : []), ...(tail ? [tail] : [])];
}
