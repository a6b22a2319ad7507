import { readNewest, readOne } from '@okaeri/chart';
import type { RecordGrant } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { FileType } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import { cleanName, nameAs } from '../files/file-names';
import { judge } from '../files/sniff';
import { attachedTo } from './attachments';
import { recordResolver } from './resolve';

export interface Attachment {
  bytes: Buffer;
  name: string;
  /** What it is by its bytes and may be shown as; `null` for what is only saved. */
  type: FileType | null;
}

/** One that lies in a resource of this patient; what it is its bytes say, whatever its sender wrote. */
export async function readAttachment(
  em: EntityManager,
  granted: RecordGrant,
  { resourceId, at }: { resourceId: string; at: number },
): Promise<Attachment> {
  const kept = await readOne(em, granted, resourceId);
  if (!kept) throw new OkaeriError('not_found');
  const binaries = await readNewest(em, granted, { types: ['Binary'], ofEach: 1 });
  const attached = attachedTo(kept, recordResolver([...binaries, kept])(kept))[at];
  if (!attached?.data) throw new OkaeriError('not_found');
  const bytes = Buffer.from(attached.data, 'base64');
  const verdict = await judge(bytes, false);
  const name = cleanName(attached.title ?? '');
  return verdict.state === 'ready'
    ? { bytes, name: nameAs(name, verdict.type), type: verdict.type }
    : { bytes, name, type: null };
}
