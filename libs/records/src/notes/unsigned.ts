import type { PersonId, VisitId } from '@okaeri/contracts';
import { toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** A visit that took place, and of which a physician has something left to write or to sign. */
export interface Unsigned {
  visitId: VisitId;
  startsAt: Temporal.Instant;
  /** She has begun. */
  draft: boolean;
}

/**
 * What is left for one physician, the oldest first: what she has begun, and what nobody of the visit has written. Where a
 * colleague has signed for a visit, she is not asked for a second note.
 */
export async function unsignedOf(
  em: EntityManager,
  physicianId: PersonId,
  { after, most }: { after?: { startsAt: Temporal.Instant; id: string } | undefined; most: number },
): Promise<Unsigned[]> {
  const rows: { visitId: VisitId; startsAt: Date; draft: boolean }[] = await em.query(
    `select v.id as "visitId", v.starts_at as "startsAt", coalesce(own.state = 'draft', false) as draft
       from seat s join visit v on v.id = s.visit_id
       left join note own on own.visit_id = v.id and own.author_id = s.person_id
      where s.person_id = $1 and s.role = 'physician' and s.state <> 'removed' and v.status = 'fulfilled'
        and (own.state = 'draft'
             or not exists (select from note any_note where any_note.visit_id = v.id and any_note.signed_versions > 0))
        and ($2::timestamptz is null or (v.starts_at, v.id) > ($2, $3::uuid))
      order by v.starts_at, v.id limit $4`,
    [physicianId, after ? toIso(after.startsAt) : null, after?.id ?? null, most],
  );
  return rows.map((row) => ({ ...row, startsAt: toInstant(row.startsAt) }));
}
