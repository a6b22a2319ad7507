import { setTimeout as pause } from 'node:timers/promises';
import { Ledger, sealLedger } from '@okaeri/access';
import type { LedgerEntry } from '@okaeri/access';
import { dataSourceOptions } from '@okaeri/platform';
import type { Database } from '@okaeri/platform';
import type { PersonId } from '@okaeri/contracts';
import { DataSource } from 'typeorm';
import { quantile, summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { createTestDatabase } from '../support/database';
import { needDatabaseServer } from '../support/database-server';
import { KeptLedger, anchorsFolder, attackAll, attacks } from '../support/tampering';

const rows = 1_000_000;
const rounds = 4;
const roundMs = 3000;
const atOnce = 8;
const targets = { attacks: attacks.length, verifySeconds: 60, addedP99Ms: 5 };

const entry: LedgerEntry = {
  ...{ actorId: '00000000-0000-4000-8000-000000000001' as PersonId, permission: 'visit.read', outcome: 'allowed' },
  ...{ entity: 'visit', entityId: null, patientId: null, via: 'http' },
};

/** How long each of many writes waited, in a round. */
async function writes(ledger: Ledger): Promise<number[]> {
  const waits: number[] = [];
  const end = performance.now() + roundMs;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < end) {
        const began = performance.now();
        await ledger.write(entry);
        waits.push(performance.now() - began);
      }
    }),
  );
  return waits;
}

/** Writes while rows are sealed each second as the scheduler does it, and while nobody seals: in turns. */
async function added(url: string): Promise<{ sealing: number[]; alone: number[] }> {
  const open = (connections: number) =>
    new DataSource(dataSourceOptions({ url, entities: [], connections })).initialize();
  const [own, sealer] = [await open(4), await open(1)];
  try {
    const ledger = new Ledger({ manager: own.manager } as Database);
    const waits = { sealing: [] as number[], alone: [] as number[] };
    await writes(ledger);
    for (let round = 0; round < rounds; round += 1) {
      const stop = new AbortController();
      const sealing = (async () => {
        while (!stop.signal.aborted) {
          await sealLedger(sealer);
          await pause(1000, undefined, { signal: stop.signal }).catch(() => undefined);
        }
      })();
      waits.sealing.push(...(await writes(ledger)));
      stop.abort();
      await sealing;
      waits.alone.push(...(await writes(ledger)));
    }
    return waits;
  } finally {
    await own.destroy();
    await sealer.destroy();
  }
}

/** T26: every attack on the ledger is found and its place named; a million rows are looked at in time; writing waits for nothing. */
export async function auditTampered(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  const database = await createTestDatabase();
  const small = await createTestDatabase();
  const { anchors, remove } = await anchorsFolder();
  const kept = await KeptLedger.open(database.url);
  try {
    const attacked = await attackAll(small.url, progress);
    const found = attacked.filter((each) => each.found).length;
    const wrongly = attacked.some(({ name, report }) => name === 'nothing' && report.first !== null);

    await kept.write(rows);
    let began = performance.now();
    await kept.client.query(`select seal_ledger($1, '1 minute')`, [rows]);
    const sealSeconds = (performance.now() - began) / 1000;
    progress(`${rows} rows sealed in ${sealSeconds.toFixed(1)} s`);
    const { sealing, alone } = await added(database.url);
    const [with99, without99] = [quantile(sealing, 0.99), quantile(alone, 0.99)];
    progress(`a write: p99 ${with99.toFixed(2)} ms with sealing, ${without99.toFixed(2)} ms without`);

    await kept.seal();
    await kept.anchored(anchors, 1);
    const before = process.memoryUsage().rss;
    began = performance.now();
    const report = await kept.verify(anchors);
    const verifySeconds = (performance.now() - began) / 1000;
    const grownMb = (process.memoryUsage().rss - before) / 2 ** 20;
    progress(`${report.sealed} rows looked at in ${verifySeconds.toFixed(1)} s, ${grownMb.toFixed(0)} MB more`);
    const addedP99 = with99 - without99;
    const whole = report.first === null && report.sealed > rows;
    return {
      ...{ bench: 'T26', samples: sealing.length },
      ours: {
        ...summary(sealing, 'ms'),
        ...{ found, attacks: attacks.length, sealed: report.sealed, grownMb: Math.round(grownMb) },
        ...{ verifySeconds: Math.round(verifySeconds * 10) / 10, sealSeconds: Math.round(sealSeconds * 10) / 10 },
        addedP99: Math.round(addedP99 * 100) / 100,
      },
      baseline: summary(alone, 'ms'),
      ratio: Math.round((quantile(sealing, 0.5) / quantile(alone, 0.5)) * 100) / 100,
      targets,
      met:
        found === attacks.length &&
        !wrongly &&
        whole &&
        verifySeconds <= targets.verifySeconds &&
        addedP99 <= targets.addedP99Ms,
    };
  } finally {
    await kept.close();
    await remove();
    await small.drop();
    await database.drop();
    await stop();
  }
}
