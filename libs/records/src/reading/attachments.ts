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
}

/** In the order in which they stand; a place in this list is how one is asked for. */
export function attachedTo({ body }: Kept, resolve: Resolve): Attached[] {
  if (body.resourceType === 'Binary') {
    return [{ title: null, type: textOf(body['contentType']) ?? '', data: textOf(body['data']), brought: false }];
  }
  return attachmentsIn(body).map((attachment) => {
    const url = textOf(attachment['url']);
    const binary = url && url !== asBrought ? (resolve(url)?.body ?? null) : null;
    const found = binary?.resourceType === 'Binary' ? binary : null;
    return {
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
  return attachedTo(kept, resolve).map(({ title, type, data, brought }, at) => ({
    title,
    type: /^[a-z]+\/[a-z0-9.+-]{1,60}$/i.test(type) ? type.toLowerCase() : null,
    bytes: data === null ? null : Math.floor((data.length * 3) / 4),
    href: brought
      ? `/api/patients/${patientId}/record/imports/${kept.importId}/content`
      : data === null
        ? null
        : `/api/patients/${patientId}/record/attachments/${kept.id}/${at}`,
  }));
}
