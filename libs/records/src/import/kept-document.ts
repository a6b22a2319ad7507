import { createHash } from 'node:crypto';
import { canonical, searchColumns } from '@okaeri/chart/fhir';
import type { Incoming } from '@okaeri/chart/fhir';
import type { ImportFault } from '@okaeri/contracts';
import type { Told } from './judge-file';
import { readXml, referenceTo } from './read-xml';
import { uuidOf } from './uuid-of';

/** A document that is no FHIR file: kept whole and shown as one, but not taken apart. */
export function keptDocument(bytes: Buffer, sha256: string): (Told & { incoming: Incoming[] }) | ImportFault {
  const document = readXml(bytes);
  if (typeof document === 'string') return document;
  const resource = referenceTo(document, bytes.length);
  const body = canonical(resource);
  const type = resource.resourceType;
  return {
    incoming: [
      {
        ...{ type, source: `urn:uuid:${uuidOf(`document ${sha256}`)}`, body, understood: true },
        sha256: createHash('sha256').update(body).digest('hex'),
        ...searchColumns(resource),
      },
    ],
    rows: [{ outcome: 'kept', type, why: 'document', place: null, count: 1 }],
    counts: { taken: 0, kept: 1, refused: 0 },
  };
}
