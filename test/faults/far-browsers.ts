import { Person, hostOf } from '../journeys/person';
import { openVisitOf } from '../journeys/world';
import type { Page } from 'playwright-core';
import { openChromium } from '../support/browser';
import { hoursAheadOf, setClockOf } from '../support/client-clock';
import { needDatabaseServer } from '../support/database-server';
import { eventually, giveVoices } from '../support/ears';
import { Standalone } from '../support/standalone';

/** What people saw whose own clocks are days apart. All but the first are faults. */
export interface Seen {
  /** Hours that the browsers' clocks were ahead of ours. */
  hoursAhead: number[];
  /** Who could not get into the call. */
  denied: string[];
  /** Pages that say other times than in a browser whose clock is right. */
  otherTimes: string[];
}

const dayMs = 86_400_000;
const flags = ['--use-fake-device-for-media-stream=device-count=2,fps=10'];

/**
 * A patient whose clock is a day ahead and a physician whose clock is a day behind are in their visit, and read of times
 * what they would read with right clocks: the server says the time.
 */
export async function farBrowsers(progress: (line: string) => void): Promise<Seen> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const standalone = await Standalone.start();
    stops.push(() => standalone.stop());
    const browser = await openChromium(flags);
    stops.push(() => browser.close());
    const contextAt = async (aheadMs: number) => {
      const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
      if (aheadMs !== 0) await setClockOf(context, aheadMs);
      await giveVoices(context);
      return context;
    };
    const [right, ahead, behind] = [await contextAt(0), await contextAt(dayMs), await contextAt(-dayMs)];
    const arrive = (context: typeof right, name: string) => Person.arriveHome(context, standalone.origin, name);
    const [emily, sato] = [await arrive(ahead, 'emily'), await arrive(behind, 'sato')];
    const hoursAhead = await Promise.all([emily, sato].map(({ page }) => hoursAheadOf(page)));
    progress(`the browsers’ clocks are ${hoursAhead.join(' and ')} hours ahead`);

    const visitId = await openVisitOf(standalone, 'emily');
    const otherTimes: string[] = [];
    const pages: [Person, string[]][] = [
      [emily, ['/', '/my-visits', `/get-ready/${visitId}`]],
      [sato, ['/today', '/hours', '/statistics']],
      [await arrive(behind, 'tanaka'), ['/board', '/ready']],
    ];
    for (const [{ name, page }, addresses] of pages) {
      const hers = await right.newPage();
      for (const address of addresses) {
        // Counted by the server, they change each minute: the two are looked at until they say the same.
        const both = async () => {
          for (const each of [hers, page]) await each.goto(`${hostOf(standalone.origin, name)}${address}`);
          return [await wordsOf(hers), await wordsOf(page)];
        };
        await eventually(`${name} reads the right times`, both, ([one, other]) => one === other).catch((error: Error) =>
          otherTimes.push(`${address}: ${error.message}`),
        );
      }
      await hers.close();
    }
    progress(`${pages.flatMap(([, addresses]) => addresses).length} pages, ${otherTimes.length} say other times`);

    const denied: string[] = [];
    const join = async () => {
      await emily.goToVisit(standalone.origin, visitId);
      await emily.screen('door');
      await emily.ready();
      await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
      await emily.phase('waiting');
      await sato.goToVisit(standalone.origin, visitId);
      await sato.screen('door');
      await sato.ready();
      await sato.screen('call');
      await sato.admit();
      await Promise.all([emily.phase('joined'), sato.phase('joined')]);
      await Promise.all([emily.turnSpeakerOn(), sato.turnSpeakerOn()]);
      await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
    };
    await join().catch((error: Error) => denied.push(error.message));
    progress(denied.length === 0 ? 'both hear and see each other' : denied.join());
    return { hoursAhead, denied, otherTimes };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** Of a page that has asked for all that it shows. */
async function wordsOf(page: Page): Promise<string> {
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page.locator('main').first().innerText();
}
