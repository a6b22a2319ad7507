import type { VisitId } from '@okaeri/contracts';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** How long somebody who came by a visit link may read what was agreed. */
const readingHours = 24;

/** A visit is over: its links open nothing any more, and who came in by one may read for a day. */
export async function endLinks(em: EntityManager, visitId: VisitId): Promise<void> {
  await em.query('update access_link set revoked_at = now() where visit_id = $1 and revoked_at is null', [visitId]);
  await em.query(
    `update session set expires_at = least(expires_at, $2::timestamptz), absolute_until = least(absolute_until, $2::timestamptz)
      where scope_visit_id = $1 and revoked_at is null`,
    [visitId, toIso(now().add({ hours: readingHours }))],
  );
}
