import type { VisitId } from '@okaeri/contracts';
import type { Handle } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** Of a visit that was never written: what is written first is above it. */
const none = -1;

/** What of a visit lies in people's calendars elsewhere is looked at anew; its server is asked later, by nobody who waits. */
export const writeCalendars: Handle<'writeCalendars'> = async (em, data) => {
  const visitId = data.visitId as VisitId;
  await em.query(
    `insert into calendar_object (link_id, visit_id, sequence, due_at)
     select l.id, s.visit_id, $3, $2::timestamptz from seat s join calendar_link l on l.person_id = s.person_id
      where s.visit_id = $1 and l.kind = 'caldav' and l.writes
     on conflict (link_id, visit_id) do nothing`,
    [visitId, toIso(now()), none],
  );
  // Also of somebody whose seat is gone.
  await em.query('update calendar_object set due_at = $2, attempts = 0 where visit_id = $1', [visitId, toIso(now())]);
};

/** All that is ahead of her, into a calendar that was just added. */
export async function writeAhead(em: EntityManager, linkId: string): Promise<void> {
  await em.query(
    `insert into calendar_object (link_id, visit_id, sequence, due_at)
     select l.id, v.id, $3, $2::timestamptz
       from calendar_link l join seat s on s.person_id = l.person_id join visit v on v.id = s.visit_id
      where l.id = $1 and s.state <> 'removed' and v.status in ('booked', 'arrived')
        and v.starts_at + v.minutes * interval '1 minute' > $2::timestamptz
     on conflict do nothing`,
    [linkId, toIso(now()), none],
  );
}
