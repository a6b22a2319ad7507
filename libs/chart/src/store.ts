import type { Granted } from '@okaeri/access';
import { OkaeriError, recordCategories } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { ImportId, ResourceId } from './chart.entities';
import type { Resource } from './fhir/json';
import { rowsText } from './incoming';
import type { Incoming } from './incoming';
import { onlyShared } from './shared';

/*
 * The one store of clinical facts. It is read and written by those alone who bring the answer of `requireAccess`: whose record
 * is meant is taken from there, so that no id of a request gets past the question.
 */

export interface Kept {
  id: ResourceId;
  source: string;
  version: number;
  understood: boolean;
  importId: ImportId;
  document: string | null;
  body: Resource;
}

/** So many go into one statement. */
const atOnce = 500;

/** Whose record is read, and what of it; the rest of an answer does not matter here. */
export type RecordGrant = Pick<Granted, 'patientId' | 'categories'>;

export function patientOf({ patientId }: Pick<Granted, 'patientId'>): PersonId {
  if (!patientId) throw new OkaeriError('not_found');
  return patientId;
}

/** Nobody else writes this patient's record until the transaction is over. */
export async function lockRecord(em: EntityManager, granted: Granted): Promise<void> {
  await em.query(`select pg_advisory_xact_lock(hashtextextended('record ' || $1::text, 0))`, [patientOf(granted)]);
}

/** Of what was written: how many are new, and how many have become another version; the others were here as they are. */
export interface Written {
  added: number;
  changed: number;
}

export async function keepResources(
  em: EntityManager,
  granted: Granted,
  importId: ImportId,
  incoming: readonly Incoming[],
): Promise<Written> {
  const counts = { added: 0, changed: 0 };
  for (let from = 0; from < incoming.length; from += atOnce) {
    const { added, changed } = await keepRows(em, granted, importId, rowsText(incoming.slice(from, from + atOnce)));
    counts.added += added;
    counts.changed += changed;
  }
  return counts;
}

/** The same with what `rowsText` made of some hundreds, none of them twice. */
export async function keepRows(
  em: EntityManager,
  granted: Granted,
  importId: ImportId,
  rows: string,
): Promise<Written> {
  const written: { version: number }[] = await em.query(keepSql, [patientOf(granted), importId, rows]);
  const added = written.filter(({ version }) => version === 1).length;
  return { added, changed: written.length - added };
}

/*
 * What was there before comes from the writing itself (PostgreSQL 18). Looked for beside it, it was once found by going through all of a
 * record for each row: so PostgreSQL goes about it while it does not yet know how long records have become.
 */
const keepSql = `
  with given as (
    select * from jsonb_to_recordset($3::jsonb) as row(type text, source text, document uuid, body jsonb, sha256 text, code text,
           category text, at text, status text, understood boolean)
  ), written as (
    insert into fhir_resource as r (patient_id, import_id, type, source, document, body, sha256, code, category, at, status, understood)
    select $1::uuid, $2::uuid, type, source, document, body, sha256, code, category, at, status, understood from given
    on conflict (patient_id, type, source) do update
       set version = r.version + 1, body = excluded.body, sha256 = excluded.sha256, code = excluded.code,
           category = excluded.category, at = excluded.at, status = excluded.status, understood = excluded.understood,
           import_id = excluded.import_id, document = excluded.document, updated_at = now()
     where r.sha256 <> excluded.sha256
    returning r.id, r.version, old.version as was, old.body, old.sha256, old.import_id
  ), before as (
    insert into fhir_history (resource_id, version, body, sha256, import_id)
    select id, was, body, sha256, import_id from written where was is not null
  )
  select version from written`;

/** `$1` is the patient. What of it a reader is given is said by `given` below, and nowhere else. */
const readable = 'fhir_resource r where r.patient_id = $1';
const members = 'r.id, r.source, r.version, r.understood, r.import_id as "importId", r.document';

/** All of a record that the reader was given, as it is now, in the order in which it was brought. */
export async function readRecord(em: EntityManager, granted: RecordGrant): Promise<Kept[]> {
  const kept: Kept[] = await em.query(
    `select ${members}, r.body from ${readable} order by r.updated_at, r.type, r.source`,
    [patientOf(granted)],
  );
  return onlyShared(kept, granted.categories);
}

/**
 * Of rows that were read alone those that the reader was given. Where something is kept from her, the whole record has to say which
 * they are: a section may list what its own kind does not tell.
 */
async function given<T extends Kept>(em: EntityManager, granted: RecordGrant, rows: T[]): Promise<T[]> {
  if (isWhole(granted)) return rows;
  const shared = new Map((await readRecord(em, granted)).map((kept) => [kept.id, kept]));
  return rows.flatMap((row) => {
    const kept = shared.get(row.id);
    return kept ? [{ ...row, body: kept.body }] : [];
  });
}

/** Of some types, and of what is measured again and again so many of each kind, the newest. */
export async function readNewest(
  em: EntityManager,
  granted: RecordGrant,
  { types, ofEach }: { types: readonly string[]; ofEach: number },
): Promise<Kept[]> {
  const rows: Kept[] = await em.query(
    `select id, source, version, understood, "importId", document, body from (
       select ${members}, r.body, r.type, r.updated_at, row_number() over (
                partition by r.type, case r.type when 'Observation' then coalesce(r.code, r.body #>> '{code,text}', '') else r.id::text end
                order by r.at desc nulls last, r.updated_at desc) as nth
         from ${readable} and r.type = any($2)) r
      where nth <= $3 order by updated_at, type, source`,
    [patientOf(granted), types, ofEach],
  );
  return given(em, granted, rows);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One of this patient; another’s is not there. */
export async function readOne(em: EntityManager, granted: RecordGrant, resourceId: string): Promise<Kept | null> {
  if (!uuid.test(resourceId)) return null;
  const [found]: Kept[] = await em.query(`select ${members}, r.body from ${readable} and r.id = $2`, [
    patientOf(granted),
    resourceId,
  ]);
  return found ? ((await given(em, granted, [found]))[0] ?? null) : null;
}

/** How many there are of each type. */
export async function countTypes(em: EntityManager, granted: Granted): Promise<Map<string, number>> {
  if (!isWhole(granted)) {
    const counts = new Map<string, number>();
    for (const { body } of await readRecord(em, granted)) {
      counts.set(body.resourceType, (counts.get(body.resourceType) ?? 0) + 1);
    }
    return counts;
  }
  const rows: { type: string; count: number }[] = await em.query(
    `select r.type, count(*)::int as count from ${readable} group by 1`,
    [patientOf(granted)],
  );
  return new Map(rows.map(({ type, count }) => [type, count]));
}

/** What has come or become another since, up to a thousand: as it is now, and as it was then; `null` for what was not there. */
export async function readSince(
  em: EntityManager,
  granted: Granted,
  since: Temporal.Instant,
): Promise<(Kept & { before: Resource | null })[]> {
  const rows: (Kept & { before: Resource | null })[] = await em.query(sinceSql, [patientOf(granted), toIso(since)]);
  const shared = await given(em, granted, rows);
  // What a document said before is not trimmed as what it says now is.
  return isWhole(granted) ? shared : shared.filter(({ body }) => body.resourceType !== 'Composition');
}

const sinceSql = `
  select ${members}, r.body, (
           select h.body from fhir_history h join fhir_import i on i.id = h.import_id
            where h.resource_id = r.id and i.created_at <= $2 order by h.version desc limit 1
         ) as before
    from ${readable} and exists (select from fhir_import i where i.id = r.import_id and i.created_at > $2)
   order by r.type = 'Observation', r.updated_at desc limit 1000`;

/**
 * The same with the texts of the bodies, for handing on: no number is read and written anew. Of a record that is not given whole
 * the compositions have no text: what they say of it has to be made anew.
 */
export async function readTexts(em: EntityManager, granted: RecordGrant): Promise<(Kept & { text: string | null })[]> {
  const rows: (Omit<Kept, 'body'> & { text: string })[] = await em.query(
    `select ${members}, r.body::text as text from ${readable} order by r.updated_at, r.type, r.source`,
    [patientOf(granted)],
  );
  const kept = rows.map((row) => ({ ...row, body: JSON.parse(row.text) as Resource }));
  const shared = onlyShared(kept, granted.categories);
  if (isWhole(granted)) return shared;
  return shared.map((each) => ({ ...each, text: each.body.resourceType === 'Composition' ? null : each.text }));
}

/** Nothing is kept from this reader. */
export const isWhole = ({ categories }: Pick<Granted, 'categories'>): boolean =>
  categories.size === recordCategories.length;
