import { createHash } from 'node:crypto';

/** A row of the ledger as text, the time in microseconds since 1970; what is null has no part in what is sealed. */
export interface LedgerText {
  id: string;
  at: string;
  actor: string | null;
  permission: string;
  outcome: string;
  entity: string;
  entityId: string | null;
  patient: string | null;
  via: string;
  request: string | null;
  times: string;
  purpose: string | null;
}

/** In the order in which they are sealed. A field that comes later goes to the end, so that older seals still fit. */
const fields = [
  ...(['id', 'at', 'actor', 'permission', 'outcome', 'entity'] as const),
  ...(['entityId', 'patient', 'via', 'request', 'times', 'purpose'] as const),
];

/** What the chain begins with. */
export const firstHash: Buffer = Buffer.alloc(32);

/** The columns that `LedgerText` is made of. */
export const ledgerColumns = `l.id::text as id, (extract(epoch from l.at) * 1000000)::bigint::text as at, l.actor_id::text as actor,
  l.permission, l.outcome, l.entity, l.entity_id::text as "entityId", l.patient_id::text as patient, l.via,
  l.request_id as request, l.times::text as times, l.purpose`;

/**
 * The one spelling of a row. Each value comes with its length, so that no two rows are spelled alike. PostgreSQL spells
 * it a second time where it seals (`ledger_content`); verifying does not ask it what it wrote.
 */
export function contentOf(row: LedgerText): string {
  let content = '';
  for (const name of fields) {
    const value = row[name];
    if (value !== null) content += `${name}:${Buffer.byteLength(value)}:${value};`;
  }
  return content;
}

/** The seal of a row that stands after one with the hash `before`. */
export function sealOf(before: Buffer, row: LedgerText): Buffer {
  return createHash('sha256').update(before).update(contentOf(row), 'utf8').digest();
}
