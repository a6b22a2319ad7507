import type { PersonId, VisitId } from '@okaeri/contracts';
import { postMessage } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { now } from '@okaeri/words/time';

/**
 * Everybody with a seat in one of these visits hears of all of hers in one piece. It goes by the name of the first, where
 * a coordinator sees what became of it.
 */
export const tellSeries: Handle<'tellSeries'> = async (em, data) => {
  const { visitIds = null } = data;
  const visitId = data.visitId as VisitId;
  const rows: { personId: PersonId; demo: boolean }[] = await em.query(
    `select distinct s.person_id as "personId", v.demo from visit v join seat s on s.visit_id = v.id and s.state <> 'removed'
      where v.series_id = (select series_id from visit where id = $1) and ($2::uuid[] is null or v.id = any($2))`,
    [visitId, visitIds],
  );
  for (const { personId, demo } of rows) {
    await postMessage(em, { kind: 'series_booked', personId, entity: 'visit', entityId: visitId, dueAt: now(), demo });
  }
};
