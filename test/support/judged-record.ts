import type { Incoming, ImportId, Kept, Resource, ResourceId } from '@okaeri/chart';
import { judgeBytes } from '../../libs/records/src/import/judge-bytes';
import type { Told } from '../../libs/records/src/import/judge-file';

export interface JudgedRecord extends Told {
  incoming: Incoming[];
  /** As they lie in a record. */
  record: Kept[];
}

/** What would be kept of a file, without a database. Throws the reason where nothing of it can be taken. */
export function judgedRecord(bytes: Buffer, birthDate: string | null = null): JudgedRecord {
  const judged = judgeBytes(bytes, { sha256: 'of the file', birthDate });
  const incoming: Incoming[] = [];
  let next = judged.next();
  for (; !next.done; next = judged.next()) if (next.value) incoming.push(next.value);
  if (typeof next.value === 'string') throw new Error(next.value);
  const record = incoming.map(({ source, document, understood, body }, at) => ({
    ...{ id: String(at) as ResourceId, importId: '1' as ImportId, version: 1, source, document, understood },
    body: JSON.parse(body) as Resource,
  }));
  return { ...next.value, incoming, record };
}
