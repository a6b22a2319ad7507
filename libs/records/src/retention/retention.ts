import type { PersonId } from '@okaeri/contracts';
import { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { keptUntil } from './laws';

/** Until when an institution has to keep what is here of these people (one, and who was found to be her), and why. */
export interface Keeping {
  country: string;
  until: Temporal.PlainDate;
  source: string;
}

/** The last of them is the one that counts; none where no institution has treated her. */
export async function keepingOf(em: EntityManager, personIds: readonly PersonId[]): Promise<Keeping[]> {
  const rows: { country: string; last: string; born: string | null }[] = await em.query(
    `select i.country, (max(greatest(e.opened_at, coalesce(e.closed_at, e.opened_at),
              (select max(v.starts_at) from visit v where v.episode_id = e.id and v.status = 'fulfilled'),
              (select max(w.signed_at) from note n join note_version w on w.note_id = n.id where n.episode_id = e.id),
              (select max(f.created_at) from file f where f.episode_id = e.id and f.state = 'ready'),
              (select max(m.at) from thread_message m where m.episode_id = e.id))) at time zone 'UTC')::date::text as last,
            max(p.birth_date)::text as born
       from episode e join institution i on i.id = e.institution_id join person p on p.id = e.patient_id
      where e.patient_id = any($1::uuid[]) group by i.country`,
    [personIds],
  );
  return rows
    .map(({ country, last, born }) => ({
      country,
      ...keptUntil(country, Temporal.PlainDate.from(last), born === null ? null : Temporal.PlainDate.from(born)),
    }))
    .sort((a, b) => Temporal.PlainDate.compare(b.until, a.until));
}
