import { FileAnchors, verifyLedger } from '@okaeri/access';
import type { Anchors, Finding, LedgerReport } from '@okaeri/access';
import { envUrl, failStart, readEnv } from '@okaeri/runtime';
import { Client } from 'pg';
import { z } from 'zod';

/*
 * `npm run ledger:verify`: reads the ledger of a database and the anchors beside it, and says whether all is as it was
 * written. Ends with 1 where it is not. It names rows by their ids and nobody by name.
 */
const env = z.object({ DATABASE_URL: envUrl('postgres:', 'postgresql:'), LEDGER_ANCHORS: z.string().optional() });

/** Without a place outside the database there is nothing to compare with. */
const none: Pick<Anchors, 'all'> = {
  async *all() {
    yield* [];
  },
};

const sentences: Record<Finding['kind'], (finding: Finding) => string> = {
  changed: ({ place, row }) => `Row ${row}, at place ${place}, is not what was written.`,
  deleted: ({ place, row }) => `Row ${row}, at place ${place}, is gone.`,
  cut_out: ({ place, until, row }) => `Places ${place} to ${until}, after row ${row ?? '(none)'}, are gone.`,
  rewritten: ({ place, until, row }) =>
    `From place ${place}, after row ${row ?? '(none)'}, on, and at ${until} at the latest, the chain is not the one that was anchored.`,
  cut_off: ({ place, until, row }) =>
    `Places ${place} to ${until}, after row ${row ?? '(none)'}, are gone: the end was removed, or this is an old copy.`,
  put_back: ({ place, row }) => `An old copy was put in place: from place ${place}, after row ${row ?? '(none)'}, on.`,
  slipped_in: ({ row }) => `Row ${row} was never sealed, though its time has passed.`,
  anchor_unreadable: () => 'A line of the anchors cannot be read.',
};

function tell({ sealed, waiting, anchors, findings, first }: LedgerReport, seconds: number): string {
  const looked = `${sealed} rows and ${anchors} anchors looked at in ${seconds.toFixed(1)} s; ${waiting} rows not sealed yet.`;
  const warning = anchors === 0 ? ' Without anchors, an end that was cut off or an old copy cannot be found.' : '';
  if (!first) return `The ledger is whole. ${looked}${warning}`;
  return `The ledger is NOT whole. ${sentences[first.kind](first)} Findings: ${findings}. ${looked}${warning}`;
}

async function main(): Promise<void> {
  const { DATABASE_URL, LEDGER_ANCHORS } = readEnv(env);
  const client = new Client({ connectionString: DATABASE_URL, application_name: 'okaeri ledger:verify' });
  await client.connect();
  try {
    const began = performance.now();
    const query = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as unknown[];
    const report = await verifyLedger(query, LEDGER_ANCHORS ? new FileAnchors(LEDGER_ANCHORS) : none);
    const seconds = (performance.now() - began) / 1000;
    const asJson = process.argv.includes('--json');
    process.stdout.write(`${asJson ? JSON.stringify({ ...report, seconds }) : tell(report, seconds)}\n`);
    process.exitCode = report.first ? 1 : 0;
  } finally {
    await client.end();
  }
}

main().catch(failStart);
