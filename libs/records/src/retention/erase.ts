import { randomUUID } from 'node:crypto';
import type { PersonId } from '@okaeri/contracts';
import { destroyDataKeys } from '@okaeri/platform';
import { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { thumbnailId } from '../imaging/thumbnail';
import { erasing } from './erasing';
import type { Erasing } from './erasing';
import { keepingOf } from './retention';
import type { Keeping } from './retention';

export interface Erased {
  /** Destroyed: what they sealed is noise from then on, wherever copies of it lie. */
  keys: number;
  /** Deleted or blanked. */
  rows: number;
  /** What lies in the vault and belongs to nothing any more; removed by the caller once this has been committed. */
  blobs: string[];
}
/** Why she cannot be erased yet. */
export type NotYet = { kept: Keeping } | { ahead: number };

/**
 * Erases a person, and those who were found to be her, in one transaction: her keys are destroyed, and what names or describes her
 * is deleted or blanked, table by table. What is left says that somebody was treated, when and by whom. `null` where there is no such person.
 * It cannot be undone, but by a backup of the database for as long as that is kept.
 */
export async function eraseRecord(
  em: EntityManager,
  personId: PersonId,
  today: Temporal.PlainDate,
): Promise<Erased | NotYet | null> {
  const people = await foundToBe(em, personId);
  if (people.length === 0) return null;
  const [longest] = await keepingOf(em, people);
  if (longest && Temporal.PlainDate.compare(today, longest.until) < 0) return { kept: longest };
  const ahead = await visitsAhead(em, people);
  if (ahead > 0) return { ahead };
  const blobs = await blobsOf(em, people);
  const keys = await destroyDataKeys(em, people);
  // Where nothing was ever sealed for her, nothing will be: a destroyed key is what says so.
  for (const id of people) {
    await em.query(
      `insert into data_key (id, patient_id, master_key_id, destroyed_at) values ($1, $2, '', now())
       on conflict (patient_id, version) do nothing`,
      [randomUUID(), id],
    );
  }
  // Signed notes and the history of visits are guarded against everything but this.
  await em.query(`select set_config('okaeri.erasing', 'on', true)`);
  let rows = 0;
  for (const each of erasing) rows += await eraseFrom(em, each, people);
  await em.query(
    `insert into ledger (actor_id, permission, outcome, entity, entity_id, patient_id, via)
     values (null, 'file.remove', 'allowed', 'person', $1, $1, 'job')`,
    [personId],
  );
  return { keys, rows, blobs };
}

async function foundToBe(em: EntityManager, personId: PersonId): Promise<PersonId[]> {
  const rows: { id: PersonId }[] = await em.query(
    `with recursive one as (
       select id, merged_into from person where id = $1
       union select p.id, p.merged_into from person p join one on p.merged_into = one.id or p.id = one.merged_into)
     select p.id from person p where p.id in (select id from one) order by p.id for update`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

async function visitsAhead(em: EntityManager, people: readonly PersonId[]): Promise<number> {
  const rows: { ahead: number }[] = await em.query(
    `select count(*)::int as ahead from visit v join episode e on e.id = v.episode_id
      where e.patient_id = any($1::uuid[]) and v.status in ('held', 'pending', 'booked', 'arrived')`,
    [people],
  );
  return rows[0]?.ahead ?? 0;
}

async function blobsOf(em: EntityManager, people: readonly PersonId[]): Promise<string[]> {
  const rows: { id: string; thumbnail: boolean }[] = await em.query(
    `select f.id, false as thumbnail from file f join episode e on e.id = f.episode_id where e.patient_id = any($1::uuid[])
     union select id, false from record_upload where patient_id = any($1::uuid[])
     union select id, false from fhir_import where patient_id = any($1::uuid[])
     union select id, false from health_link where patient_id = any($1::uuid[])
     union select i.blob_id, false from imaging_instance i join imaging_series s on s.id = i.series_id
             join imaging_study t on t.id = s.study_id where t.patient_id = any($1::uuid[])
     union select s.thumbnail_of, true from imaging_series s join imaging_study t on t.id = s.study_id
            where t.patient_id = any($1::uuid[]) and s.thumbnail_of is not null`,
    [people],
  );
  return rows.map(({ id, thumbnail }) => (thumbnail ? thumbnailId(id) : id));
}

async function eraseFrom(em: EntityManager, each: Erasing, people: readonly PersonId[]): Promise<number> {
  const sql = statementOf(each);
  if (sql === null) return 0;
  const [, count]: [unknown, number] = await em.query(sql, [people]);
  return count;
}

function statementOf(each: Erasing): string | null {
  if ('goes' in each) return `delete from ${each.table} where ${each.goes}`;
  if (!('blanks' in each)) return null;
  const set = Object.entries(each.blanks).map(([column, value]) => `"${column}" = ${value}`);
  return `update ${each.table} set ${set.join(', ')} where ${each.of}`;
}
