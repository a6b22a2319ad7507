import type { ChangeKind, PersonId, VisitId } from '@okaeri/contracts';
import { Statement, readRows } from '@okaeri/platform';
import { toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { VisitChange } from './booking.entities';
import type { VisitThen } from './booking.entities';
import type { Visit } from './entities';

export interface Change {
  kind: ChangeKind;
  /** Null: a rule of the house. */
  by: PersonId | null;
  reason?: string | null;
  before?: VisitThen | null;
  after?: VisitThen | null;
}

/** Notes a change in the transaction that makes it. Returns the id by which events name it. */
export async function noteChange(em: EntityManager, visit: Visit, change: Change): Promise<string> {
  const statement = new Statement();
  const rows: { id: string }[] = await em.query(changeIn(statement, visit, change), statement.parameters);
  const [row] = rows;
  if (!row) throw new Error('A change was not noted.');
  return row.id;
}

/** The write that notes it, as a part of a statement; it returns the id. */
export function changeIn(statement: Statement, visit: Visit, change: Change): string {
  const { kind, by, reason = null, before = null, after = null } = change;
  const values = [
    ...[visit.id, by, kind, reason, before && JSON.stringify(before)],
    ...[JSON.stringify({ ...after, version: visit.version }), visit.calendarSequence],
  ];
  return `insert into visit_change (visit_id, by_id, kind, reason, before, after, sequence)
          values (${values.map((value) => statement.place(value)).join(', ')}) returning id`;
}

/** What a change of its time keeps of a visit. */
export function timeOf(visit: Visit): VisitThen {
  const { startsAt, minutes, patientWall, institutionWall, tzdata, status } = visit;
  return { startsAt: toIso(startsAt), minutes, patientWall, institutionWall, tzdata, status };
}

/** The changes of a visit, the newest first. `before`: only those older than this one. */
export function readHistory(
  em: EntityManager,
  visitId: VisitId,
  piece: { before?: string | null; most: number },
): Promise<VisitChange[]> {
  return readRows(
    em,
    VisitChange,
    'where visit_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3',
    [visitId, piece.before ?? null, piece.most],
  );
}

/** The latest move of each of these visits that anybody was told of, with what it was before. */
export async function readMoves(em: EntityManager, visitIds: readonly VisitId[]): Promise<Map<VisitId, VisitChange>> {
  const rows = await readRows(
    em,
    VisitChange,
    `where id in (select max(id) from visit_change where visit_id = any($1::uuid[]) and kind = 'moved'
                   and sequence > 0 and by_id is not null group by visit_id)`,
    [visitIds],
  );
  return new Map(rows.map((row) => [row.visitId, row]));
}

/** When a visit was to be while its calendar stood at this sequence. */
export async function readTimeAt(
  em: EntityManager,
  visitId: VisitId,
  sequence: number,
): Promise<{ startsAt: Temporal.Instant; minutes: number } | null> {
  const [row] = await readRows(
    em,
    VisitChange,
    `where visit_id = $1 and kind in ('booked', 'moved', 'clock') and sequence <= $2 order by id desc limit 1`,
    [visitId, sequence],
  );
  const { startsAt, minutes } = row?.after ?? {};
  return startsAt === undefined || minutes === undefined ? null : { startsAt: toInstant(startsAt), minutes };
}

/** Whether somebody changed what a page shows that was made at this version; who comes and goes does not count. */
export async function changedSince(em: EntityManager, visitId: VisitId, version: number): Promise<boolean> {
  const rows: unknown[] = await em.query(
    `select 1 from visit_change
      where visit_id = $1 and kind <> 'confirmed' and (after ->> 'version')::int > $2 limit 1`,
    [visitId, version],
  );
  return rows.length > 0;
}
