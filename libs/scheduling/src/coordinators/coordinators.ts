import type { PersonId, VisitId } from '@okaeri/contracts';
import { postMessage } from '@okaeri/notify';
import type { NewMessage } from '@okaeri/notify';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

/** Whoever booked a visit, where she still looks after patients there; all who do, where she does not. */
async function coordinatorsOf(em: EntityManager, visitId: VisitId): Promise<PersonId[]> {
  const rows: { id: PersonId; booked: boolean }[] = await em.query(
    `select distinct m.person_id as id, m.person_id = v.booked_by as booked
       from visit v join episode e on e.id = v.episode_id
       join membership m on m.institution_id = e.institution_id and m.role = 'coordinator' and m.revoked_at is null
      where v.id = $1 order by id`,
    [visitId],
  );
  const booked = rows.filter((row) => row.booked);
  return (booked.length > 0 ? booked : rows).map(({ id }) => id);
}

/** Writes to those who look after a visit. */
export async function tellCoordinators(
  em: EntityManager,
  visitId: VisitId,
  message: Pick<NewMessage, 'kind' | 'entity' | 'entityId' | 'demo'> & { sequence?: number },
): Promise<void> {
  for (const personId of await coordinatorsOf(em, visitId)) {
    await postMessage(em, { ...message, personId, dueAt: now() });
  }
}
