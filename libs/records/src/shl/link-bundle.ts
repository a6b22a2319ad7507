import { buffer } from 'node:stream/consumers';
import type { RecordGrant } from '@okaeri/chart';
import type { Database, Vault } from '@okaeri/platform';
import { toIso } from '@okaeri/words/time';
import { typeOf } from '../files/sniff';
import { readThumbnail } from '../imaging/thumbnail';
import { Turns } from '../pieces';
import { partsOf } from './link-files';
import type { LinkFile } from './link-files';

/** Base64 of it fits what readers, ours too, take as one record. Of a series that is larger there is its small picture. */
const bytesMost = 11 * 1_048_576;
const turns = new Turns();

/** A file of a link as other programs read it: a Bundle with a DocumentReference in which the bytes lie as they came. */
export function linkBundle(db: Database, vault: Vault, granted: RecordGrant, file: LinkFile): Promise<string> {
  return turns.take(async () => {
    const attachment = file.bytes > bytesMost ? await instead(db, vault, granted, file) : await whole(db, vault, file);
    const resource = {
      ...{ resourceType: 'DocumentReference', status: 'current', date: toIso(file.at) },
      description: file.title || file.modality || 'document',
      ...(file.modality ? { category: [{ coding: [{ system: modalities, code: file.modality }] }] } : {}),
      content: attachment.map((each) => ({ attachment: each })),
    };
    const entry = [{ fullUrl: `urn:uuid:${file.id}`, resource }];
    return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
  });
}

const modalities = 'http://dicom.nema.org/resources/ontology/DCM';

interface Attachment {
  contentType: string;
  title: string;
  size?: number;
  data?: string;
}

async function whole(db: Database, vault: Vault, file: LinkFile): Promise<Attachment[]> {
  const { what, title } = file;
  const attachments: Attachment[] = [];
  for (const { blobId } of await partsOf(db.manager, file)) {
    const bytes = await buffer(await vault.openRead(blobId));
    const contentType = what === 'series' ? 'application/dicom' : (typeOf(bytes) ?? 'application/octet-stream');
    attachments.push({ contentType, title, size: bytes.length, data: bytes.toString('base64') });
  }
  return attachments;
}

/** Its size says that there is more. */
async function instead(db: Database, vault: Vault, granted: RecordGrant, file: LinkFile): Promise<Attachment[]> {
  const { what, id, title, bytes } = file;
  if (what === 'document') return [{ contentType: 'application/octet-stream', title, size: bytes }];
  const png = await readThumbnail(db, vault, granted, id).catch(() => null);
  return png ? [{ contentType: 'image/png', title, size: png.length, data: png.toString('base64') }] : [];
}
