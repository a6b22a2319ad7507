import type { Seat } from '@okaeri/care';
import type { EntityManager } from 'typeorm';

/** What makes it likelier that a patient who has not said whether she comes does not. */
const signs = {
  /** She was not there, or late, at an earlier visit of this treatment. */
  missed: `exists (select from visit o where o.episode_id = v.episode_id and o.id <> v.id
             and (o.status = 'noshow' or o.outcome = 'late' and 'patient' = any(o.late_by)))`,
  first: `not exists (select from visit o where o.episode_id = v.episode_id and o.id <> v.id and o.status = 'fulfilled')`,
  /** She never tried her device out. */
  untried: `not exists (select from ledger l where l.actor_id = s.person_id and l.permission = 'check.run' and l.outcome = 'allowed')`,
  /** Another mail to her came back. */
  returned: `exists (select from notify_message m where m.person_id = s.person_id and m.state = 'bounced')`,
} as const;

/** Whether somebody may well not come; who said that she does, or that she cannot, need not be asked. */
export async function mayMiss(em: EntityManager, seat: Pick<Seat, 'id'>): Promise<boolean> {
  const rows: unknown[] = await em.query(
    `select 1 from seat s join visit v on v.id = s.visit_id
      where s.id = $1 and s.declined_at is null and s.confirmed_at is null and (${Object.values(signs).join(' or ')})`,
    [seat.id],
  );
  return rows.length > 0;
}
