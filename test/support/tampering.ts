import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileAnchors, anchorLedger, sealLedger, verifyLedger } from '@okaeri/access';
import type { Anchors, LedgerReport } from '@okaeri/access';
import { dataSourceOptions } from '@okaeri/platform';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

/** Each lowers a guard that only the owner of the database can lower. */
const unguarded = (sql: string) =>
  `set session_replication_role = replica; ${sql}; set session_replication_role = origin`;

/** A ledger in a database, and the anchors outside of it. */
export class KeptLedger {
  private constructor(
    readonly url: string,
    readonly source: DataSource,
    readonly client: Client,
  ) {}

  static async open(url: string): Promise<KeptLedger> {
    const source = await new DataSource(dataSourceOptions({ url, entities: [], connections: 4 })).initialize();
    const client = new Client({ connectionString: url });
    await client.connect();
    return new KeptLedger(url, source, client);
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.client.end();
  }

  /** Rows as anybody's questions leave them. */
  async write(rows: number, permission = 'visit.read'): Promise<void> {
    await this.client.query(
      `insert into ledger (actor_id, permission, outcome, entity, entity_id, patient_id, via, request_id)
       select gen_random_uuid(), $2, case when n % 7 = 0 then 'refused' else 'allowed' end, 'visit', gen_random_uuid(),
              case when n % 3 > 0 then gen_random_uuid() end, 'http', case when n % 2 = 0 then md5(n::text) end
         from generate_series(1, $1::int) n`,
      [rows, permission],
    );
  }

  seal(): Promise<number> {
    return sealLedger(this.source);
  }

  async anchored(anchors: FileAnchors, rows: number, at = '2026-11-23T09:00:00Z'): Promise<void> {
    await this.write(rows);
    await this.seal();
    await anchorLedger(this.source, anchors, at);
  }

  async verify(anchors: Pick<Anchors, 'all'>): Promise<LedgerReport> {
    return verifyLedger(async (sql, values = []) => (await this.client.query(sql, values)).rows as unknown[], anchors);
  }

  /** The row at a place of the chain. */
  async rowAt(place: number): Promise<string> {
    const { rows } = await this.client.query<{ id: string }>(
      'select row_id::text as id from ledger_seal where place = $1',
      [place],
    );
    return rows[0]?.id ?? '';
  }

  tamper(sql: string): Promise<unknown> {
    return this.client.query(unguarded(sql));
  }
}

export interface Folder {
  anchors: FileAnchors;
  path: string;
  remove(): Promise<void>;
}

export async function anchorsFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'okaeri-anchors-'));
  const path = join(folder, 'ledger.jsonl');
  return { anchors: new FileAnchors(path), path, remove: () => rm(folder, { recursive: true }) };
}

/** A copy of a database in which nobody is, as a backup keeps it. */
export async function copyOf(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const server = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await server.connect();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await server.query(`create database ${name} template ${new URL(url).pathname.slice(1)}`);
  const at = new URL(url);
  at.pathname = `/${name}`;
  return {
    url: at.href,
    drop: async () => {
      await server.query(`drop database if exists ${name} with (force)`);
      await server.end();
    },
  };
}

export interface Attack {
  name: string;
  /** What is done to the kept ledger; `old` is how it was before its last anchor. */
  do(kept: KeptLedger): Promise<unknown>;
  on: 'now' | 'old';
  /** What has to be found first. */
  kind: string;
  place: number;
}

/** At 100, 200 and 300 rows an anchor was written; the old copy is of 200. */
export const anchoredRows = 100;
export const anchoredTimes = 3;

const place = 137;
const id = (at: number) => `(select row_id from ledger_seal where place = ${at})`;
export const attacks: readonly Attack[] = [
  {
    ...{ name: 'edit', on: 'now', kind: 'changed', place },
    do: (kept) => kept.tamper(`update ledger set actor_id = gen_random_uuid() where id = ${id(place)}`),
  },
  {
    ...{ name: 'delete', on: 'now', kind: 'deleted', place },
    do: (kept) => kept.tamper(`delete from ledger where id = ${id(place)}`),
  },
  {
    ...{ name: 'swap', on: 'now', kind: 'changed', place },
    do: (kept) =>
      kept.tamper(
        `update ledger a set actor_id = b.actor_id, at = b.at, permission = b.permission, outcome = b.outcome,
                entity_id = b.entity_id, patient_id = b.patient_id, request_id = b.request_id
           from ledger b where (a.id, b.id) in ((${id(place)}, ${id(place + 50)}), (${id(place + 50)}, ${id(place)}))`,
      ),
  },
  {
    ...{ name: 'truncate the tail', on: 'now', kind: 'cut_off', place: 281 },
    do: (kept) =>
      kept.tamper(
        `delete from ledger where id in (select row_id from ledger_seal where place > 280);
         delete from ledger_seal where place > 280`,
      ),
  },
  {
    ...{ name: 'restore an old copy', on: 'old', kind: 'cut_off', place: 201 },
    do: () => Promise.resolve(),
  },
  {
    ...{ name: 'restore an old copy and go on', on: 'old', kind: 'rewritten', place: 201 },
    do: async (kept) => {
      await kept.write(150);
      await kept.seal();
    },
  },
  {
    ...{ name: 'cut out of the middle', on: 'now', kind: 'cut_out', place },
    do: (kept) =>
      kept.tamper(
        `delete from ledger where id in (select row_id from ledger_seal where place between ${place} and 150);
         delete from ledger_seal where place between ${place} and 150`,
      ),
  },
  {
    ...{ name: 'make the whole chain anew', on: 'now', kind: 'rewritten', place: 101 },
    do: async (kept) => {
      await kept.tamper(`update ledger set outcome = 'allowed' where id = ${id(place)} or id = ${id(140)};
         update ledger set permission = 'visit.enter' where id = ${id(place)}; truncate ledger_seal`);
      await kept.seal();
    },
  },
];

export interface Attacked {
  name: string;
  found: boolean;
  report: LedgerReport;
}

/** Each attack on a copy of its own. */
export async function attackAll(url: string, progress: (line: string) => void = () => undefined): Promise<Attacked[]> {
  const { anchors, remove } = await anchorsFolder();
  const copies: { drop(): Promise<void> }[] = [];
  const copy = async (of: string) => {
    const made = await copyOf(of);
    copies.push(made);
    return made.url;
  };
  const within = async <T>(of: string, work: (kept: KeptLedger) => Promise<T>): Promise<T> => {
    const kept = await KeptLedger.open(of);
    try {
      return await work(kept);
    } finally {
      await kept.close();
    }
  };
  try {
    await within(url, async (kept) => {
      for (let time = 1; time < anchoredTimes; time += 1) await kept.anchored(anchors, anchoredRows);
    });
    const old = await copy(url);
    const whole = await within(url, async (kept) => {
      await kept.anchored(anchors, anchoredRows);
      return kept.verify(anchors);
    });
    const done: Attacked[] = [{ name: 'nothing', found: whole.first !== null, report: whole }];
    for (const attack of attacks) {
      const report = await within(await copy(attack.on === 'old' ? old : url), async (kept) => {
        await attack.do(kept);
        return kept.verify(anchors);
      });
      const found = report.first?.kind === attack.kind && report.first.place === attack.place;
      progress(`${attack.name}: ${found ? 'found' : 'NOT found'} ${JSON.stringify(report.first)}`);
      done.push({ name: attack.name, found, report });
    }
    return done;
  } finally {
    for (const { drop } of copies) await drop();
    await remove();
  }
}
