import type { PersonId, VisitId } from '@okaeri/contracts';
import type { Database } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { openLink } from '../calendars/links';
import type { CalendarTrouble } from '../calendars/links';
import { leavingHours } from '../calendars/leave';
import { tried } from '../calendars/read-calendars';
import type { CalendarsOptions } from '../calendars/read-calendars';
import type { CalendarLink } from '../entities';
import { Dav, DavError } from './dav';
import { dueVisit, uidOf } from './due-visit';
import type { DueVisit, WrittenHouse } from './due-visit';
import { calendarsOf } from './fetch-caldav';
import { findVisit, putVisit, takeVisit } from './put-visit';
import type { Written } from './put-visit';

export type WritesOptions = CalendarsOptions & WrittenHouse;

type DueRow = Pick<CalendarLink, 'kind' | 'url' | 'username' | 'secret' | 'collection' | 'writes'> & {
  linkId: string;
  visitId: VisitId;
  personId: PersonId;
  href: string | null;
  etag: string | null;
  sequence: number;
  attempts: number;
  /** It is tried no more, though something of ours may lie there. */
  tooLong: boolean;
};

/** Of one calendar one at a time, so that two writers do not search it for the same visit. */
const atOnce = 8;
/** Nobody else takes up one that is being written. */
const leaseMinutes = 3;
const mostRetryMinutes = 60;

/** Writes what is due into calendars elsewhere. What a server does not take now it is asked again, less and less often. */
export async function writeVisits(db: Database, options: WritesOptions, signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (;;) {
    const at = now();
    const lease = toIso(at.add({ minutes: leaseMinutes }));
    const [due]: [DueRow[], number] = await db.manager.query(
      `with due as (
         select distinct on (o.link_id) o.link_id, o.visit_id, o.due_at
           from calendar_object o join calendar_link l on l.id = o.link_id
          where o.due_at <= $1 and (l.state <> 'refused' or l.leaving_since is not null)
          order by o.link_id, o.due_at),
       taken as (
         select o.link_id, o.visit_id from calendar_object o join due d using (link_id, visit_id)
          order by d.due_at limit $3 for update of o skip locked)
       update calendar_object o set due_at = $2, attempts = o.attempts + 1
         from taken t, calendar_link l
        where o.link_id = t.link_id and o.visit_id = t.visit_id and l.id = o.link_id and o.due_at <= $1
       returning o.link_id as "linkId", o.visit_id as "visitId", o.href, o.etag, o.sequence, o.attempts,
                 l.person_id as "personId", l.kind, l.url, l.username, l.secret, l.collection, l.writes,
                 coalesce(l.leaving_since < $4, false) as "tooLong"`,
      [toIso(at), lease, atOnce, toIso(at.subtract({ hours: leavingHours }))],
    );
    await Promise.all(due.map((row) => writeOne(db, options, row, lease, signal)));
    done += due.length;
    if (due.length === 0 || signal?.aborted) return done;
  }
}

async function writeOne(
  db: Database,
  options: WritesOptions,
  row: DueRow,
  lease: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const about = await dueVisit(db.manager, row, options);
  const written = await atServer(options, row, about, signal);
  await db.inTransaction(async (em) => {
    const key = [row.linkId, row.visitId];
    if (typeof written === 'string') {
      const dueAt = row.tooLong ? null : toIso(now().add(waitAfter(written, row.attempts)));
      await em.query('update calendar_object set due_at = $4 where link_id = $1 and visit_id = $2 and due_at = $3', [
        ...key,
        lease,
        dueAt,
      ]);
      if (written !== 'stopped') {
        await em.query('update calendar_link set write_problem = $2 where id = $1', [row.linkId, written]);
      }
      return;
    }
    // What has changed meanwhile is due again already, and stays so.
    const { href, etag } = written.at ?? { href: null, etag: null };
    await em.query(
      `update calendar_object set href = $3, etag = $4, sequence = $5, attempts = 0,
              due_at = case when due_at = $6 then null else due_at end
        where link_id = $1 and visit_id = $2`,
      [...key, href, etag, about.todo === 'put' ? about.sequence : row.sequence, lease],
    );
    // What is over and lies in a calendar that nothing is written into any more is hers.
    if (about.todo === 'take' || !row.writes) {
      await em.query('delete from calendar_object where link_id = $1 and visit_id = $2 and due_at is null', key);
    }
    await em.query('update calendar_link set write_problem = null where id = $1 and write_problem is not null', [
      row.linkId,
    ]);
    if (!row.writes) await endLeaving(em, row.linkId);
  });
}

/** Once nothing of ours lies there any more, one that she has taken away is gone. */
async function endLeaving(em: EntityManager, linkId: string): Promise<void> {
  // Of two that end at the same time the second sees what the first has done.
  await em.query('select from calendar_link where id = $1 for update', [linkId]);
  const clean = 'leaving_since is not null and not exists (select from calendar_object where link_id = id)';
  await em.query(`delete from calendar_link where id = $1 and removed and ${clean}`, [linkId]);
  await em.query(`update calendar_link set leaving_since = null where id = $1 and ${clean}`, [linkId]);
}

/** Where it lies after that, or why it does not. */
async function atServer(
  { house, mayBePrivate, mailDomain }: WritesOptions,
  row: DueRow,
  about: DueVisit,
  signal: AbortSignal | undefined,
): Promise<{ at: Written | null } | CalendarTrouble> {
  const known = row.href === null ? null : { href: row.href, etag: row.etag };
  // What was tried to be written before may lie there, though nobody heard that it does.
  const never = !known && row.attempts <= 1 && row.sequence < 0;
  if (about.todo === 'keep' || (about.todo === 'take' && never)) return { at: known };
  const source = tried(() => openLink(house, row));
  if (!source) return 'calendar_refused';
  const dav = new Dav(source, { mayBePrivate, signal });
  try {
    const { calendars } = known ? { calendars: [] } : await calendarsOf(dav, source);
    if (about.todo === 'put') {
      const at = await putVisit(dav, calendars, about.visit, known);
      return { at: at === 'left' ? null : at };
    }
    const found = known ?? (await findVisit(dav, calendars, uidOf(row.visitId, mailDomain)));
    if (found && found !== 'left') await takeVisit(dav, found);
    return { at: null };
  } catch (err) {
    if (err instanceof DavError) return err.why;
    throw err;
  }
}

/** A key that is wrong, or a calendar that is only read, will not be better in a minute. */
function waitAfter(why: CalendarTrouble, attempts: number): { seconds: number } {
  if (why === 'stopped') return { seconds: 0 };
  const most = mostRetryMinutes * 60;
  if (why !== 'calendar_unreachable') return { seconds: most };
  return { seconds: Math.min(most, 15 * 2 ** Math.min(attempts - 1, 10)) };
}
