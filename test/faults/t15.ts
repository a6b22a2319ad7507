import { LinkedVisit } from '../journeys/linked';
import { summary, type BenchResult } from '../bench/result';
import { needDatabaseServer } from '../support/database-server';

const turns = 3;
const toldWithinMs = 3000;
/** What happens to her link, and how soon afterwards both must hear each other again. */
const faults = [
  { name: 'address', cutMs: null, withinMs: 5000 },
  { name: 'cut5s', cutMs: 5000, withinMs: 2000 },
  { name: 'cut15s', cutMs: 15_000, withinMs: 2000 },
  { name: 'cut45s', cutMs: 45_000, withinMs: 5000 },
] as const;

/** T15: a link that is cut for 5, 15 and 45 seconds, and one that goes on from another address. Nobody presses anything. */
export async function fault(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  const visit = await LinkedVisit.open('t15').catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  try {
    const back: Record<string, number[]> = {};
    const told: number[] = [];
    for (const { name, cutMs } of faults) {
      for (let turn = 1; turn <= turns; turn += 1) {
        if (cutMs === null) await visit.link.move();
        else {
          const cutAt = performance.now();
          await visit.link.cut();
          await visit.sato.page.locator('[data-stalled="true"]').waitFor({ timeout: 10_000 });
          told.push(performance.now() - cutAt);
          await new Promise((done) => setTimeout(done, Math.max(0, cutMs - (performance.now() - cutAt))));
          await visit.link.mend();
        }
        const ms = await visit.untilHeard();
        (back[name] ??= []).push(ms);
        const others = cutMs === null ? '' : `, the others told after ${told.at(-1)?.toFixed(0)} ms`;
        progress(`${name} ${turn} of ${turns}: heard again after ${ms.toFixed(0)} ms${others}`);
        // The next begins when all is as before.
        await Promise.all([visit.emily.sees(1), visit.sato.sees(1), visit.emily.phase('joined')]);
      }
    }
    const worst = Object.fromEntries(
      Object.entries(back).map(([name, times]) => [name, Math.round(Math.max(...times))]),
    );
    const lastTold = Math.round(Math.max(...told));
    return {
      bench: 'T15',
      samples: turns * faults.length,
      ours: { ...summary(Object.values(back).flat(), 'ms'), ...worst, told: lastTold },
      baseline: null,
      ratio: null,
      targets: { ...Object.fromEntries(faults.map(({ name, withinMs }) => [name, withinMs])), told: toldWithinMs },
      met: faults.every(({ name, withinMs }) => (worst[name] ?? Infinity) <= withinMs) && lastTold <= toldWithinMs,
    };
  } finally {
    await visit.close();
    await stop();
  }
}
