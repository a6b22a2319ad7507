import { doorClosesMinutes } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { Temporal, now, toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { hashOf, newSecret } from '../links/token';

/** A working day: a computer left on in a ward is signed out in the morning. */
const staffHours = 12;
/** A phone at home, as long as it is used now and then, and not for ever. */
const patientHours = 14 * 24;
const patientMostHours = 90 * 24;
/** After the visit of a visit link: what was agreed can be read for a day. */
const readingHours = 24;
/** When a page asks for another token. */
export const renewMinutes = 15;
/** As long as an answer may take to arrive; until then another tab of the browser has it, or will. */
const answerSeconds = 30;

export interface Life {
  expiresAt: Temporal.Instant;
  absoluteUntil: Temporal.Instant;
  /** From now, for the cookie. */
  seconds: number;
}

/** How long a session of this person lives when it is opened now. */
export async function lifeOf(em: EntityManager, personId: PersonId, scopeVisitId: VisitId | null): Promise<Life> {
  if (scopeVisitId) return life(await visitEnds(em, scopeVisitId));
  // The made-up people of the demo world are signed in for a day as well: whoever plays them closes the window.
  const rows: { short: boolean }[] = await em.query(
    `select p.demo or p.steward or exists (
              select 1 from membership m where m.person_id = p.id and m.revoked_at is null) as short
       from person p where p.id = $1`,
    [personId],
  );
  if (rows[0]?.short ?? true) return life(now().add({ hours: staffHours }));
  return life(now().add({ hours: patientHours }), now().add({ hours: patientMostHours }));
}

function life(expiresAt: Temporal.Instant, absoluteUntil = expiresAt): Life {
  return { expiresAt, absoluteUntil, seconds: Math.max(0, Math.floor(expiresAt.since(now()).total('seconds'))) };
}

async function visitEnds(em: EntityManager, visitId: VisitId): Promise<Temporal.Instant> {
  const rows: { ends: Date }[] = await em.query(
    `select greatest(starts_at, expected_at) + (minutes + $2) * interval '1 minute' as ends from visit where id = $1`,
    [visitId, doorClosesMinutes],
  );
  return (rows[0] ? toInstant(rows[0].ends) : now()).add({ hours: readingHours });
}

interface Row {
  id: string;
  personId: PersonId;
  scopeVisitId: VisitId | null;
  expiresAt: Date;
  absoluteUntil: Date | null;
}

export interface Renewed {
  token: string;
  seconds: number;
  renewAt: Temporal.Instant;
}

/**
 * `null`: it has just been done by another tab of the same browser. Where the answer of a renewal was lost on its way, the
 * token of before is still the one that the browser has, and is renewed once more.
 */
export async function turnToken(em: EntityManager, token: string): Promise<Renewed | null> {
  const rows: Row[] = await em.query(
    `select id, person_id as "personId", scope_visit_id as "scopeVisitId", expires_at as "expiresAt",
            absolute_until as "absoluteUntil"
       from session
      where (token_hash = $1
             or previous_hash = $1 and not seen and rotated_at < $2::timestamptz - $3 * interval '1 second')
        and revoked_at is null for update`,
    [hashOf(token), toIso(now()), answerSeconds],
  );
  const [row] = rows;
  if (!row) return null;
  const end = toInstant(row.absoluteUntil ?? row.expiresAt);
  const { expiresAt: wanted } = await lifeOf(em, row.personId, row.scopeVisitId);
  const expiresAt = Temporal.Instant.compare(wanted, end) < 0 ? wanted : end;
  const next = newSecret();
  await em.query(
    `update session set token_hash = $2, previous_hash = $3, rotated_at = $4, expires_at = $5, seen = false where id = $1`,
    [row.id, hashOf(next), hashOf(token), toIso(now()), toIso(expiresAt)],
  );
  return { token: next, seconds: life(expiresAt).seconds, renewAt: now().add({ minutes: renewMinutes }) };
}
