import type { PersonId, VisitId } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import type { WaitlistEntry } from './planning.entities';

/** Of a visit that gives its time back: who was offered it waits on; of one that was booked she waits no more. */
export async function endOffer(em: EntityManager, visitId: VisitId, state: 'waiting' | 'filled'): Promise<void> {
  const rows: { id: string }[] = await em.query(
    `with waiting as (update waitlist set state = $2, version = version + 1
                       where offered_visit_id = $1 and state = 'offered' returning id)
     select id from waiting`,
    [visitId, state],
  );
  for (const { id } of rows) await tellPatient(em, id);
}

export async function becomeWaiting(
  em: EntityManager,
  waitlistId: string,
  state: WaitlistEntry['state'],
): Promise<void> {
  await em.query('update waitlist set state = $2, version = version + 1 where id = $1', [waitlistId, state]);
  await tellPatient(em, waitlistId);
}

/** Her page, and the list of those who look after her. */
export async function tellPatient(em: EntityManager, waitlistId: string): Promise<void> {
  const [row]: { patientId: PersonId; institutionId: string; version: number }[] = await em.query(
    `select e.patient_id as "patientId", e.institution_id as "institutionId", w.version
       from waitlist w join episode e on e.id = w.episode_id where w.id = $1`,
    [waitlistId],
  );
  if (!row) return;
  const { patientId, institutionId, version } = row;
  await announce(em, { topic: 'day', id: patientId, version }, { topic: 'institution', id: institutionId, version });
}
