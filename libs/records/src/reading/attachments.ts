import { objectsOf, textOf } from '@okaeri/chart';
import type { Json, Kept, Resource } from '@okaeri/chart';
import type { RecordLine } from '@okaeri/contracts';
import { asBrought } from '../import/read-xml';
import type { Resolve } from './line';

/** Something that lies in a resource as it is, or that a resource points to. */
export interface Attached {
  title: string | null;
  /** As its sender says; nobody goes by it. */
  type: string;
  /** In base64; `null` where it lies elsewhere. */
  data: string | null;
  /** It is the file itself that brought the resource. */
  brought: boolean;
  /** A file that was brought as it is. */
  upload: { id: string; bytes: number | null } | null;
}

/** As we write it for a document that was brought; whose it is is asked again where it is opened. */
const ownPlace = /^\/api\/patients\/[\da-f-]{36}\/uploads\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/content$/;

/** In the order in which they stand; a place in this list is how one is asked for. */
export function attachedTo({ body }: Kept, resolve: Resolve): Attached[] {
  if (body.resourceType === 'Binary') {
    const type = textOf(body['contentType']) ?? '';
    return [{ title: null, type, data: textOf(body['data']), brought: false, upload: null }];
  }
  return attachmentsIn(body).map((attachment) => {
    const url = textOf(attachment['url']);
    const binary = url && url !== asBrought ? (resolve(url)?.body ?? null) : null;
    const found = binary?.resourceType === 'Binary' ? binary : null;
    const id = ownPlace.exec(url ?? '')?.[1];
    const { size } = attachment;
    return {
      upload: id ? { id, bytes: typeof size === 'number' ? size : null } : null,
      title: textOf(attachment['title']),
      type: textOf(attachment['contentType']) ?? textOf(found?.['contentType']) ?? '',
      data: textOf(attachment['data']) ?? textOf(found?.['data']),
      brought: url === asBrought,
    };
  });
}

function attachmentsIn(body: Resource): Json[] {
  switch (body.resourceType) {
    case 'DocumentReference':
      return objectsOf(body['content']).flatMap(({ attachment }) => objectsOf(attachment));
    case 'DiagnosticReport':
      return objectsOf(body['presentedForm']);
    case 'Media':
      return objectsOf(body['content']);
    default:
      return [];
  }
}

/** What a page offers of them. What only an address leads to is told, and never fetched. */
export function attachmentLines(kept: Kept, resolve: Resolve, patientId: string): RecordLine['attachments'] {
  return attachedTo(kept, resolve).map((attached, at) => ({
    title: attached.title,
    type: /^[a-z]+\/[a-z0-9.+-]{1,60}$/i.test(attached.type) ? attached.type.toLowerCase() : null,
    bytes: attached.data === null ? (attached.upload?.bytes ?? null) : Math.floor((attached.data.length * 3) / 4),
    href: hrefOf(attached, kept, at, `/api/patients/${patientId}`),
  }));
}

function hrefOf({ brought, data, upload }: Attached, { id, importId }: Kept, at: number, patient: string) {
  if (brought) return `${patient}/record/imports/${importId}/content`;
  if (data !== null) return `${patient}/record/attachments/${id}/${at}`;
  return upload && `${patient}/uploads/${upload.id}/content`;
}
