import { randomUUID } from 'node:crypto';
import { Temporal } from '@okaeri/words/time';
import type { Pool } from 'pg';

/** What one booking writes into one table: its columns that nothing fills by itself, and its rows as JSON. */
interface Written {
  table: string;
  columns: string;
  rows: string;
}

/** Whose booking it is, and when it begins. */
export interface Booked {
  ids: readonly string[];
  startsAt: Temporal.Instant;
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const times = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?::\d\d)?/g;

/** All rows that a booking leaves behind, as PostgreSQL itself tells them, to be written again for others by hand. */
export class Rows {
  private constructor(
    private readonly written: readonly Written[],
    private readonly booked: Booked,
  ) {}

  /** Those that `book` writes; nobody else may write meanwhile. */
  static async of(pool: Pool, booked: Booked, book: () => Promise<unknown>): Promise<Rows> {
    const { rows } = await pool.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
    await book();
    const written: Written[] = [];
    for (const { table, columns } of await tablesOf(pool)) {
      const found = await pool.query<{ rows: string | null }>(
        `select json_agg(t)::text as rows from (select ${columns} from ${table} where xmin::text::bigint > $1) t`,
        [rows[0]?.xid],
      );
      if (found.rows[0]?.rows) written.push({ table, columns, rows: found.rows[0].rows });
    }
    return new Rows(written, booked);
  }

  get tables(): readonly string[] {
    return this.written.map(({ table }) => table);
  }

  /** The same rows for another booking, in one transaction with one statement a table. */
  async writeFor(pool: Pool, { ids, startsAt }: Booked): Promise<void> {
    const mine = new Map(this.booked.ids.map((id, at) => [id, ids[at] ?? id]));
    const later = startsAt.since(this.booked.startsAt);
    const inHand = this.booked.startsAt.subtract({ hours: 24 });
    const other = (id: string) => {
      if (!mine.has(id)) mine.set(id, randomUUID());
      return mine.get(id) ?? id;
    };
    const moved = (text: string) => {
      const [day, time] = text.split(/[ T]/) as [string, string];
      const instant = Temporal.Instant.from(`${day}T${/[+-]\d\d$/.test(time) ? `${time}:00` : time}`);
      // When it was written stays; when it is held moves.
      return Temporal.Instant.compare(instant, inHand) < 0 ? text : instant.add(later).toString();
    };
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const { table, columns, rows } of this.written) {
        await client.query({
          name: table,
          text: `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
          values: [rows.replace(uuids, other).replace(times, moved)],
        });
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

/** Each after those that it points to. */
async function tablesOf(pool: Pool): Promise<{ table: string; columns: string }[]> {
  const { rows } = await pool.query<{ table: string; columns: string; after: string[] }>(
    `select c.oid::regclass::text as table,
            (select string_agg(quote_ident(attname), ', ' order by attnum)
               from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              where attrelid = c.oid and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
                and coalesce(pg_get_expr(adbin, adrelid), '') not like 'nextval(%') as columns,
            array(select confrelid::regclass::text from pg_constraint
                   where conrelid = c.oid and contype = 'f' and confrelid <> conrelid) as after
       from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const done: typeof rows = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ table }) => table));
    const next = waiting.findIndex(({ after }) => after.every((table) => !names.has(table)));
    done.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return done;
}
