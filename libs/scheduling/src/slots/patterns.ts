import { defaultAvailability } from '@okaeri/contracts';
import { dateOfDay, zoneTable } from '@okaeri/words/time';
import type { ZoneTable } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { mayOf } from './may';
import type { Exception, Pattern, Rule } from './pattern';
import type { Resource } from './read';
import type { Spans } from './spans';

const day = 1440;
const most = 2000;

/** In minutes since 1970. */
export interface Window {
  from: number;
  to: number;
}

interface Compiled {
  key: string;
  zone: ZoneTable;
  may: Spans;
}

interface Written extends Pattern {
  id: string;
  /** Days since 1970. */
  holidays: readonly number[];
}

/** The hours of a week that are assumed of somebody of whom nothing is written. */
export function assumedPattern(kind: Resource['kind']): Pattern {
  const { weekdays, from, to } = defaultAvailability[kind].open;
  const rule = (weekday: number): Rule => ({ kind: 'open', weekday, from, to, validFrom: null, validTo: null });
  return { rules: weekdays.map(rule), days: [] };
}

/**
 * When each of them may have visits. Kept is what was counted from a written version of her hours: whether that is still
 * the one that holds is told with everything else that is read of her.
 */
export class Patterns {
  readonly #kept = new Map<string, Compiled>();

  async of(
    em: EntityManager,
    resources: readonly Resource[],
    window: Window,
    onCall: boolean,
  ): Promise<Map<string, Compiled>> {
    // Taken now: while the others are read, another search may keep what it counted for other days.
    const keyed = resources.map((resource) => {
      const [key, name] = [keyOf(resource, window), nameOf(resource, onCall)];
      return { resource, key, name, known: this.#keptAs(name, key) };
    });
    const missing = keyed.filter(({ known }) => known === null);
    const written = await readWritten(
      em,
      missing.flatMap(({ resource }) => (resource.version === null ? [] : [resource.id])),
      window,
    );
    return new Map(
      keyed.map(({ resource, key, name, known }) => {
        const counted = known ?? this.#keptAs(name, key);
        if (counted) return [resource.id, counted];
        const zone = zoneTable(resource.zone, window.from, window.to);
        const own = written.get(resource.id);
        const holidays = new Set(own?.holidays ?? []);
        const may = mayOf(own ?? assumedPattern(resource.kind), zone, window, { holidays, onCall });
        const made = { key, zone, may };
        this.#keep(name, made);
        return [resource.id, made];
      }),
    );
  }

  #keptAs(name: string, key: string): Compiled | null {
    const kept = this.#kept.get(name);
    return kept?.key === key ? kept : null;
  }

  #keep(name: string, compiled: Compiled): void {
    this.#kept.delete(name);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= most && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(name, compiled);
  }
}

/** Of those of whom nothing is written all go by the same, wherever clocks are the same. */
const nameOf = ({ id, version, kind, zone }: Resource, onCall: boolean) =>
  `${version === null ? `${kind} ${zone}` : id} ${onCall}`;

/** The zone data needs no place in it: another release is another process. */
const keyOf = ({ version, kind, zone, holidaysAt }: Resource, { from, to }: Window) =>
  [version ?? kind, zone, holidaysAt, from, to].join(' ');

const numberOf = (column: string) => `(${column} - date '1970-01-01')`;

async function readWritten(
  em: EntityManager,
  ids: readonly string[],
  { from, to }: Window,
): Promise<Map<string, Written>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; rules: Rule[]; days: Exception[]; holidays: number[] }[] = await em.query(
    `select a.resource_id as id,
            array(select jsonb_build_object('kind', kind, 'weekday', weekday, 'from', from_minute, 'to', to_minute,
                         'validFrom', ${numberOf('valid_from')}, 'validTo', ${numberOf('valid_to')})
                    from availability_rule where resource_id = a.resource_id) as rules,
            array(select jsonb_build_object('kind', kind, 'day', ${numberOf('day')}, 'from', from_minute, 'to', to_minute)
                    from availability_day where resource_id = a.resource_id and day between $2 and $3) as days,
            array(select distinct ${numberOf('day')} from holiday
                   where country = any(a.holidays) and day between $2 and $3) as holidays
       from availability a where a.resource_id = any($1::uuid[])`,
    [ids, dateOfDay(Math.floor(from / day) - 3), dateOfDay(Math.floor(to / day) + 3)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
