import type { Page } from 'playwright-core';
import { LinkedVisit } from '../journeys/linked';
import { summary, type BenchResult } from '../bench/result';
import { needDatabaseServer } from '../support/database-server';
import { notedSteps, noteSteps } from '../support/steps';

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
  // What is measured is the way back, not how fast this machine encodes.
  const visit = await LinkedVisit.open('t15', ['--use-fake-device-for-media-stream=fps=10']).catch(
    async (error: unknown) => {
      await stop();
      throw error;
    },
  );
  try {
    const pages = [visit.emily.page, visit.sato.page];
    // A link that is gone for a while is no worse than before: what is given up for it is told.
    for (const page of pages) await noteSteps(page);
    const back: Record<string, number[]> = {};
    const told: number[] = [];
    const unsaid: string[] = [];
    for (const { name, cutMs } of faults) {
      for (let turn = 1; turn <= turns; turn += 1) {
        await watchForLine(visit.sato.page);
        const goneAt = now();
        if (cutMs === null) await visit.link.move();
        else {
          await visit.link.cut();
          await new Promise((done) => setTimeout(done, Math.max(0, cutMs - (now() - goneAt))));
          await visit.link.mend();
        }
        const ms = await visit.untilHeard();
        (back[name] ??= []).push(ms);
        const heardAt = now();
        const lineAt = await lineSince(visit.sato.page);
        const toldMs = lineAt === null ? null : lineAt - goneAt;
        if (toldMs !== null) told.push(toldMs);
        // Who is heard again before anybody could be told is not missed.
        else if (heardAt - goneAt > toldWithinMs) unsaid.push(`${name} ${turn}`);
        const words =
          toldMs === null ? 'back before anybody was told' : `the others told after ${Math.round(toldMs)} ms`;
        progress(`${name} ${turn} of ${turns}: heard again after ${Math.round(ms)} ms, ${words}`);
        // The next begins when all is as before.
        const before = Promise.all([visit.emily.sees(1), visit.sato.sees(1), visit.emily.phase('joined')]);
        await before.finally(async () => progress(`  steps: ${await stepsOf(pages, goneAt)}`));
        await visit.sato.page.locator('[data-standing="stalled"]').waitFor({ state: 'detached' });
      }
    }
    const worst = Object.fromEntries(
      Object.entries(back).map(([name, times]) => [name, Math.round(Math.max(...times))]),
    );
    const lastTold = Math.round(Math.max(...told));
    return {
      bench: 'T15',
      samples: turns * faults.length,
      ours: {
        ...summary(Object.values(back).flat(), 'ms'),
        ...worst,
        told: lastTold,
        toldTimes: told.length,
        unsaid: unsaid.join(', '),
      },
      baseline: null,
      ratio: null,
      targets: { ...Object.fromEntries(faults.map(({ name, withinMs }) => [name, withinMs])), told: toldWithinMs },
      met:
        faults.every(({ name, withinMs }) => (worst[name] ?? Infinity) <= withinMs) &&
        lastTold <= toldWithinMs &&
        unsaid.length === 0,
    };
  } finally {
    progress(`steps of the visit: ${await keptSteps(visit)}`);
    await visit.close();
    await stop();
  }
}

/** Of the clock on the wall, which a page has as well. */
const now = () => performance.timeOrigin + performance.now();

/** What was given up and taken up, with the seconds since. */
async function stepsOf(pages: readonly Page[], since: number): Promise<string> {
  const noted = await Promise.all(pages.map(notedSteps));
  const words = noted.map((changes) =>
    changes
      .flatMap(({ at, side, step }) => (at < since ? [] : [`${((at - since) / 1000).toFixed(1)} ${side} ${step}`]))
      .join(', '),
  );
  return `hers ${words[0] || 'none'}; his ${words[1] || 'none'}`;
}

/** Why each was changed, as the visit has it. */
async function keptSteps({ standalone, visitId }: LinkedVisit): Promise<string> {
  const rows = await standalone.query<{ role: string; side: string; step: string; cause: string }>(
    `select seat.role, side, step, cause from visit_step join seat on seat.id = seat_id
      where visit_step.visit_id = $1 order by from_at`,
    [visitId],
  );
  return rows.map(({ role, side, step, cause }) => `${role} ${side} ${step} (${cause})`).join(', ') || 'none';
}

interface Watching {
  okaeriLine?: { at: number | null; watch: MutationObserver };
}

/** From now on the page keeps when it first said that somebody is not reached. */
const watchForLine = (page: Page) =>
  page.evaluate(() => {
    const self = window as unknown as Watching;
    self.okaeriLine?.watch.disconnect();
    const line = { at: null as number | null, watch: new MutationObserver(() => look()) };
    const look = () => {
      if (document.querySelector('[data-standing="stalled"]')) line.at ??= performance.timeOrigin + performance.now();
    };
    line.watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    self.okaeriLine = line;
  });
const lineSince = (page: Page) => page.evaluate(() => (window as unknown as Watching).okaeriLine?.at ?? null);
