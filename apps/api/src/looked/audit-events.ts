import { ledgerLines } from '@okaeri/access';
import type { AuditBundle, PageQuery, PersonId } from '@okaeri/contracts';
import { cursorOf, readCursor } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { auditEventOf } from './audit-event';

/** A piece of what the ledger has of a patient, the newest first. */
export async function auditEvents(
  em: EntityManager,
  wanted: { patientId: PersonId; readerId: PersonId },
  { after, limit }: PageQuery,
): Promise<AuditBundle> {
  const place = readCursor(after, ({ value }) => /^\d{1,18}$/.test(value));
  const lines = await ledgerLines(em, { ...wanted, before: place?.value ?? null, limit: limit + 1 });
  const shown = lines.slice(0, limit);
  const last = shown.at(-1);
  const path = `/api/patients/${wanted.patientId}/audit-events?limit=${limit}`;
  const at = (cursor: string) => `${path}&after=${encodeURIComponent(cursor)}`;
  const next =
    last && lines.length > limit
      ? [{ relation: 'next' as const, url: at(cursorOf({ value: last.id, id: 'row' })) }]
      : [];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [{ relation: 'self', url: after ? at(after) : path }, ...next],
    entry: shown.map((line) => ({ search: { mode: 'match' as const }, resource: { ...auditEventOf(line) } })),
  };
}
