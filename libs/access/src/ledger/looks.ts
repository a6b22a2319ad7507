import type { PersonId } from '@okaeri/contracts';
import { toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { LedgerOutcome, Via } from '../session.entity';

/** Rows of the ledger about one patient that are alike but for their time. */
export interface Look {
  /** The newest of them. */
  rowId: string;
  actorId: PersonId | null;
  permission: string;
  outcome: LedgerOutcome;
  entity: string;
  entityId: string | null;
  times: number;
  /** Only because of an emergency. */
  purpose: 'BTG' | null;
  first: Temporal.Instant;
  last: Temporal.Instant;
}

/** What she has done herself is left out. */
const others = `patient_id = $1 and actor_id is distinct from $1`;

/** When somebody else last asked about a patient, before a moment. */
export async function lastLook(
  em: EntityManager,
  patientId: PersonId,
  before: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const rows: { at: Date }[] = await em.query(
    `select at from ledger where ${others} and at < $2 order by at desc limit 1`,
    [patientId, toIso(before)],
  );
  return rows[0] ? toInstant(rows[0].at) : null;
}

/** Who asked what about a patient in a time, the newest first. */
export async function looksIn(
  em: EntityManager,
  patientId: PersonId,
  { start, end }: { start: Temporal.Instant; end: Temporal.Instant },
): Promise<Look[]> {
  const rows: (Omit<Look, 'first' | 'last'> & { first: Date; last: Date })[] = await em.query(
    `select max(id)::text as "rowId", actor_id as "actorId", permission, outcome, purpose, sum(times)::int as times,
            min(at) as first, max(at) as last,
            (array_agg(entity order by id desc))[1] as entity, (array_agg(entity_id order by id desc))[1] as "entityId"
       from ledger where ${others} and at >= $2 and at < $3
      group by actor_id, permission, outcome, purpose order by max(at) desc, max(id) desc`,
    [patientId, toIso(start), toIso(end)],
  );
  return rows.map(({ first, last, ...row }) => ({ ...row, first: toInstant(first), last: toInstant(last) }));
}

/** A row of the ledger as it was written. */
export interface LedgerLine {
  id: string;
  at: Temporal.Instant;
  actorId: PersonId | null;
  permission: string;
  outcome: LedgerOutcome;
  entity: string;
  entityId: string | null;
  patientId: PersonId;
  via: Via;
  requestId: string | null;
  times: number;
  purpose: 'BTG' | null;
}

/**
 * Rows about a patient, the newest first, before one of them. She reads all; whoever looks after her at a hospital reads
 * what those who work there did and what nobody known was refused, and nothing of another hospital's people.
 */
export async function ledgerLines(
  em: EntityManager,
  wanted: { patientId: PersonId; readerId: PersonId; before: string | null; limit: number },
): Promise<LedgerLine[]> {
  const { patientId, readerId, before, limit } = wanted;
  const rows: (Omit<LedgerLine, 'at'> & { at: Date })[] = await em.query(
    `select l.id::text as id, l.at, l.actor_id as "actorId", l.permission, l.outcome, l.entity, l.entity_id as "entityId",
            l.patient_id as "patientId", l.via, l.request_id as "requestId", l.times, l.purpose
       from ledger l
      where l.patient_id = $1
        and ($3::bigint is null or (l.at, l.id) < ((select b.at from ledger b where b.id = $3::bigint), $3::bigint))
        and ($1 = $2 or l.actor_id is null or exists (
              select from membership theirs join membership mine on mine.institution_id = theirs.institution_id
               where theirs.person_id = l.actor_id and mine.person_id = $2 and mine.revoked_at is null
                 and mine.role in ('coordinator', 'administrator')))
      order by l.at desc, l.id desc limit $4`,
    [patientId, readerId, before, limit],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: toInstant(at) }));
}
