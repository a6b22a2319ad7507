import { createHash } from 'node:crypto';
import { canonical, searchColumns } from '@okaeri/chart/fhir';
import type { Incoming } from '@okaeri/chart/fhir';
import type { ImportFault } from '@okaeri/contracts';
import { isBornElsewhen } from './judge-file';
import type { About, Told } from './judge-file';
import { readXml, referenceTo } from './read-xml';
import { uuidOf } from './uuid-of';

/** A document that is no FHIR file: kept whole and shown as one, but not taken apart. */
export function keptDocument(
  text: string,
  bytes: number,
  { sha256, birthDate }: About,
): (Told & { incoming: Incoming }) | ImportFault {
  const document = readXml(text);
  if (typeof document === 'string') return document;
  const resource = referenceTo(document, bytes);
  const body = canonical(resource);
  const type = resource.resourceType;
  const about = { outcome: 'kept', type, place: null, count: 1 } as const;
  return {
    incoming: {
      ...{ type, source: `urn:uuid:${uuidOf(`document ${sha256}`)}`, document: null, body, understood: true },
      sha256: createHash('sha256').update(body).digest('hex'),
      ...searchColumns(resource),
    },
    rows: [
      { ...about, why: 'document' },
      ...(isBornElsewhen(document.born, birthDate) ? [{ ...about, why: 'otherBirthDate' } as const] : []),
    ],
    counts: { taken: 0, kept: 1, refused: 0 },
  };
}
