import type { Standalone } from '../support/standalone';

/** The visit of the demo world that can be entered now. */
export async function openVisitOf(standalone: Pick<Standalone, 'query'>, persona: string): Promise<string> {
  const rows = await standalone.query<{ id: string }>(
    `select v.id from visit v join episode e on e.id = v.episode_id join person p on p.id = e.patient_id
     where p.persona = $1 and v.status in ('booked', 'arrived')
     order by abs(extract(epoch from v.starts_at - now())) limit 1`,
    [persona],
  );
  const visit = rows[0];
  if (!visit) throw new Error(`no open visit of ${persona}`);
  return visit.id;
}

/** Gives further people of the demo world a seat as guests, as a booking with guests would. */
export async function inviteGuests(standalone: Standalone, visitId: string, personas: string[]): Promise<void> {
  await standalone.query(
    `insert into seat (visit_id, person_id, role, language)
     select $1, id, 'guest', language from person where persona = any($2) on conflict do nothing`,
    [visitId, personas],
  );
}
