import type { Anchor, Anchors } from './anchors';
import { ledgerColumns } from './content';
import type { LedgerText } from './content';
import { Inspector } from './inspect';
import type { Finding } from './inspect';

/** Statements on one connection of the caller's. */
export type Query = (sql: string, values?: unknown[]) => Promise<unknown[]>;

export interface LedgerReport {
  /** Rows that have a seal. */
  sealed: number;
  /** Rows that have none yet. */
  waiting: number;
  anchors: number;
  findings: number;
  first: Finding | null;
}

type Row = Omit<LedgerText, 'id'> & { place: string; sealedRow: string; hash: Buffer; id: string | null };

/** Held at once. */
const pieceRows = 5000;

/**
 * Holds every row to its seal and every anchor to the chain, as all of it stood at one moment. Takes as much memory for
 * many rows as for few; changes nothing.
 */
export async function verifyLedger(query: Query, anchors: Pick<Anchors, 'all'>): Promise<LedgerReport> {
  await query('begin isolation level repeatable read read only');
  try {
    await query('set local statement_timeout = 0');
    await query('set local idle_in_transaction_session_timeout = 0');
    const inspector = new Inspector();
    const beside = await Beside.from(anchors, inspector);
    for await (const { place, sealedRow, hash, id, ...rest } of rowsBy(query)) {
      inspector.see({ place: Number(place), rowId: sealedRow, hash, row: id === null ? null : { id, ...rest } });
      await beside.upTo(inspector.place);
    }
    await beside.upTo(Infinity);
    inspector.end(beside.farthest);
    const waiting = await unsealed(query, inspector);
    const { first, count } = inspector.findings;
    return { sealed: inspector.place, waiting, anchors: beside.count, findings: count, first };
  } finally {
    await query('rollback');
  }
}

async function* rowsBy(query: Query): AsyncIterable<Row> {
  await query(
    `declare seals cursor for
      select s.place::text as place, s.row_id::text as "sealedRow", s.hash, ${ledgerColumns}
        from ledger_seal s left join ledger l on l.id = s.row_id order by s.place`,
  );
  for (;;) {
    const rows = (await query(`fetch ${pieceRows} from seals`)) as Row[];
    yield* rows;
    if (rows.length < pieceRows) return;
  }
}

/** Rows without a seal: new ones, and such as came in by no way of ours. A writer's own place and time are not trusted. */
async function unsealed(query: Query, inspector: Inspector): Promise<number> {
  const rows = (await query(
    `with without as (
       select l.id, l.at from ledger l where not exists (select from ledger_seal s where s.row_id = l.id)
     )
     select (select count(*)::int from without) as waiting,
            (select min(id)::text from without
              where at < now() - interval '1 minute'
                 or id < (select row_id from ledger_seal where sealed_at < now() - interval '1 minute'
                           order by place desc limit 1)) as forgotten`,
  )) as { waiting: number; forgotten: string | null }[];
  const [row] = rows;
  if (row?.forgotten) inspector.slippedIn(row.forgotten);
  return row?.waiting ?? 0;
}

/** The anchors, read along with the rows. */
class Beside {
  count = 0;
  farthest: Anchor | null = null;
  #next: Anchor | null = null;

  private constructor(
    private readonly lines: AsyncIterator<Anchor | null>,
    private readonly inspector: Inspector,
  ) {}

  static async from(anchors: Pick<Anchors, 'all'>, inspector: Inspector): Promise<Beside> {
    const beside = new Beside(anchors.all()[Symbol.asyncIterator](), inspector);
    await beside.#advance();
    return beside;
  }

  async upTo(place: number): Promise<void> {
    while (this.#next && this.#next.place <= place) {
      this.inspector.compare(this.#next);
      await this.#advance();
    }
  }

  async #advance(): Promise<void> {
    for (;;) {
      const step: IteratorResult<Anchor | null, unknown> = await this.lines.next();
      this.#next = null;
      if (step.done) return;
      const { value } = step;
      this.count += 1;
      if (!value) {
        this.inspector.unreadable();
        continue;
      }
      const back = this.farthest && value.place <= this.farthest.place;
      if (!back) {
        this.farthest = value;
        this.#next = value;
        return;
      }
      if (value.place !== this.farthest?.place || value.hash !== this.farthest.hash) this.inspector.wentBack(value);
    }
  }
}
