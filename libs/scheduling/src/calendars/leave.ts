import { OkaeriError } from '@okaeri/contracts';
import type { CalendarLeaving, PersonId } from '@okaeri/contracts';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { writeAhead } from '../caldav/mark';
import { CalendarLink } from '../entities';

/** So long her visits are tried to be taken out of a calendar whose server is not there; then she is told that they stay. */
export const leavingHours = 72;

/**
 * Takes a calendar away: nothing is read of it from now on. What was written into it and is still to come is taken out
 * first, as its server can be reached; where that was tried long enough, or nothing was written, it is gone at once.
 */
export async function removeLink(em: EntityManager, personId: PersonId, linkId: string): Promise<void> {
  const link = await hold(em, personId, linkId);
  if (!link) throw new OkaeriError('not_found');
  const leaving = await leavingOf(em, personId);
  if (link.removed && leaving.get(linkId) === 'under_way') return;
  await em.query('delete from busy_time where link_id = $1', [linkId]);
  if (link.removed || !(await leave(em, linkId))) {
    await em.delete(CalendarLink, { id: linkId });
    return;
  }
  await em.update(CalendarLink, { id: linkId }, { removed: true });
}

/** Whether her visits are written into it from now on; what lies in it and is still to come is taken out where not. */
export async function setWrites(em: EntityManager, personId: PersonId, linkId: string, writes: boolean): Promise<void> {
  const link = await hold(em, personId, linkId);
  if (!link || link.removed) throw new OkaeriError('not_found');
  if (link.writes === writes) return;
  await em.update(CalendarLink, { id: linkId }, { writes, leavingSince: null, writeProblem: null });
  if (!writes) return void (await leave(em, linkId));
  await em.query('update calendar_object set due_at = $2, attempts = 0 where link_id = $1', [linkId, toIso(now())]);
  await writeAhead(em, linkId);
}

const hold = (em: EntityManager, personId: PersonId, linkId: string): Promise<CalendarLink | null> =>
  em.findOne(CalendarLink, { where: { id: linkId, personId }, lock: { mode: 'pessimistic_write' } });

/** Whether there is anything to take out. */
async function leave(em: EntityManager, linkId: string): Promise<boolean> {
  const at = toIso(now());
  const [, due]: [unknown, number] = await em.query('update calendar_object set due_at = $2 where link_id = $1', [
    linkId,
    at,
  ]);
  const since = due > 0 ? at : null;
  await em.query('update calendar_link set writes = false, leaving_since = $2 where id = $1', [linkId, since]);
  return due > 0;
}

/** Of those of her calendars that her visits are taken out of: whether that is still tried. */
export async function leavingOf(em: EntityManager, personId: PersonId): Promise<Map<string, CalendarLeaving>> {
  const rows: { id: string; tried: boolean }[] = await em.query(
    `select l.id, exists (select from calendar_object o where o.link_id = l.id and o.due_at is not null) as tried
       from calendar_link l where l.person_id = $1 and l.leaving_since is not null`,
    [personId],
  );
  return new Map(rows.map(({ id, tried }) => [id, tried ? 'under_way' : 'gave_up']));
}
