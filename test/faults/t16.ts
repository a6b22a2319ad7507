import { quantile, summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { needDatabaseServer } from '../support/database-server';
import { farBrowsers } from './far-browsers';
import { jumpedHouse } from './jumped-house';
import { jumpedSchedulers } from './jumped-schedulers';
import { jumpedServers } from './jumped-servers';

/** Fewer to see that it works. */
const seconds = Number(process.env['OKAERI_SECONDS'] ?? 48);
const lateP99Ms = 3000;

/**
 * T16: clocks of servers are put forward and back by five minutes while they work, and people's own clocks are a day wrong.
 * What is due, who may come in and what has run out is decided by one clock, PostgreSQL's.
 */
export async function wrongClocks(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  try {
    const { late, jumps, ...reminders } = await jumpedSchedulers(seconds, progress);
    progress(`${late.length} reminders over ${jumps} jumps: ${JSON.stringify(reminders)}`);
    const shaken = await jumpedHouse(progress);
    progress(`with PostgreSQL’s clock too: ${JSON.stringify(shaken)}`);
    const { answers, rightly, wrong, missed } = await jumpedServers(progress);
    for (const answer of wrong) progress(answer);
    const { hoursAhead, denied, otherTimes } = await farBrowsers(progress);
    for (const told of [...denied, ...otherTimes]) progress(told);
    const counts = {
      ...reminders,
      ...shaken,
      wrongAnswers: wrong.length,
      missedPackets: missed,
      denied: denied.length,
      otherTimes: otherTimes.length,
    };
    return {
      ...{ bench: 'T16', samples: late.length, baseline: null, ratio: null },
      ours: { ...summary(late, 'ms'), ...counts, jumps, answers },
      targets: { ...Object.fromEntries(Object.keys(counts).map((name) => [name, 0])), lateP99Ms },
      met:
        Object.values(counts).every((count) => count === 0) &&
        quantile(late, 0.99) <= lateP99Ms &&
        // The clocks were wrong indeed, and the doors that were asked at do differ.
        JSON.stringify(hoursAhead) === '[24,-24]' &&
        rightly['visit open'] === 'waiting' &&
        rightly['visit open soon'] !== 'waiting' &&
        rightly['session that ends soon'] === 'signed in' &&
        rightly['session that ended'] === 'nobody' &&
        answers > 0,
    };
  } finally {
    await stop();
  }
}
